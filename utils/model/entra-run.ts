import { MINUTE } from '../core/clock.ts';
import type { EntraRunFact } from './entra.ts';
import type { Fact } from './facts.ts';
import { isStale } from './facts.ts';

/** Nobody spends longer at Microsoft's window; one open then is another's, ms. */
const LONGEST_WINDOW = 30 * MINUTE;

/** Where a reading of Entra stands: `cut-off` when the worker was stopped in the middle of it. */
export type RunState = 'none' | 'running' | 'cut-off' | 'ended' | 'refused';

/**
 * Where the last reading stands at this moment.
 *
 * @param window whether Microsoft's window stands open, or was left by a worker that was stopped
 */
export function runState(
  run: Fact<EntraRunFact> | undefined,
  now: number,
  window: 'open' | 'left' | null,
): RunState {
  if (!run) return 'none';
  const { state } = run.value;
  if (state !== 'running') return state;
  if (run.value.step === 'approval' && window !== null) {
    // A person takes the time they need there, and the reading says nothing meanwhile.
    const theirs = isStale({ ...run, goodFor: LONGEST_WINDOW }, now);
    return window === 'open' && !theirs ? 'running' : 'cut-off';
  }
  return isStale(run, now) ? 'cut-off' : 'running';
}
