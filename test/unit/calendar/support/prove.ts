import * as fc from 'fast-check';
import type { CalendarStore } from '../../../../utils/model/ports.ts';
import { perform } from './perform.ts';
import { schedule } from './schedule.ts';
import { untilQuiet, wrongs } from './truth.ts';
import { createWorld } from './world.ts';

const SEED = Number(process.env['SYNC_SEED'] ?? 20261123);

/** `<store> <seed> <path>`, as a failure prints it. */
const REPLAY = process.env['SYNC_REPLAY']?.split(' ') ?? [];

/**
 * Runs so many schedules on a store and compares each end with the truth.
 *
 * @param name of the store, for the reproduction
 * @returns how often a worker died at each effect
 * @throws an error whose first line is the command that runs the failing schedule alone
 */
export async function proveSchedules(
  name: string,
  createStore: () => CalendarStore,
  runs: number,
): Promise<Map<string, number>> {
  const deaths = new Map<string, number>();
  const property = fc.asyncProperty(schedule, async (history) => {
    const world = createWorld(createStore());
    await world.service().signedIn({ id: 'maya' });
    for (const op of history) await perform(world, op);
    await untilQuiet(world);
    const found = await wrongs(world);
    for (const death of world.deaths) deaths.set(death, (deaths.get(death) ?? 0) + 1);
    if (found.length > 0) throw new Error(found.join('\n'));
  });
  const [store, seed, path] = REPLAY;
  const replay = store === name && seed !== undefined && path !== undefined;
  const details = await fc.check(
    property,
    replay ? { seed: Number(seed), path, endOnFailure: true, numRuns: 1 } : { seed: SEED, numRuns: runs },
  );
  if (details.failed)
    throw new Error(
      [
        `SYNC_REPLAY='${name} ${details.seed} ${details.counterexamplePath ?? ''}' npm run test:long -- schedules`,
        `after ${details.numRuns} schedules: ${JSON.stringify(details.counterexample)}`,
        String(details.errorInstance),
      ].join('\n'),
    );
  return deaths;
}
