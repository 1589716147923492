import { beforeEach, describe, expect, it } from 'vitest';
import { NOW, createWorld } from '../calendar/support/world.ts';
import type { World } from '../calendar/support/world.ts';

const HOUR = 3_600_000;
let world: World;

beforeEach(async () => {
  world = createWorld();
  world.meetings(10);
  await world.service().signedIn({ id: 'maya' });
});

describe('what the store is left with', () => {
  it('counts no event twice when a page after a kill brings some again', async () => {
    await world.doomed((service) => service.run('alarm'), 7, 'after');
    expect((await world.store.load()).round?.events).toBe(8);
    world.graph.faults = ['replay'];
    await world.service().run('alarm');
    expect((await world.store.load()).events).toBe(10);
  });

  it('finds an event that began long before the span it is asked for', async () => {
    world.graph.put({
      id: 'fair',
      type: 'singleInstance',
      start: NOW - 48 * HOUR,
      end: NOW + 48 * HOUR,
      subject: 'Fair',
    });
    const service = world.service();
    await service.run('alarm');
    await service.run('alarm');
    const found = await world.store.between(NOW + 30 * HOUR, NOW + 31 * HOUR);
    expect(found.map(({ subject }) => subject)).toEqual(['Fair']);
    expect((await world.store.load()).longest).toBe(96 * HOUR);
  });

  it('drops a series that went with its master’s tombstone alone, in the same round', async () => {
    const series = { start: NOW, end: NOW + HOUR };
    world.graph.put({ id: 'm', type: 'seriesMaster', ...series, subject: 'Stand-up' });
    world.graph.put({ id: 'o', type: 'occurrence', seriesMasterId: 'm', ...series });
    const service = world.service();
    await service.run('alarm');
    expect(await world.store.load()).toMatchObject({ events: 11, generation: 1 });
    world.graph.vanish('o');
    world.graph.remove('m');
    expect(await service.run('alarm')).toEqual({ ok: true });
    expect(await world.store.load()).toMatchObject({ events: 10, generation: 1 });
    expect(await world.store.keys(1)).toHaveLength(10);
  });
});
