import { beforeEach, describe, expect, it } from 'vitest';
import { createSyncService } from '../../../utils/app/sync-service.ts';
import { NOW, createWorld } from '../calendar/support/world.ts';
import type { World } from '../calendar/support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let world: World;

/** Holds an answer of Graph back until it is let go; tells when it was asked for. */
function holdGraph(): { asked: Promise<void>; letGo: () => void } {
  let letGo: () => void = () => undefined;
  let tell: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const answer = world.graph.get.bind(world.graph);
  world.graph.get = async (...given) => {
    tell();
    await gate;
    return answer(...given);
  };
  return { asked, letGo };
}

beforeEach(async () => {
  world = createWorld();
  world.meetings(10);
  await world.service().signedIn({ id: 'maya' });
});

describe('one round', () => {
  it('fills the store, writes the fact and the run, and leaves one alarm', async () => {
    expect(await world.service().run('sign-in')).toEqual({ ok: true });
    const record = await world.store.load();
    expect(record).toMatchObject({ state: 'idle', events: 10, generation: 1, completedAt: NOW });
    expect(world.facts.get('calendar/contents')).toMatchObject({
      value: { events: 10 },
      goodFor: 24 * HOUR,
      observedAt: NOW,
    });
    expect(await world.store.runs()).toEqual([
      expect.objectContaining({
        trigger: 'sign-in',
        outcome: 'complete',
        pages: 3,
        requests: 3,
        added: 10,
        removed: 0,
      }),
    ]);
    expect([...world.alarms.keys()]).toEqual(['sync']);
  });

  it('costs one request and no event when nothing changed', async () => {
    const service = world.service();
    await service.run('alarm');
    const { commits, events } = world.store.written;
    world.graph.requests.length = 0;
    await service.run('alarm');
    expect(world.graph.requests.length).toBe(1);
    expect(world.store.written).toEqual({ commits: commits + 2, events });
  });

  it('writes only what changed', async () => {
    const service = world.service();
    await service.run('alarm');
    const { events } = world.store.written;
    world.meetings(1);
    world.graph.remove('event5');
    world.graph.put({ id: 'event2', type: 'singleInstance', start: NOW, end: NOW + HOUR, subject: 'Moved' });
    await service.run('alarm');
    expect(world.store.written.events - events).toBe(2);
    expect((await world.store.load()).events).toBe(9);
  });

  it('has one request in flight ahead of each write, never two', async () => {
    let [open, most] = [0, 0];
    const answer = world.graph.get.bind(world.graph);
    world.graph.get = async (...given) => {
      open += 1;
      most = Math.max(most, open);
      const got = await answer(...given);
      open -= 1;
      return got;
    };
    await world.service().run('alarm');
    expect(most).toBe(1);
  });

  it('serves two callers with one round', async () => {
    const service = world.service();
    const both = await Promise.all([service.run('alarm'), service.run('person')]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await world.store.runs()).toHaveLength(1);
  });

  it('leaves the round to another context that holds the lock', async () => {
    const { asked, letGo } = holdGraph();
    const first = world.service().run('alarm');
    await asked;
    expect(await world.service().run('alarm')).toEqual({ ok: true });
    letGo();
    await first;
    expect(await world.store.runs()).toHaveLength(1);
  });

  it('fails by name and keeps quiet when the store cannot be written', async () => {
    const service = createSyncService({
      ...world.ports,
      store: { ...world.store, commit: () => Promise.reject(new TypeError('disk')) },
    });
    expect(await service.run('alarm')).toEqual({
      ok: false,
      error: { code: 'unexpected', who: 'bug', raw: 'TypeError' },
    });
    expect((await service.status()).running).toBe(false);
  });
});

describe('an overtaken run', () => {
  it('I9: ends without another write when the person signs out in mid-round', async () => {
    const service = world.service();
    const { asked, letGo } = holdGraph();
    const running = service.run('alarm');
    await asked;
    await service.signedOut();
    const { commits, events } = world.store.written;
    letGo();
    expect(await running).toEqual({ ok: false, error: { code: 'signed-out', who: 'person' } });
    expect(world.store.written).toEqual({ commits, events });
    expect((await world.store.load()).state).toBe('signedOut');
    expect([...world.alarms.keys()].filter((name) => name === 'sync')).toEqual([]);
    expect(await world.store.runs()).toEqual([]);
  });

  it('I9: gives way to another account, whose own round comes after', async () => {
    const service = world.service();
    const { asked, letGo } = holdGraph();
    const old = service.run('alarm');
    await asked;
    await service.signedIn({ id: 'noor' });
    const fresh = service.run('sign-in');
    letGo();
    await old;
    expect(await fresh).toEqual({ ok: true });
    expect(await world.store.load()).toMatchObject({ account: 'noor', state: 'idle', events: 10 });
  });

  it('I9: gives up telling after five commits in between', async () => {
    let tries = 0;
    const service = createSyncService({
      ...world.ports,
      store: {
        ...world.store,
        load: async () => {
          tries += 1;
          return { ...(await world.store.load()), revision: -tries };
        },
      },
    });
    await expect(service.signedOut()).rejects.toMatchObject({ info: { code: 'superseded' } });
    expect(tries).toBe(5);
  });
});

describe('waiting', () => {
  const busy = { code: 'http-429', who: 'wait', notBefore: NOW + 20 * MINUTE } as const;

  it('stores the server’s whole time, sets the alarm, and asks nothing before', async () => {
    const service = world.service();
    world.graph.faults = ['replay', { error: busy }];
    expect(await service.run('alarm')).toEqual({ ok: false, error: busy });
    expect(world.alarms.get('sync-wait')).toEqual({ at: busy.notBefore });
    world.graph.requests.length = 0;
    world.clock.at = busy.notBefore - 1;
    expect(await service.run('person')).toEqual({ ok: false, error: busy });
    expect(world.graph.requests).toEqual([]);
    world.clock.at = busy.notBefore;
    expect(await service.run('alarm')).toEqual({ ok: true });
    // The page that was in before the wait is not asked for again.
    expect(world.graph.requests[0]).toContain('$skiptoken');
    expect(world.alarms.has('sync-wait')).toBe(false);
  });

  it('is resumed by a wake of the worker, once its time has come', async () => {
    world.graph.faults = [{ error: busy }];
    await world.service().run('alarm');
    world.alarms.clear();
    world.graph.requests.length = 0;
    await world.service().wake();
    expect(world.graph.requests).toEqual([]);
    expect(world.alarms.get('sync-wait')).toEqual({ at: busy.notBefore });
    expect(world.alarms.get('sync')).toEqual({ everyMinutes: 15 });
    world.clock.at = busy.notBefore;
    await world.service().wake();
    expect((await world.store.load()).state).toBe('idle');
  });
});

describe('a wake', () => {
  it('goes on with a round that a kill cut off', async () => {
    await world.doomed((service) => service.run('alarm'), 6, 'after');
    expect((await world.store.load()).state).toBe('fetching');
    await world.service().wake();
    expect(await world.store.load()).toMatchObject({ state: 'idle', events: 10 });
  });

  it('is not made deaf by a word that changes nothing: the alarm of an open round stays', async () => {
    await world.doomed((service) => service.run('alarm'), 6, 'after');
    await world.service().confirmShrink();
    expect((await world.store.load()).state).toBe('fetching');
    expect(world.alarms.has('sync-wait')).toBe(true);
  });

  it('does nothing but see to the alarm when all is well', async () => {
    await world.service().run('alarm');
    world.graph.requests.length = 0;
    const { commits } = world.store.written;
    await world.service().wake();
    expect(world.graph.requests).toEqual([]);
    expect(world.store.written.commits).toBe(commits);
  });

  it('does nothing at all for nobody', async () => {
    await world.service().signedOut();
    await world.service().wake();
    expect(world.alarms.size).toBe(0);
    expect(await world.service().run('alarm')).toEqual({
      ok: false,
      error: { code: 'signed-out', who: 'person' },
    });
  });
});

describe('what only a person can help', () => {
  it.each([
    [{ code: 'sign-in-needed', who: 'person' }, 'needs-person'],
    [{ code: 'no-mailbox', who: 'blocked' }, 'needs-person'],
  ] as const)('stores %j, asks rarely, and goes on after a sign-in', async (error, outcome) => {
    const service = world.service();
    world.graph.faults = [{ error }];
    expect(await service.run('alarm')).toEqual({ ok: false, error });
    expect((await world.store.runs())[0]).toMatchObject({ outcome, error });
    world.graph.requests.length = 0;
    world.clock.at += HOUR;
    expect(await service.run('alarm')).toEqual({ ok: false, error });
    expect(world.graph.requests).toEqual([]);
    expect(await service.run('sign-in')).toEqual({ ok: true });
  });
});

it('leaves nothing of the calendar after signing out, and the alarms off', async () => {
  const service = world.service();
  await service.run('alarm');
  await service.signedOut();
  const { generation = 0 } = await world.store.load();
  expect(await world.store.rows(generation)).toEqual([]);
  expect(world.facts.size).toBe(0);
  expect(world.alarms.size).toBe(0);
});

it('keeps no word of the calendar in record, runs or facts', async () => {
  world.graph.faults = ['odd-items', 'replay', { error: { code: 'offline', who: 'wait' } }];
  await world.service().run('alarm');
  const told = JSON.stringify([await world.store.load(), await world.store.runs(), [...world.facts]]);
  expect(told).not.toContain('Plan');
});
