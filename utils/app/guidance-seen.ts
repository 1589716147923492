import type { PortalObservation } from '../model/messages.ts';
import type { PortalSnapshot } from '../model/settings.ts';
import { settingsSeen } from './guidance-report.ts';

/** The list shows 15 rows a page (portal.md 4.3); what the guard takes. */
const MOST_ROWS = 100;
const TEXT_LIMIT = 80;

/** What was seen on any page, the list of meetings too. */
export function observationOf(snapshot: PortalSnapshot, scope?: string): PortalObservation | null {
  return snapshot.page === 'meetings' ? listSeen(snapshot, scope) : settingsSeen(snapshot, scope);
}

/** Rows of the list of meetings, without topic and host; an empty list may be one that is still loading, so it tells nothing. */
function listSeen(
  { recognition, recognised, expected, meetings = [] }: PortalSnapshot,
  scope?: string,
): PortalObservation | null {
  const rows = meetings.slice(0, MOST_ROWS).map(({ meetingId, day, time, host }) => ({
    number: meetingId,
    ...(day === undefined ? {} : { day: day.slice(0, TEXT_LIMIT) }),
    time: time.slice(0, TEXT_LIMIT),
    ...(host === undefined ? {} : { theirs: true as const }),
  }));
  if (recognition !== 'recognised' || rows.length === 0) return null;
  return {
    page: 'meetings',
    ...(scope === undefined ? {} : { scope }),
    recognition,
    recognised,
    expected,
    settings: [],
    meetings: rows,
  };
}
