import { fullFacts, measureChecks } from '../full-facts.ts';
import { type Bench, rounds } from './suite.ts';

/** Every check, the agenda and both calendars compared, over everything there is to know; pure work, so it runs right here. */
export async function checks(bench: Bench): Promise<void> {
  const full = fullFacts(100_000);
  for (let at = 0; at < rounds(bench, 9); at += 1) bench.note('checks', { ours: measureChecks(full) });
}
