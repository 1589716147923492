import { expect, it } from 'vitest';
import { proveSchedules } from '../unit/calendar/support/prove.ts';
import { STORES } from '../unit/calendar/support/stores.ts';

/** Several times what was asked for: they are quick. */
const RUNS = { memory: 20_000, indexeddb: 5_000 };

/** Every effect of a worker; each must have been its last, just before and just after. */
const EFFECTS = [
  'alarms.clear',
  'alarms.ensure',
  'facts.put',
  'facts.remove',
  'graph.get',
  'store.addRun',
  'store.commit',
  'store.get',
  'store.keys',
  'store.load',
  'store.rows',
];

it.each(['memory', 'indexeddb'] as const)(
  'I1 I2 I8: thousands of schedules in %s end in the truth, with a worker killed at every effect',
  async (name) => {
    const began = performance.now();
    const deaths = await proveSchedules(name, STORES[name], RUNS[name]);
    const kills = [...deaths.values()].reduce((sum, count) => sum + count, 0);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${name}: ${RUNS[name]} schedules, ${kills} kills, ${seconds} s\n`);
    const all = ['after', 'before'].flatMap((when) => EFFECTS.map((effect) => `${when} ${effect}`));
    expect([...deaths.keys()].sort()).toEqual(process.env['SYNC_REPLAY'] ? expect.anything() : all);
  },
);
