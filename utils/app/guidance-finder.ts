import { SECOND } from '../core/clock.ts';
import type { Clock } from '../model/ports.ts';
import type { Later } from './guidance-report.ts';

/** The browser loads a script into a page within some tens of ms. */
const WAIT = 5 * SECOND;
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
      const now = clock.monotonic();
      if (!lacks) asked = notBefore = 0;
      if (!lacks || now < notBefore || asked === MOST) return;
      asked += 1;
      notBefore = now + WAIT;
      stop();
      stop = later(again, WAIT);
      void ask();
    },
    stop: () => stop(),
  };
}
