import { beforeEach, describe, expect, it } from 'vitest';
import { NOW, createWorld } from '../calendar/support/world.ts';
import type { World } from '../calendar/support/world.ts';

const HOUR = 3_600_000;
const EVENTS = 40;
let world: World;

function put(from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const start = NOW + at * HOUR;
    world.graph.put({ id: `event${at}`, type: 'singleInstance', start, end: start + HOUR, subject: 'Plan' });
  }
}

const removeAll = () => {
  for (let at = 0; at < EVENTS; at += 1) world.graph.remove(`event${at}`);
};
const held = async () => (await world.store.between(NOW - HOUR, NOW + 99 * HOUR)).length;

beforeEach(async () => {
  world = createWorld();
  put(0, EVENTS);
  const service = world.service();
  await service.signedIn({ id: 'maya' });
  await service.run('sign-in');
});

describe('I7: a calendar that empties', () => {
  it('by tombstones on many small pages stops before half is gone, and waits for a person', async () => {
    removeAll();
    const result = await world.service().run('alarm');
    expect(result).toEqual({ ok: false, error: { code: 'suspect-shrink', who: 'person' } });
    expect(await held()).toBeGreaterThanOrEqual(EVENTS / 2);
    expect((await world.store.load()).shrink?.before).toBe(EVENTS);
    expect((await world.store.runs())[0]?.outcome).toBe('shrink');
  });

  it('in a new generation leaves readers on the old one', async () => {
    removeAll();
    world.graph.faults = [{ error: { code: 'sync-state-lost', who: 'resync' } }];
    await world.service().run('alarm');
    expect(await world.store.load()).toMatchObject({ state: 'suspectShrink', generation: 1, filling: 2 });
    expect(await held()).toBe(EVENTS);
  });

  it.each([0, 1])(
    'goes on, and ends, once the person says it is right (%i lost tokens before)',
    async (lost) => {
      removeAll();
      if (lost) world.graph.faults = [{ error: { code: 'sync-state-lost', who: 'resync' } }];
      await world.service().run('alarm');
      expect(await world.service().confirmShrink()).toEqual({ ok: true });
      expect(await held()).toBe(0);
      expect(await world.store.load()).toMatchObject({ state: 'idle', events: 0 });
      expect((await world.store.load()).shrinkAccepted).toBeUndefined();
    },
  );

  it('keeps the person’s word through a kill, and through a wait', async () => {
    removeAll();
    await world.service().run('alarm');
    await world.doomed((service) => service.confirmShrink(), 4, 'after');
    world.graph.faults = [{ error: { code: 'offline', who: 'wait' } }];
    await world.service().wake();
    world.clock.at = (await world.store.load()).notBefore;
    expect(await world.service().run('alarm')).toEqual({ ok: true });
    expect(await held()).toBe(0);
  });

  it('lets go by itself when a later reading finds everything again', async () => {
    removeAll();
    await world.service().run('alarm');
    put(0, EVENTS);
    world.graph.requests.length = 0;
    await world.service().run('alarm');
    expect(world.graph.requests).toEqual([]);
    world.clock.at += 6 * HOUR;
    expect(await world.service().run('alarm')).toEqual({ ok: true });
    expect(await held()).toBe(EVENTS);
  });

  it('asks nobody when half stays', async () => {
    for (let at = 0; at < EVENTS / 2; at += 1) world.graph.remove(`event${at}`);
    expect(await world.service().run('alarm')).toEqual({ ok: true });
    expect(await held()).toBe(EVENTS / 2);
  });
});

it('confirms nothing when there is nothing to confirm', async () => {
  const { commits } = world.store.written;
  expect(await world.service().confirmShrink()).toEqual({ ok: true });
  expect(world.store.written.commits).toBe(commits);
});
