import type { PortalObservation } from './messages.ts';
import type { PortalSnapshot } from './settings.ts';

/** What a script loaded on demand tells the worker, inside `portal/observed` (DESIGN 3.4: a content script has two messages). */
export type PageExtras = Pick<PortalObservation, 'hide' | 'taught' | 'guide' | 'lacks'>;

/**
 * What the portal's content script offers to those loaded later into the same isolated world (guide, teaching): the page as
 * it reads it, so that nobody reads or watches it twice. Never in reach of the page's own scripts.
 */
export interface PageHook<Node, Finder = unknown> {
  /** Aborted when the content script leaves; all that hangs on the hook ends with it. */
  readonly signal: AbortSignal;
  /** The last look; `null` before the first. */
  readonly snapshot: () => PortalSnapshot<Node> | null;
  /** Calls the listener after every look, until either signal ends. */
  readonly subscribe: (listener: (seen: PortalSnapshot<Node>) => void, signal: AbortSignal) => void;
  /** Whether the worker took it; never rejects. */
  readonly tell: (extras: PageExtras) => Promise<boolean>;
  /** Looks again now. */
  readonly rescan: () => void;
  /** Finds what people pointed out, once the script that brings it is here. */
  findTaught: Finder | null;
  /** The scripts loaded so far, each with what it does when it is asked for (again): so none is ever loaded twice. */
  readonly scripts: Map<PageScript, (order: PageOrder) => unknown>;
}

/** A script of the package that is loaded into an open page of the portal when a person or the page asks for it, by its file's name. */
export type PageScript = 'guide' | 'teach' | 'taught';
/** What the script is to do, as JSON. */
export type PageOrder = Readonly<Record<string, unknown>>;

/** Name of the hook on the isolated world's `globalThis`. */
export const PAGE_HOOK = 'synclinePage';
