import type { PageId, PortalSnapshot } from '../model/settings.ts';
import type { Root } from './dom/tree.ts';
import { readPersonal } from './read-personal.ts';
import { readSettings } from './read-settings.ts';
import { readAt, type ReadingRules } from './reading.ts';
import { findTaught } from './taught/find.ts';

type Snapshot = PortalSnapshot<Element>;

/**
 * What a page of the portal shows, whichever page it is: the product's scripts read by the part that is theirs.
 * Only reads. At any other address it returns at once.
 * @param root the page, or the part of it to read
 * @param url address of the page; only host, path, tab and hash count
 * @param rules what people pointed out, each on its own page only, and what the organisation says settings are called
 */
export function readPortal(root: Root, url: string, rules: ReadingRules = {}): Snapshot {
  return readAt(url, (page) => readPage(page, root, url, rules));
}

/** The same for a page that is known to be ours; throws where a page breaks the DOM's own promises. */
export function readPage(page: PageId, root: Root, url: string, rules: ReadingRules): Snapshot {
  return page === 'profile' || page === 'meetings'
    ? readPersonal(page, root, rules)
    : readSettings(page, root, url, rules, findTaught);
}
