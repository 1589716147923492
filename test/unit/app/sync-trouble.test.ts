import { beforeEach, describe, expect, it } from 'vitest';
import { createSyncService } from '../../../utils/app/sync-service.ts';
import { SynclineError } from '../../../utils/core/errors.ts';
import type { ErrorInfo } from '../../../utils/core/errors.ts';
import type { CalendarStore } from '../../../utils/model/ports.ts';
import { untilQuiet, wrongs } from '../calendar/support/truth.ts';
import { NOW, createWorld } from '../calendar/support/world.ts';
import type { World } from '../calendar/support/world.ts';

const HOUR = 3_600_000;
let world: World;

beforeEach(async () => {
  world = createWorld();
  world.meetings(10);
  await world.service().signedIn({ id: 'maya' });
});

/** A service over the world's store with some of it replaced. */
const over = (store: Partial<CalendarStore>) =>
  createSyncService({ ...world.ports, store: { ...world.store, ...store } });

/** A disk that takes a record and no row. */
const noRows = (error: ErrorInfo) =>
  over({
    commit: async (change) => {
      if (change.put?.length) throw new SynclineError(error, 'planned');
      await world.store.commit(change);
    },
  });

describe('I14: a store in trouble', () => {
  it.each([
    [{ code: 'db-quota', who: 'person' }, 'needsPerson'],
    [{ code: 'db-unavailable', who: 'wait' }, 'coolingDown'],
    [{ code: 'db-shape', who: 'bug' }, 'failed'],
  ] as const)('that refuses rows with %j is stored as what it is: %s', async (error, state) => {
    expect(await noRows(error).run('alarm')).toMatchObject({ ok: false, error });
    expect(await world.store.load()).toMatchObject({ state, error });
  });

  it('is not asked again every minute: a full disk at most every six hours, until a person asks', async () => {
    const full = noRows({ code: 'db-quota', who: 'person' });
    await full.run('alarm');
    world.graph.requests.length = 0;
    world.clock.at += HOUR;
    await full.run('alarm');
    expect(world.graph.requests).toEqual([]);
    expect(world.alarms.has('sync-wait')).toBe(false);
    expect(await world.service().run('person')).toEqual({ ok: true });
    expect((await world.store.load()).events).toBe(10);
  });

  it('a fault of ours in mid-run rests too, and says so', async () => {
    const broken = over({ keys: () => Promise.reject(new TypeError('x')) });
    const service = createSyncService({
      ...world.ports,
      store: {
        ...world.store,
        commit: (change) =>
          change.put?.length ? Promise.reject(new RangeError('x')) : world.store.commit(change),
      },
    });
    expect(await service.run('alarm')).toMatchObject({ error: { code: 'unexpected', raw: 'RangeError' } });
    const { state, notBefore } = await world.store.load();
    expect(state).toBe('failed');
    expect(notBefore).toBeGreaterThan(NOW + 14 * 60_000);
    expect(await broken.run('alarm')).toMatchObject({ ok: false, error: { notBefore } });
  });

  it.each(['No SW', 'Extension context invalidated.'])(
    'is none while the browser stops the worker (%s): the round stays open, and the next worker goes on',
    async (message) => {
      const stopped = new Error(message);
      const dying = createSyncService({
        ...world.ports,
        // As the sign-in library's adapter hands it on.
        scopes: () =>
          Promise.reject(
            new SynclineError({ code: 'unexpected', who: 'bug' }, 'sign-in failed', { cause: stopped }),
          ),
      });
      expect(await dying.run('alarm')).toEqual({ ok: false, error: { code: 'worker-stopped', who: 'wait' } });
      expect(await world.store.load()).toMatchObject({ state: 'fetching', notBefore: 0 });
      const deaf = createSyncService({
        ...world.ports,
        alarms: { ...world.ports.alarms, ensure: () => Promise.reject(stopped) },
      });
      expect(await deaf.run('alarm')).toMatchObject({ error: { code: 'worker-stopped' } });
      expect((await world.store.load()).failures).toBeUndefined();
      await world.service().wake();
      expect(await world.store.load()).toMatchObject({ state: 'idle', events: 10 });
    },
  );

  it('that gives no record at all ends the run by its name', async () => {
    const error = { code: 'db-blocked', who: 'person' } as const;
    const dead = over({ load: () => Promise.reject(new SynclineError(error, 'planned')) });
    expect(await dead.run('alarm')).toEqual({ ok: false, error });
    expect(world.graph.requests).toEqual([]);
  });

  it.each(['signedIn', 'signedOut'] as const)('with a foreign record begins anew at %s', async (act) => {
    await world.service().run('alarm');
    let wiped = false;
    const service = over({
      load: () =>
        wiped
          ? world.store.load()
          : Promise.reject(new SynclineError({ code: 'db-corrupt', who: 'bug' }, 'planned')),
      wipe: async () => {
        wiped = true;
        await world.store.wipe();
      },
    });
    expect(await service.run('alarm')).toMatchObject({ error: { code: 'db-corrupt' } });
    expect(wiped).toBe(false);
    if (act === 'signedIn') await service.signedIn({ id: 'maya' });
    else await service.signedOut();
    expect(await world.store.rows(1)).toEqual([]);
    expect((await world.store.load()).state).toBe(act === 'signedIn' ? 'idle' : 'signedOut');
  });
});

describe('I15: a sign-out killed at every effect', () => {
  it.each(['before', 'after'] as const)('%s it, is finished by the next sign-out or alarm', async (when) => {
    for (let effect = 0; ; effect += 1) {
      world = createWorld();
      world.meetings(10);
      await world.service().signedIn({ id: 'maya' });
      await world.service().run('sign-in');
      const died = await world.doomed((service) => service.signedOut(), effect, when);
      // Before its commit the person is still signed in and says it again; after it, what still rings ends it.
      if ((await world.store.load()).state !== 'signedOut') await world.service().signedOut();
      else if (world.alarms.size > 0) await world.service().run('alarm');
      const { generation = 0 } = await world.store.load();
      expect(await world.store.rows(generation), `effect ${effect}`).toEqual([]);
      expect([world.facts.size, world.alarms.size], `effect ${effect}`).toEqual([0, 0]);
      if (!died) break;
    }
  });
});

it('a sign-in killed at every effect is repeated by the person, and ends in the truth', async () => {
  for (const when of ['before', 'after'] as const)
    for (let effect = 0; ; effect += 1) {
      world = createWorld();
      world.meetings(10);
      const died = await world.doomed((service) => service.signedIn({ id: 'maya' }), effect, when);
      await world.service().signedIn({ id: 'maya' });
      await untilQuiet(world);
      expect(await wrongs(world), `effect ${effect}`).toEqual([]);
      if (!died) break;
    }
});
