import { DAY } from '../core/clock.ts';
import { resultOf } from '../guide/index.ts';
import { GUIDE_LIFE, type GuideRun } from '../model/guide.ts';
import type { PageOrder } from '../model/page-hook.ts';
import type { Clock, FactStore } from '../model/ports.ts';
import { isStale } from '../model/facts.ts';

/** A connection that worked a quarter of a year ago proves little today. */
const RESULT_LIFE = 90 * DAY;

export interface GuideServiceOptions {
  readonly facts: Pick<FactStore, 'book' | 'put' | 'remove'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Gives the guide in this tab an order, loading it there first. */
  readonly onPage: (tab: number, order: PageOrder) => Promise<unknown>;
}

export interface GuideService {
  /** Keeps a guide after a step; one that has ended becomes a fact. */
  keep(run: GuideRun, tab: number | undefined): Promise<void>;
  /** The page in this tab was opened anew: a guide that ran in the tab goes on there, and in no other. */
  resume(tab: number | undefined): Promise<void>;
  /** The browser was started: its tabs have new numbers, and one may be that of a tab of before. */
  started(): Promise<void>;
}

/** Carries a guide from page to page of one tab: its script ends with each page. */
export function createGuideService({ facts, clock, onPage }: GuideServiceOptions): GuideService {
  let forgotten = Promise.resolve();

  async function forget(): Promise<void> {
    if ((await facts.book())['guide/run']) await facts.remove(['guide/run']);
  }

  return {
    async keep(run, tab) {
      const known = (await facts.book())['guide/run']?.value;
      // Two tabs may each have one; what was begun last counts.
      if (known && known.run.startedAt > run.startedAt) return;
      const now = clock.now();
      const result = resultOf(run);
      if (!result) {
        const value = { run, ...(tab === undefined ? {} : { tab }) };
        await facts.put('guide/run', { value, source: 'syncline', observedAt: now, goodFor: GUIDE_LIFE });
        return;
      }
      await facts.put(run.kind === 'test' ? 'guide/test' : 'guide/setup', {
        value: result,
        source: 'zoom-portal',
        observedAt: result.endedAt,
        goodFor: RESULT_LIFE,
      });
      if (known) await facts.remove(['guide/run']);
    },
    started: () => (forgotten = forget()),
    async resume(tab) {
      // A page restored with the browser may ask before that is done.
      await forgotten;
      const fact = tab === undefined ? undefined : (await facts.book())['guide/run'];
      if (!fact || fact.value.tab !== tab || tab === undefined || isStale(fact, clock.now())) return;
      await onPage(tab, { resume: fact.value.run });
    },
  };
}
