import { beforeEach, describe, expect, it } from 'vitest';
import { NOW, createWorld } from '../calendar/support/world.ts';
import type { World } from '../calendar/support/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let world: World;

beforeEach(async () => {
  world = createWorld();
  for (let at = 0; at < 9; at += 1) {
    const start = NOW + at * 2 * DAY;
    world.graph.put({ id: `event${at}`, type: 'singleInstance', start, end: start + HOUR, subject: 'Plan' });
  }
  await world.service().signedIn({ id: 'maya' });
});

const kinds = () =>
  world.graph.requests.map((url) => {
    const span = /startDateTime=([^&]+)&endDateTime=([^&]+)/.exec(url);
    if (url.includes('/delta?') && span) {
      const days = (Date.parse(span[2] ?? '') - Date.parse(span[1] ?? '')) / DAY;
      return days === 67 ? 'delta' : days === 37 ? 'half' : 'odd';
    }
    return url.includes('/delta') ? 'next' : 'plain';
  });

describe('a round that never ends', () => {
  it('is left after a few pages and read again without a page size', async () => {
    world.graph.endless = (_url, prefer) => prefer.includes('maxpagesize');
    expect(await world.service().run('alarm')).toEqual({ ok: true });
    expect(await world.store.load()).toMatchObject({ state: 'idle', events: 9, mode: 'delta-unsized' });
    expect(kinds().filter((kind) => kind === 'delta')).toHaveLength(2);
    expect(world.graph.requests.length).toBeLessThan(12);
  });

  it('ends in a plain read when no delta ends, with the same rows', async () => {
    world.graph.endless = (url) => url.includes('/delta');
    expect(await world.service().run('alarm')).toEqual({ ok: true });
    expect(await world.store.load()).toMatchObject({ state: 'idle', events: 9, mode: 'plain' });
    expect([...new Set(kinds())]).toEqual(['delta', 'next', 'half', 'plain']);
    expect((await world.store.between(NOW - DAY, NOW + 30 * DAY)).map(({ subject }) => subject)).toEqual(
      Array(9).fill('Plan'),
    );
  });

  it('reads plainly once an hour at most, and tries delta again after a day', async () => {
    world.graph.endless = (url) => url.includes('/delta');
    const service = world.service();
    await service.run('alarm');
    world.graph.requests.length = 0;
    world.clock.at += HOUR / 4;
    await service.run('alarm');
    expect(kinds()).toEqual([]);
    world.clock.at += HOUR;
    await service.run('alarm');
    expect([...new Set(kinds())]).toEqual(['plain']);
    world.graph.endless = () => false;
    world.graph.requests.length = 0;
    world.clock.at += DAY;
    await service.run('alarm');
    expect(kinds()[0]).toBe('delta');
    expect((await world.store.load()).mode).toBeUndefined();
  });

  it('rests for six hours when not even a plain read ends, and readers keep what they have', async () => {
    await world.service().run('alarm');
    world.graph.endless = () => true;
    world.graph.faults = [{ error: { code: 'sync-state-lost', who: 'resync' } }];
    expect(await world.service().run('alarm')).toMatchObject({
      ok: false,
      error: { code: 'endless-round', who: 'wait' },
    });
    const record = await world.store.load();
    expect(record).toMatchObject({ state: 'coolingDown', notBefore: NOW + 6 * HOUR, generation: 1 });
    expect(record.filling).toBeUndefined();
    expect(await world.store.between(NOW - DAY, NOW + 30 * DAY)).toHaveLength(9);
  });
});
