import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntraUser } from '../../sim/entra/index.ts';
import { directoryWith } from '../../sim/graph/directory/scenes.ts';
import { DAY, type Harness, NOW, startHarness } from '../../sim/graph/harness.ts';
import { ADMIN, friendlyGraph, TENANT_ID } from '../../sim/world/index.ts';
import { ADMIN_SCOPES, auditAgainst } from './audit-scene.ts';

let harness: Harness;
let audit: ReturnType<typeof auditAgainst>;
beforeEach(async () => {
  harness = await startHarness('Calendars.ReadBasic', {
    graph: { ...friendlyGraph(), directory: directoryWith(NOW) },
  });
  await harness.as(ADMIN, ADMIN_SCOPES);
  audit = auditAgainst(harness);
});
afterEach(() => harness.world.close());

const roles = (...names: EntraUser['roles']) => {
  (harness.world.entra.user(ADMIN.username) as { roles: readonly string[] }).roles = names;
};

describe('a refused part says why and leaves the others', () => {
  it('grants: a role that may read apps and no grants', async () => {
    roles('Reports Reader');
    expect(await audit.service.run({ signIns: false })).toEqual({ ok: true });
    expect(audit.book()['entra/apps']?.value.found).toMatchObject({
      value: {
        apps: [
          {
            application: { value: expect.any(Array) },
            delegated: { unread: { code: 'access-denied', who: 'blocked' } },
          },
          expect.any(Object),
        ],
      },
    });
    expect(audit.book()['entra/consent']?.value).toHaveProperty('value');
  });

  it('sign-ins: no right to read them', async () => {
    roles('Application Administrator');
    expect(await audit.service.run({ signIns: true })).toEqual({ ok: true });
    expect(audit.book()['entra/last-use']?.value.apps[0]?.use).toMatchObject({
      unread: { code: 'access-denied' },
    });
    expect(audit.book()['entra/apps']?.value.found).toHaveProperty('value');
  });

  it('sign-ins: no licence is its own answer', async () => {
    harness.world.entra.tenant(TENANT_ID).premium = false;
    expect(await audit.service.run({ signIns: true })).toEqual({ ok: true });
    expect(audit.book()['entra/last-use']?.value.apps.map(({ use }) => use)).toEqual([
      'not-licensed',
      'not-licensed',
    ]);
  });

  it('a list of apps that is refused is said as such, and the consent policy still read', async () => {
    await harness.as(ADMIN, 'Policy.Read.All');
    expect(await audit.service.run({ signIns: false })).toEqual({ ok: true });
    expect(audit.book()['entra/apps']?.value.found).toMatchObject({ unread: { code: 'access-denied' } });
    expect(audit.book()['entra/consent']?.value).toHaveProperty('value');
  });

  it('the consent policy alone', async () => {
    await harness.as(ADMIN, 'Directory.Read.All');
    await audit.service.run({ signIns: false });
    expect(audit.book()['entra/consent']?.value).toMatchObject({ unread: { code: 'access-denied' } });
    expect(audit.book()['entra/apps']?.value.found).toHaveProperty('value');
  });
});

/** The admin calls of one run, in their order; a refusal of each, and what must stand all the same. */
const CALLS = [
  'list',
  'by id',
  'Graph',
  'Exchange',
  'roles 1',
  'grants 1',
  'roles 2',
  'grants 2',
  'policy',
] as const;

describe.each([401, 403] as const)('%i on one call', (status) => {
  it.each(CALLS.map((name, at) => [name, at] as const))('%s: the run ends well', async (name, skip) => {
    // A 401 is asked again once with a fresh token, so it takes two to stay.
    const times = status === 401 ? 2 : 1;
    harness.world.graph.faults.add({ on: 'directory', skip, times, fault: { kind: 'status', status } });
    expect(await audit.service.run({ signIns: false })).toEqual({ ok: true });
    const apps = audit.book()['entra/apps']?.value.found;
    const consent = audit.book()['entra/consent']?.value;
    const code = status === 401 ? 'token-refused' : 'access-denied';
    const unread = { unread: { code } };
    if (name === 'list' || name === 'by id') expect(apps).toMatchObject(unread);
    else expect(apps).toMatchObject({ value: { apps: [{}, {}] } });
    if (name === 'policy') expect(consent).toMatchObject(unread);
    else expect(consent).toHaveProperty('value');
    const parts =
      apps && 'value' in apps
        ? apps.value.apps.flatMap(({ application, delegated }) => [application, delegated])
        : [];
    const refused = /^(?:roles|grants)/.test(name) ? 1 : 0;
    expect(parts.filter((part) => 'unread' in part)).toHaveLength(refused);
  });
});

describe('what ends it', () => {
  it('a declined or unapproved request: the reason is kept, nothing is asked of Graph', async () => {
    const error = { code: 'AADSTS90094', who: 'blocked' as const, raw: 'AADSTS90094' };
    audit.stage.granted = { ok: false, error };
    expect(await audit.service.run({ signIns: false })).toEqual({ ok: false, error });
    expect(audit.book()['entra/run']?.value).toEqual({ state: 'refused', error });
    expect(audit.asked).toEqual([]);
  });

  it('a 401 that stays: every part says so, none poses as empty', async () => {
    harness.world.graph.challenge(ADMIN.username);
    await audit.service.run({ signIns: false });
    expect(audit.book()['entra/apps']?.value.found).toMatchObject({ unread: { code: 'token-refused' } });
    expect(audit.book()['entra/consent']?.value).toMatchObject({ unread: { code: 'token-refused' } });
  });

  it('out of reach for a moment: what was read before stays, and grows old', async () => {
    await audit.service.run({ signIns: false });
    const before = audit.book()['entra/apps'];
    harness.world.clock.advance(2 * DAY);
    await harness.as(ADMIN, ADMIN_SCOPES);
    harness.world.graph.faults.add({ on: 'directory', times: 20, fault: { kind: 'drop' } });
    expect(await audit.service.run({ signIns: false })).toMatchObject({
      ok: false,
      error: { code: 'offline' },
    });
    expect(audit.book()['entra/apps']).toEqual(before);
    expect(audit.book()['entra/run']?.value).toMatchObject({ state: 'refused', error: { code: 'offline' } });
  });

  it('a sign-out in the middle: nothing of it is written', async () => {
    const running = audit.service.run({ signIns: false });
    audit.stage.account = null;
    expect(await running).toMatchObject({ ok: false });
    expect(audit.book()['entra/apps']).toBeUndefined();
  });

  it.each([
    ['a sign-out', true],
    ['a deletion', false],
  ])('%s while Microsoft’s window stands open: nothing is written after it', async (_what, granted) => {
    let close = () => {};
    audit.stage.window = new Promise((resolve) => {
      close = resolve;
    });
    const error = { code: 'sign-in-cancelled', who: 'cancelled' as const };
    if (!granted) audit.stage.granted = { ok: false, error };
    const running = audit.service.run({ signIns: false });
    await vi.waitFor(() => expect(audit.book()['entra/run']?.value).toMatchObject({ step: 'approval' }));
    audit.stage.departures += 1;
    await audit.facts.store.wipe();
    close();
    expect(await running).toMatchObject({ ok: false });
    expect(audit.book()).toEqual({});
    expect(audit.asked).toEqual([]);
    expect(audit.stage.log).toEqual([]);
  });

  it('a sign-out between two questions: nothing of it is written, whoever is signed in then', async () => {
    const put = vi.spyOn(audit.facts.store, 'put');
    put.mockImplementationOnce(async () => {
      audit.stage.departures += 1;
      await audit.facts.store.wipe();
    });
    const running = audit.service.run({ signIns: false });
    expect(await running).toMatchObject({ ok: false, error: { code: 'signed-out' } });
    expect(audit.book()).toEqual({});
  });

  it('a second press joins the first', async () => {
    const [one, two] = await Promise.all([
      audit.service.run({ signIns: false }),
      audit.service.run({ signIns: false }),
    ]);
    expect(one).toBe(two);
  });
});
