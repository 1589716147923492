import type { PortalSnapshot } from '../../model/settings.ts';
import type { Root } from '../dom/tree.ts';
import { isLoading, isSignInForm } from '../main.ts';
import { hasMeetingList, readMeetings } from '../meetings.ts';
import { NOTHING } from '../reading.ts';

type Snapshot = PortalSnapshot<Element>;

/** The page of upcoming meetings: the rows it shows. */
export function meetingsPage(root: Root, main: Element | null): Snapshot {
  const meetings = readMeetings(main ?? root);
  const base = { ...NOTHING, page: 'meetings', expected: 1, look: 'old' } as const;
  if (meetings.length > 0 || hasMeetingList(main ?? root)) {
    return { ...base, recognition: 'recognised', recognised: 1, meetings };
  }
  if (isSignInForm(root)) return { ...base, recognition: 'signed-out' };
  return { ...base, recognition: isLoading(main) ? 'loading' : 'unrecognised' };
}
