import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSyncService } from '../../../utils/app/sync-service.ts';
import { fakeBrowser, resetFakeBrowser } from '../adapters/browser/fake-browser.ts';
import { NOW, createWorld } from '../calendar/support/world.ts';
import type { World } from '../calendar/support/world.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../adapters/browser/fake-browser.ts')).fakeBrowser,
}));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
let world: World;

const told = (ms: number) => ({ code: 'http-429', who: 'wait', notBefore: world.clock.at + ms }) as const;
const asked = () => world.graph.requests.splice(0).length;

beforeEach(async () => {
  world = createWorld();
  world.meetings(10);
  await world.service().signedIn({ id: 'maya' });
});

describe('a clock that is set', () => {
  it.each([HOUR, DAY, 40 * DAY])('back by %i ms does not make a wait of minutes longer', async (ms) => {
    world.graph.faults = [{ error: told(20 * MINUTE) }];
    await world.service().run('alarm');
    world.clock.jump(-ms);
    asked();
    await world.service().wake();
    expect(await world.store.load()).toMatchObject({ state: 'idle', events: 10 });
  });

  it('I16: back leaves no window that begins after today', async () => {
    await world.service().run('alarm');
    world.clock.jump(-30 * DAY);
    await world.service().run('alarm');
    const { cursor, generation } = await world.store.load();
    expect(cursor?.window.start).toBeLessThan(world.clock.at);
    expect(generation).toBe(2);
  });

  it('forward ends a wait early once, and the server says again', async () => {
    world.graph.faults = [{ error: told(HOUR) }];
    await world.service().run('alarm');
    world.clock.jump(DAY);
    world.graph.faults = [{ error: told(HOUR) }];
    asked();
    await world.service().wake();
    await world.service().wake();
    expect(asked()).toBe(1);
    expect(await world.store.load()).toMatchObject({
      state: 'coolingDown',
      notBefore: world.clock.at + HOUR,
    });
  });

  it('forward and back again asks no more than it must', async () => {
    const service = world.service();
    await service.run('alarm');
    world.clock.jump(2 * DAY);
    await service.run('alarm');
    world.clock.jump(-2 * DAY);
    asked();
    expect(await service.run('alarm')).toEqual({ ok: true });
    expect(asked()).toBe(1);
  });
});

describe('a long sleep', () => {
  it('of a night goes on along the delta link', async () => {
    await world.service().run('alarm');
    world.clock.at += 14 * HOUR;
    asked();
    await world.service().wake();
    await world.service().run('alarm');
    expect(world.graph.requests[0]).toContain('$deltatoken');
  });

  it('of weeks in mid-round throws the aged round away and fills anew', async () => {
    await world.doomed((service) => service.run('alarm'), 7, 'after');
    expect((await world.store.load()).filling).toBe(1);
    world.clock.at += 45 * DAY;
    await world.service().wake();
    const { cursor, generation, state } = await world.store.load();
    expect([state, generation]).toEqual(['idle', 2]);
    expect(cursor?.window.end).toBeGreaterThan(world.clock.at + 27 * DAY);
    expect(await world.store.rows(1)).toEqual([]);
  });
});

it('offline: grows its pauses from half a minute to ten, keeps what it has, and goes on at once when asked in time', async () => {
  await world.service().run('alarm');
  const pauses: number[] = [];
  for (let at = 0; at < 8; at += 1) {
    world.graph.faults = [{ error: { code: 'offline', who: 'wait' } }];
    await world.service().run('alarm');
    const { notBefore } = await world.store.load();
    pauses.push(notBefore - world.clock.at);
    world.clock.at = notBefore;
  }
  expect(pauses[0]).toBeGreaterThanOrEqual(30_000);
  expect(pauses.every((pause, at) => pause <= 12 * MINUTE && pause >= (pauses[at - 1] ?? 0) * 0.8)).toBe(
    true,
  );
  expect(await world.store.between(NOW - DAY, NOW + DAY)).toHaveLength(10);
  expect(await world.service().run('alarm')).toEqual({ ok: true });
});

describe('alarms', () => {
  /** The product's own alarms over a browser that counts what is created. */
  async function start() {
    await resetFakeBrowser();
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    const { alarms } = await import('../../../utils/adapters/browser/alarms.ts');
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    return { create, worker: () => createSyncService({ ...world.ports, alarms }) };
  }

  it('are created when missing, at every start of the worker, and left alone when there', async () => {
    const { create, worker } = await start();
    await worker().wake();
    expect(create.mock.calls.map(([name]) => name)).toEqual(['sync']);
    // Install, start-up and each later wake are starts of the worker.
    for (let at = 0; at < 5; at += 1) await worker().wake();
    expect(create).toHaveBeenCalledTimes(1);
    // An update, or a browser that forgets.
    await fakeBrowser.alarms.clearAll();
    await worker().wake();
    expect(create).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('a wait’s alarm is set again at its own time when it was lost, once', async () => {
    const { create, worker } = await start();
    world.graph.faults = [{ error: told(20 * MINUTE) }];
    await worker().run('alarm');
    await fakeBrowser.alarms.clearAll();
    create.mockClear();
    await worker().wake();
    await worker().wake();
    expect(create.mock.calls).toEqual([
      ['sync', { periodInMinutes: 15 }],
      ['sync-wait', { when: NOW + 20 * MINUTE }],
    ]);
    vi.useRealTimers();
  });
});

describe('two workers alive during an update', () => {
  const EVENTS = 10;

  it('with the lock: one round', async () => {
    const answers = await Promise.all([world.service().run('alarm'), world.service().run('start')]);
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    expect(asked()).toBe(3);
  });

  it('even without it: the one overtaken writes nothing more, and no event is there twice', async () => {
    const lock = {
      ifFree: async (_name: string, work: () => Promise<void>) => {
        await work();
        return true;
      },
    };
    const worker = () => createSyncService({ ...world.ports, lock });
    await Promise.all([worker().run('alarm'), worker().wake(), worker().run('person')]);
    await world.service().wake();
    await world.service().run('alarm');
    const { generation = 0, events, state } = await world.store.load();
    expect([state, events, (await world.store.rows(generation)).length]).toEqual(['idle', EVENTS, EVENTS]);
  });
});
