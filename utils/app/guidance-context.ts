import type { GuidanceContext } from '../model/messages.ts';
import type { PageRules } from '../model/policy.ts';
import type { Send } from '../model/ports.ts';
import type { Level, PageId } from '../model/settings.ts';
import type { Later } from './guidance-report.ts';

/** The notes do not wait longer for a worker that sleeps, starts or is gone, ms. */
const LIMIT = 1_000;
const NOTHING: GuidanceContext = { facts: {}, hidden: [] };

export interface ContextOptions {
  readonly send: Send;
  readonly later: Later;
  /** What is known has changed: draw again. */
  readonly onKnown: () => void;
}

/** What the worker knows of a page, asked once a page; the notes go without it when it does not come in time. */
export function createContext({ send, later, onKnown }: ContextOptions) {
  let page: PageId | null = null;
  let known: GuidanceContext | null = null;
  const hidden = new Set<string>();
  let cancel = () => {};

  const ask = (asked: PageId, level: Level) => {
    const learn = (context: GuidanceContext) => {
      if (page !== asked) return;
      cancel();
      for (const key of context.hidden) hidden.add(key);
      known = context;
      onKnown();
    };
    cancel();
    cancel = later(() => learn(known ?? NOTHING), LIMIT);
    send('guidance/context', { page: asked, level }).then(learn, () => learn(known ?? NOTHING));
  };

  return {
    /** The context of the page, or null while its answer may still come. */
    of(asked: PageId, level: Level): GuidanceContext | null {
      if (asked === page) return known;
      page = asked;
      known = null;
      ask(asked, level);
      return known;
    },
    /** Asks again, for the person has just changed it; until the answer comes, what is known holds. */
    renew: ask,
    /** What policy and person say of the page last asked about, as far as that has come. */
    rules: (): PageRules => known?.rules ?? {},
    hidden: hidden as ReadonlySet<string>,
    hide: (key: string) => hidden.add(key),
    /** The person left the page; coming back is asked anew. */
    leave(): void {
      cancel();
      page = null;
      known = null;
    },
  };
}
