import { describe, expect, it, vi } from 'vitest';
import { createBadgeService } from '../../../utils/app/badge-service.ts';
import { createConfigService } from '../../../utils/app/config-service.ts';
import { deleteEverything } from '../../../utils/app/deletion-service.ts';
import { createTurns } from '../../../utils/app/in-turn.ts';
import type { HealthInput, HealthView } from '../../../utils/model/health.ts';
import type { ConfigPort, FactStore } from '../../../utils/model/ports.ts';
import { memoryFacts } from './memory-facts.ts';

describe('what the options page may save', () => {
  const saved: unknown[] = [];
  const service = createConfigService({
    saveConnection: async (value) => void saved.push(value),
  } as ConfigPort);
  const GUID = 'AAAAAAAA-1111-2222-3333-444444444444';

  it.each([
    [GUID, 'organizations', { clientId: GUID.toLowerCase(), tenant: 'organizations' }],
    [` ${GUID} `, ' Alderfinch.Example ', { clientId: GUID.toLowerCase(), tenant: 'alderfinch.example' }],
    [null, GUID, { clientId: null, tenant: GUID.toLowerCase() }],
    ['', '', { clientId: null, tenant: 'organizations' }],
  ])('%s with %s', async (clientId, tenant, stored) => {
    saved.length = 0;
    expect(await service.save({ clientId, tenant })).toEqual({ ok: true });
    expect(saved).toEqual([stored]);
  });

  it.each([
    ['1234', 'organizations', 'clientId'],
    [GUID, 'common', 'tenant'],
    [GUID, 'two words', 'tenant'],
    [GUID, 'evil.example/../x', 'tenant'],
    [GUID, '-x.example', 'tenant'],
  ])('not %s with %s', async (clientId, tenant, field) => {
    saved.length = 0;
    expect(await service.save({ clientId, tenant })).toEqual({ ok: false, field });
    expect(saved).toEqual([]);
  });
});

describe('deleting everything', () => {
  const step = (name: string, done: string[], broken?: string) => async () => {
    if (name === broken) throw new Error(name);
    done.push(name);
  };
  const run = (done: string[], broken?: string) =>
    deleteEverything({
      signOut: step('sign-out', done, broken),
      quiet: step('quiet', done, broken),
      calendar: { wipe: step('calendar', done, broken) },
      facts: { wipe: step('facts', done, broken) },
      erase: { everything: step('browser', done, broken) },
      badge: { show: step('badge', done, broken) },
    });
  const ALL = ['sign-out', 'quiet', 'calendar', 'facts', 'badge', 'browser'];

  it('takes every step, tokens first, what may have been set again meanwhile last', async () => {
    const done: string[] = [];
    await run(done);
    expect(done).toEqual(ALL);
  });

  it.each(ALL)('goes on past a failure of %s, and does not hide it', async (broken) => {
    const done: string[] = [];
    await expect(run(done, broken)).rejects.toThrow(broken);
    expect(done).toEqual(ALL.filter((name) => name !== broken));
  });
});

describe('the badge', () => {
  const build = (
    show: (badge: string, title: string) => Promise<void>,
    facts: Pick<FactStore, 'book'> = memoryFacts().store,
  ) => {
    const seen: HealthInput[] = [];
    const draw = createBadgeService({
      facts,
      calendar: { load: async () => ({ state: 'idle', notBefore: 0 }), runs: async () => [] },
      config: {
        connection: async () => ({
          clientId: null,
          tenant: 'organizations',
          cloud: 'global',
          source: { clientId: 'default', tenant: 'default' },
        }),
      },
      badge: { show },
      clock: { now: () => 7 },
      online: () => false,
      say: ({ key }) => (key === 'app_name' ? 'Syncline' : `**${key}**`),
      health: (input) => {
        seen.push(input);
        return { title: { key: 'age_now' } } as HealthView;
      },
      badgeFor: () => 'stale',
    });
    return { draw, seen };
  };

  it('shows the popup’s judgement, its title without marks', async () => {
    const shown: string[] = [];
    const { draw, seen } = build(async (which, title) => void shown.push(`${which} ${title}`));
    await draw();
    expect(shown).toEqual(['stale Syncline: age_now']);
    expect(seen[0]).toMatchObject({
      configured: false,
      account: null,
      now: 7,
      online: false,
      sync: { state: 'idle' },
    });
  });

  it('asked many times while drawing draws once more, not many times', async () => {
    const show = vi.fn(async () => {});
    const { draw } = build(show);
    await Promise.all([draw(), draw(), draw(), draw()]);
    expect(show.mock.calls.length).toBeGreaterThanOrEqual(1);
    expect(show.mock.calls.length).toBeLessThanOrEqual(2);
    await draw();
    expect(show.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('is stale when the store cannot be read, and says so to whoever asked', async () => {
    const shown: string[] = [];
    const { draw } = build(async (which, title) => void shown.push(`${which} ${title}`), {
      book: () => Promise.reject(new Error('no store')),
    });
    await expect(draw()).rejects.toThrow('no store');
    expect(shown).toEqual(['stale Syncline: popup_store_unreadable']);
  });

  it('draws again after a failure', async () => {
    const show = vi.fn(async () => {});
    show.mockRejectedValueOnce(new Error('no toolbar'));
    const { draw } = build(show);
    await expect(draw()).rejects.toThrow('no toolbar');
    await draw();
    expect(show).toHaveBeenCalledTimes(2);
  });
});

describe('turns', () => {
  it('are taken one after another, also past a failure', async () => {
    const inTurn = createTurns();
    const order: string[] = [];
    const piece = (name: string, fails = false) =>
      inTurn(async () => {
        order.push(`${name} begins`);
        await Promise.resolve();
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    const results = await Promise.allSettled([piece('a'), piece('b', true), piece('c')]);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
