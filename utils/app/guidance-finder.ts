import { SECOND } from '../core/clock.ts';
import type { Clock } from '../model/ports.ts';
import type { Later } from './guidance-report.ts';

/** Each wait is twice as long as the one before, ms; the browser loads a script into a page within some tens. */
const FIRST_WAIT = 2 * SECOND;
const MOST = 5;

export interface FinderOptions {
  readonly ask: () => unknown;
  /** Look again: the script may have come, or must be asked for again. */
  readonly again: () => void;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly later: Later;
}

/** Has the finder of what was pointed out loaded into a page that needs it: asked for a few times, until it is there. */
export function createFinder({ ask, again, clock, later }: FinderOptions) {
  let asked = 0;
  let notBefore = 0;
  let stop = () => {};
  return {
    /** @param lacks whether this look missed it */
    look(lacks: boolean): void {
      if (!lacks) {
        stop();
        asked = 0;
        notBefore = 0;
      } else if (asked < MOST && clock.monotonic() >= notBefore) {
        const wait = FIRST_WAIT * 2 ** asked;
        asked += 1;
        notBefore = clock.monotonic() + wait;
        stop();
        stop = later(again, wait);
        void ask();
      }
    },
    stop: () => stop(),
  };
}
