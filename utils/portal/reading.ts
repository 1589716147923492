import type { PageRules } from '../model/policy.ts';
import type { PageId, PortalSnapshot, SettingId, TaughtLocator } from '../model/settings.ts';
import type { Candidate, Scene } from './locate/candidate.ts';
import { isSignIn, pageOf } from './pages.ts';
import type { Taught } from './taught/find.ts';

export type ReadingRules = Pick<PageRules, 'labels' | 'locators'>;

/** What a page shows of settings before any was found. */
export const NOTHING = { settings: [], recognised: 0, expected: 0, look: 'old' } as const;

/** Finds what people pointed out; few pages need it, and it may come later than the rest. */
export type FindTaught = (
  scene: Scene,
  locators: readonly TaughtLocator[],
  found: ReadonlyMap<SettingId, Candidate>,
) => Taught;

type Snapshot = PortalSnapshot<Element>;

/**
 * Which page the address is, read by `read`; at any other address nothing is looked at.
 *
 * @param read of a page that is known to be ours; null where it reads no such page; throws where a page breaks the DOM's own
 * promises
 */
export function readAt(url: string, read: (page: PageId) => Snapshot | null): Snapshot {
  const page = pageOf(url);
  if (page === null) return { ...NOTHING, page, recognition: isSignIn(url) ? 'signed-out' : 'unrecognised' };
  try {
    return read(page) ?? { ...NOTHING, page: null, recognition: 'unrecognised' };
  } catch (cause) {
    // A form may hide an element's own members behind fields named like them (HTML, "named access on the form element").
    if (!(cause instanceof Error)) throw cause;
    return { ...NOTHING, page, recognition: 'unrecognised' };
  }
}
