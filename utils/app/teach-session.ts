import type { PageHook } from '../model/page-hook.ts';
import type { Clock } from '../model/ports.ts';
import type { PageId, PortalSnapshot, SettingId, TaughtLocator } from '../model/settings.ts';
import { TEACHABLE } from '../model/taught.ts';

/** A control that may be pointed at, as the portal engine gives it. */
export interface Pointable<Node> {
  readonly element: Node;
  readonly title: string;
  suits(setting: SettingId): boolean;
  locator(setting: SettingId, page: PageId, now: number): TaughtLocator;
}

/** One question: which of these controls is the setting. */
export interface Question<Node> {
  readonly setting: SettingId;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly candidates: readonly Pointable<Node>[];
  /** The title of what the last answer pointed at, where it was kept. */
  readonly taught: string | null;
}

/** What draws the questions. */
export interface TeachView<Node> {
  ask(question: Question<Node>): void;
  /** All is asked. @param taught how many controls were pointed out and kept */
  end(taught: number): void;
  close(): void;
}

export interface TeachOptions<Node> {
  readonly hook: Pick<PageHook<Node>, 'snapshot' | 'tell'>;
  /** Controls that can be told from all others, without those of settings known already. */
  readonly pointables: (known: readonly Node[]) => readonly Pointable<Node>[];
  readonly clock: Pick<Clock, 'now'>;
  readonly view: (answers: TeachAnswers<Node>) => TeachView<Node>;
}

/** What a person may answer. */
export interface TeachAnswers<Node> {
  choose(candidate: Pointable<Node>): void;
  /** Not on this page, or not known. */
  skip(): void;
  stop(): void;
}

const missing = ({ page, settings }: PortalSnapshot): readonly SettingId[] =>
  page === null ? [] : TEACHABLE[page].filter((id) => !settings.some((one) => one.id === id));

/**
 * Asks of each setting the page shows and nobody recognised which control it is. Only what a person chooses is told; nothing of the
 * page is touched.
 *
 * @returns ends it; null when there is nothing to ask
 */
export function beginTeaching<Node>({
  hook,
  pointables,
  clock,
  view,
}: TeachOptions<Node>): (() => void) | null {
  const seen = hook.snapshot();
  const page = seen?.page ?? null;
  if (!seen || page === null) return null;
  const all = pointables(seen.settings.map(({ element }) => element));
  const settings = missing(seen).filter((id) => all.some((one) => one.suits(id)));
  if (settings.length === 0) return null;
  const gone = new Set<Pointable<Node>>();
  let at = -1;
  let last: string | null = null;
  /** An answer is on its way to the worker: until it is kept nothing is said of it, and none follows. */
  let isBusy = false;
  let isOver = false;
  const drawn = view({
    choose(candidate) {
      const setting = settings[at];
      if (setting && !isBusy) void keep(candidate, candidate.locator(setting, page, clock.now()));
    },
    skip() {
      if (isBusy) return;
      last = null;
      goOn();
    },
    stop: () => close(),
  });
  const close = () => {
    isOver = true;
    drawn.close();
  };
  async function keep(candidate: Pointable<Node>, locator: TaughtLocator): Promise<void> {
    isBusy = true;
    const isKept = await hook.tell({ taught: [locator] });
    isBusy = false;
    if (isKept) gone.add(candidate);
    last = isKept ? candidate.title : null;
    if (!isOver) goOn();
  }
  function goOn(): void {
    at += 1;
    const setting = settings[at];
    if (!setting) {
      drawn.end(gone.size);
      return;
    }
    const candidates = all.filter((one) => !gone.has(one) && one.suits(setting));
    if (candidates.length === 0) goOn();
    else drawn.ask({ setting, number: at + 1, of: settings.length, candidates, taught: last });
  }
  goOn();
  return close;
}
