import type { DetectedSetting, PortalSnapshot } from '../../model/settings.ts';
import type { Root } from '../dom/tree.ts';
import { lockOf } from '../lock.ts';
import { lookOf } from '../look.ts';
import { isLoading, isSignInForm } from '../main.ts';
import { NOTHING, type ReadingRules } from '../reading.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { findProfileSection, readConnection, zoomEmailOf } from './profile.ts';

type Snapshot = PortalSnapshot<Element>;

/** The profile page: one section, the person's own connection. */
export function profilePage(root: Root, main: Element | null, { labels }: ReadingRules): Snapshot {
  const vocabulary = vocabularyOf(labels);
  const section = main && findProfileSection(main, vocabulary);
  const base = { ...NOTHING, page: 'profile', expected: 1, look: 'old' } as const;
  if (main && section && section !== 'ambiguous') {
    const zoomEmail = zoomEmailOf(main, section);
    const detected: DetectedSetting<Element> = {
      id: 'profile-connection',
      value: readConnection(section, vocabulary),
      lock: lockOf(section.element, [], false).lock,
      how: section.how,
      element: section.element,
      control: section.control,
    };
    return {
      ...base,
      recognition: 'recognised',
      recognised: 1,
      look: lookOf([main]),
      settings: [detected],
      ...(zoomEmail !== undefined && { zoomEmail }),
    };
  }
  if (section === 'ambiguous')
    return { ...base, recognition: 'unrecognised', ambiguous: ['profile-connection'] };
  if (isSignInForm(root)) return { ...base, recognition: 'signed-out' };
  return { ...base, recognition: isLoading(main) ? 'loading' : 'unrecognised' };
}
