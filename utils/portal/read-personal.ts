import type { PortalSnapshot } from '../model/settings.ts';
import type { Root } from './dom/tree.ts';
import { mainOf } from './main.ts';
import { meetingsPage } from './read/meetings-page.ts';
import { profilePage } from './read/profile-page.ts';
import type { ReadingRules } from './reading.ts';

/** What the pages show that are a person's own: the profile's connection, or the list of upcoming meetings. */
export function readPersonal(
  page: 'meetings' | 'profile',
  root: Root,
  rules: ReadingRules,
): PortalSnapshot<Element> {
  const main = mainOf(root);
  return page === 'profile' ? profilePage(root, main, rules) : meetingsPage(root, main);
}
