import { SECOND } from '../core/clock.ts';
import type { GuidanceContext, GuidanceRequest } from '../model/messages.ts';
import type { PageRules } from '../model/policy.ts';
import type { Clock, Send } from '../model/ports.ts';
import type { PageId } from '../model/settings.ts';
import type { Later } from './guidance-report.ts';

/** Notes on a page that has changed since stand no longer than this without an answer: a wrong note is worse than none, ms. */
const LIMIT = SECOND;
/** Waits after a worker that did not answer, ms; after the last the question rests until it is another one. */
const WAITS = [1, 4, 16, 64].map((seconds) => seconds * SECOND);

export interface ContextOptions {
  readonly send: Send;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly later: Later;
  /** What is known has changed: look and draw again. */
  readonly onKnown: () => void;
}

type ReadingRules = Pick<PageRules, 'labels' | 'locators'>;

interface Known {
  /** The question, as text. */
  readonly of: string;
  readonly until: number;
  readonly context: GuidanceContext;
}

/** What the worker says of the page as it stands: asked when the page says something else than before, one question at a time. */
export function createContext({ send, clock, later, onKnown }: ContextOptions) {
  let page: PageId | null = null;
  let known: Known | null = null;
  /** Outlives what is known: without its labels the page would read as another. */
  let rules: ReadingRules = {};
  /** The question under way, or refused and not to be asked before `notBefore`. */
  let asked: { readonly text: string; isOver: boolean } | null = null;
  let refusals = 0;
  let notBefore = 0;
  let cancelRetry = () => {};
  let cancelLimit: (() => void) | null = null;

  const endLimit = () => {
    cancelLimit?.();
    cancelLimit = null;
  };
  const forget = () => {
    known = null;
    rules = {};
    asked = null;
    refusals = 0;
    notBefore = 0;
    cancelRetry();
    endLimit();
  };
  const ask = (question: GuidanceRequest, text: string) => {
    const mine = { text, isOver: false };
    asked = mine;
    const learn = (context: GuidanceContext): void => {
      if (asked !== mine) return;
      asked = null;
      refusals = 0;
      endLimit();
      known = { of: text, until: clock.monotonic() + context.goodFor, context };
      rules = context.rules ?? {};
      onKnown();
    };
    const rest = (): void => {
      if (asked !== mine) return;
      mine.isOver = true;
      const wait = WAITS[refusals];
      refusals += 1;
      notBefore = wait === undefined ? Infinity : clock.monotonic() + wait;
      if (wait !== undefined) cancelRetry = later(onKnown, wait);
    };
    send('guidance/context', question).then(learn, rest);
  };
  /** Whether the question waits for its answer, or rests after a refusal. */
  const isAsked = (text: string): boolean => {
    if (!asked) return false;
    if (!asked.isOver) return true;
    if (asked.text === text) return clock.monotonic() < notBefore;
    refusals = 0;
    cancelRetry();
    return false;
  };

  return {
    /** What belongs on the page; null while nothing is known, or what was known has been overtaken for too long. */
    of(question: GuidanceRequest): { readonly context: GuidanceContext; readonly isCurrent: boolean } | null {
      if (question.page !== page) forget();
      page = question.page;
      const text = JSON.stringify(question);
      const isCurrent = known?.of === text;
      if (isCurrent && known && clock.monotonic() < known.until) return { context: known.context, isCurrent };
      if (!isAsked(text)) ask(question, text);
      if (known && !isCurrent)
        cancelLimit ??= later(() => {
          known = null;
          onKnown();
        }, LIMIT);
      return known && { context: known.context, isCurrent };
    },
    /** What the person did made another answer of it, also of the one under way; until it comes, what is known holds. */
    renew(): void {
      if (known) known = { ...known, of: '' };
      if (!asked?.isOver) asked = null;
      onKnown();
    },
    /** How the page last asked about is to be read, as far as that has come. */
    rules: () => rules,
    /** The person left the page; coming back is asked anew. */
    leave(): void {
      page = null;
      forget();
    },
  };
}
