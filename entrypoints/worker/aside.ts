import { writeLog } from '../../utils/adapters/browser/log.ts';
import { toErrorInfo } from '../../utils/core/errors.ts';

/** Resolves after so many ms. For waits of a few seconds at most: a timer does not outlive the worker. */
export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What nobody waits for begins so much later, ms: the answer somebody does wait for goes first (wake, speed.md 1). */
const STEP_BACK = 100;

/** A deletion waits no longer for work under way, ms: a server that does not answer keeps nobody's data here. */
const QUIET_LIMIT = 5_000;

/** Work nobody waits for but a deletion. */
export interface Aside {
  /** Lets it run; its failure goes to the log under this name. */
  run(what: string, work: Promise<unknown>): void;
  /** Resolves when whoever waits for an answer has had time to get it. */
  later(): Promise<void>;
  /** Resolves when all of it and the work given have ended, or after `QUIET_LIMIT`. */
  quiet(work: Promise<unknown>): Promise<unknown>;
}

/** One for the whole worker. */
export function createAside(): Aside {
  const underWay = new Set<Promise<unknown>>();
  return {
    run(what, work) {
      const ended = work
        .catch((error: unknown) => writeLog(`${what}/${toErrorInfo(error).code}`))
        .finally(() => underWay.delete(ended));
      underWay.add(ended);
    },
    later: () => sleep(STEP_BACK),
    quiet: (work) => Promise.race([Promise.all([...underWay, work]), sleep(QUIET_LIMIT)]),
  };
}
