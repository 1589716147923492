import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EntraApp, EntraAppsFact } from '../../../utils/model/entra.ts';
import { isRead } from '../../../utils/model/entra.ts';
import { EXCHANGE_SP, ZOOM_CALENDAR_APP, ZOOM_CALENDAR_SP } from '../../sim/graph/directory/data.ts';
import {
  adminGrant,
  assignment,
  directoryWith,
  ELEVEN,
  personalGrants,
} from '../../sim/graph/directory/scenes.ts';
import { DAY, type Harness, NOW, startHarness } from '../../sim/graph/harness.ts';
import { ADMIN, friendlyGraph, TENANT_ID } from '../../sim/world/index.ts';
import { ADMIN_SCOPES, auditAgainst } from './audit-scene.ts';

let harness: Harness;
afterEach(() => harness.world.close());

const begin = async (directory = directoryWith(NOW)) => {
  harness = await startHarness('Calendars.ReadBasic', { graph: { ...friendlyGraph(), directory } });
  await harness.as(ADMIN, ADMIN_SCOPES);
  return auditAgainst(harness);
};

function found(fact: EntraAppsFact | undefined) {
  if (!fact || !isRead(fact.found)) throw new Error('no apps were read');
  return fact.found.value;
}
const calendarApp = (fact: EntraAppsFact | undefined): EntraApp => {
  const app = found(fact).apps.find(({ appId }) => appId === ZOOM_CALENDAR_APP);
  if (!app) throw new Error('the calendar app was not found');
  return app;
};
const names = (part: EntraApp['application']) =>
  isRead(part) ? part.value.map(({ name, id }) => name ?? id) : null;

describe('the audit reads', () => {
  it('apps by published id and by name with Zoom’s verified publisher; a look-alike is left out by name', async () => {
    const { service, book, stage } = await begin();
    expect(await service.run({ signIns: false })).toEqual({ ok: true });
    expect(stage.scopes).toEqual(['Application.Read.All', 'Directory.Read.All', 'Policy.Read.All']);
    const { apps, lookAlikes, absent } = found(book()['entra/apps']?.value);
    expect(apps.map(({ name, foundBy }) => [name, foundBy])).toEqual([
      ['Zoom Calendar Integration', 'publisher'],
      ['Zoom Rooms', 'known-id'],
    ]);
    expect(lookAlikes).toMatchObject([{ name: 'Zoom Calendar Helper', publisher: null }]);
    expect(absent).toEqual(['a651cfda-cbdd-4a39-bd03-fa829c3c1b29']);
    expect(book()['entra/run']?.value).toEqual({ state: 'ended' });
    expect(book()['entra/last-use']).toBeUndefined();
  });

  it('eleven application permissions with the tenant’s names, and an id nobody lists as an id', async () => {
    const stranger = { id: '0f0e0d0c-0000-4000-8000-000000000001' };
    const roles = [...ELEVEN, stranger].map((role, at) => assignment(role, at));
    const { service, book } = await begin(directoryWith(NOW, { appRoleAssignments: roles }));
    await service.run({ signIns: false });
    const { application } = calendarApp(book()['entra/apps']?.value);
    expect(names(application)).toEqual([...ELEVEN, stranger.id]);
    expect(isRead(application) && application.value.at(-2)).toEqual({
      kind: 'application',
      resource: 'exchange',
      name: 'full_access_as_app',
    });
  });

  it('2,000 grants over their pages, as one number, and nobody’s id', async () => {
    const grants = [...personalGrants(2000, ' Calendars.ReadWrite offline_access'), adminGrant('User.Read')];
    const { service, book, asked } = await begin(directoryWith(NOW, { oauth2PermissionGrants: grants }));
    await service.run({ signIns: false });
    const app = calendarApp(book()['entra/apps']?.value);
    expect(app.more).toBeUndefined();
    expect(isRead(app.delegated) && app.delegated.value).toEqual([
      expect.objectContaining({ name: 'Calendars.ReadWrite', everybody: false, people: 2000 }),
      expect.objectContaining({ name: 'offline_access', people: 2000 }),
      expect.objectContaining({ name: 'User.Read', everybody: true, people: 0 }),
    ]);
    expect(asked.filter((url) => url.includes('oauth2PermissionGrants')).length).toBeGreaterThan(20);
    expect(JSON.stringify(book())).not.toContain('00000000-0000-4000-8000-');
  });

  it('a bounded number of pages, and says that there is more', async () => {
    const grants = personalGrants(5200, 'Calendars.ReadWrite');
    const { service, book } = await begin(directoryWith(NOW, { oauth2PermissionGrants: grants }));
    await service.run({ signIns: false });
    expect(calendarApp(book()['entra/apps']?.value)).toMatchObject({
      more: true,
      delegated: { value: [{ people: 5000 }] },
    });
  });

  it('a grant on SharePoint as another service’s where the tenant has no Exchange', async () => {
    const sites = { ...adminGrant('AllSites.Manage'), resourceId: '6a0d1a77-9a1c-4a55-9c0e-2b6f3f5d7733' };
    const { service, book } = await begin(
      directoryWith(NOW, {
        oauth2PermissionGrants: [sites],
        servicePrincipals: directoryWith(NOW).servicePrincipals.filter(({ id }) => id !== EXCHANGE_SP),
      }),
    );
    await service.run({ signIns: false });
    const { delegated } = calendarApp(book()['entra/apps']?.value);
    expect(delegated).toMatchObject({ value: [{ name: 'AllSites.Manage', resource: 'other' }] });
  });

  it('a tenant without any app of Zoom’s: an answer, not an error', async () => {
    const { service, book } = await begin(
      directoryWith(NOW, {
        servicePrincipals: directoryWith(NOW).servicePrincipals.filter(
          ({ displayName }) => !/Zoom/.test(displayName),
        ),
      }),
    );
    expect(await service.run({ signIns: false })).toEqual({ ok: true });
    expect(found(book()['entra/apps']?.value)).toMatchObject({ apps: [], lookAlikes: [] });
  });

  it.each([
    ['allow', 'people'],
    ['managed', 'managed'],
    ['none', 'nobody'],
  ] as const)('the consent policy %s as %s', async (policy, userConsent) => {
    const { service, book } = await begin();
    harness.world.entra.tenant(TENANT_ID).consentPolicy = policy;
    await service.run({ signIns: false });
    expect(book()['entra/consent']?.value).toMatchObject({ value: { userConsent } });
  });

  it('the last sign-ins by kind, waiting as Graph asks, with nobody’s name', async () => {
    const { service, book, stage } = await begin();
    expect(await service.run({ signIns: true })).toEqual({ ok: true });
    expect(stage.scopes).toContain('AuditLog.Read.All');
    const use = book()['entra/last-use']?.value;
    expect(use?.apps[0]).toMatchObject({
      appId: ZOOM_CALENDAR_APP,
      use: {
        value: [
          {
            kind: 'renewal',
            lastSuccess: NOW - 3 * DAY,
            lastRefusal: { at: NOW - DAY, code: 50173 },
          },
          { kind: 'application', lastSuccess: null, lastRefusal: null },
          { kind: 'interactive', lastSuccess: null },
        ],
      },
    });
    expect(JSON.stringify(book())).not.toContain('@alderfinch.example');
    expect(harness.world.graph.violations).toEqual([]);
    expect(harness.world.graph.writes).toEqual([]);
  });
});

describe('an admin’s word', () => {
  const LOOK_ALIKE = 'aa30be51-7f09-4c2c-8f7d-d1c2a3b4e500';

  it('takes an app in, and out again', async () => {
    const { service, book } = await begin();
    await service.choose({ appId: LOOK_ALIKE, chosen: true });
    await service.run({ signIns: false });
    const taken = found(book()['entra/apps']?.value);
    expect(taken.apps.find(({ appId }) => appId === LOOK_ALIKE)).toMatchObject({
      foundBy: 'chosen',
      publisher: null,
    });
    expect(taken.lookAlikes).toEqual([]);
    await service.choose({ appId: LOOK_ALIKE, chosen: false });
    await service.run({ signIns: false });
    expect(found(book()['entra/apps']?.value).lookAlikes).toHaveLength(1);
  });

  it('said in the middle of a reading is read by once that has ended, sign-ins as they were', async () => {
    const { service, book, facts, asked } = await begin();
    let again: Promise<unknown> | undefined;
    const put = facts.store.put.bind(facts.store);
    vi.spyOn(facts.store, 'put').mockImplementation(async (key, fact) => {
      await put(key, fact);
      const { step } = fact.value as { step?: string };
      if (key !== 'entra/run' || step !== 'consent' || again) return;
      expect(fact.value).toMatchObject({ signIns: true });
      again = service.choose({ appId: LOOK_ALIKE, chosen: true }).then(() => service.run({}));
    });
    await service.run({ signIns: true });
    expect(await again).toEqual({ ok: true });
    expect(found(book()['entra/apps']?.value).apps.map(({ foundBy }) => foundBy)).toContain('chosen');
    expect(book()['entra/last-use']?.value.apps).toHaveLength(3);
    expect(asked.filter((url) => url.includes('authorizationPolicy'))).toHaveLength(2);
  });

  it('policy names an app by id, and one that is not there is told so', async () => {
    await begin();
    const missing = '11111111-2222-4333-8444-555555555555';
    const { service, book } = auditAgainst(harness, { policyApps: [LOOK_ALIKE, missing] });
    await service.run({ signIns: false });
    const { apps, absent } = found(book()['entra/apps']?.value);
    expect(apps.find(({ appId }) => appId === LOOK_ALIKE)?.foundBy).toBe('policy');
    expect(absent).toContain(missing);
  });
});

it('an object that is not addressed by ids never gets into an address', async () => {
  const [app] = directoryWith(NOW).servicePrincipals;
  if (!app) throw new Error('no app');
  const evil = { ...app, id: `${ZOOM_CALENDAR_SP}/../../me`, displayName: 'Zoom' };
  const { service, book, asked } = await begin(
    directoryWith(NOW, { servicePrincipals: [evil, ...directoryWith(NOW).servicePrincipals.slice(1)] }),
  );
  await service.run({ signIns: false });
  expect(found(book()['entra/apps']?.value).apps.map(({ name }) => name)).toEqual(['Zoom Rooms']);
  expect(asked.some((url) => url.includes('..'))).toBe(false);
});
