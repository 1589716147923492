import { describe, expect, it } from 'vitest';
import { alter } from '../calendar/support/perform.ts';
import { proveSchedules } from '../calendar/support/prove.ts';
import { STORES } from '../calendar/support/stores.ts';
import { untilQuiet, wrongs } from '../calendar/support/truth.ts';
import { createWorld } from '../calendar/support/world.ts';

describe('I1 I2 I8: after any schedule of changes, faults, jumps, sign-outs and kills the store is the truth', () => {
  // The full number is `npm run test:long`'s.
  it.each([
    ['memory', 200],
    ['indexeddb', 60],
  ] as const)('in %s, %i schedules', async (name, runs) => {
    const deaths = await proveSchedules(name, STORES[name], runs);
    expect(deaths.size).toBeGreaterThan(10);
  });
});

it('I2: a first fill that is killed at every single effect still ends in the truth', async () => {
  for (const when of ['before', 'after'] as const)
    for (let effect = 0; ; effect += 1) {
      const world = createWorld();
      await world.service().signedIn({ id: 'maya' });
      alter(world, { do: 'series', n: 1, count: 9, hidden: true });
      alter(world, { do: 'series', n: 2, count: 3, hidden: false });
      for (let day = 0; day < 6; day += 1) alter(world, { do: 'single', n: day, day, word: 'Plan' });
      const died = await world.doomed((service) => service.run('sign-in'), effect, when);
      const alone = (await world.store.load()).state !== 'fetching' || world.alarms.has('sync-wait');
      expect(alone, `killed ${when} effect ${effect}: an alarm must bring the round back`).toBe(true);
      await untilQuiet(world);
      expect(await wrongs(world)).toEqual([]);
      if (!died) break;
    }
});
