import { DAY } from '../core/clock.ts';
import { readListTime } from '../meetings/index.ts';
import type { Fact, ListedMeeting, MeetingListFact, MeetingListLook } from '../model/facts.ts';
import type { PortalObservation } from '../model/messages.ts';
import type { SeenMeeting } from '../model/settings.ts';

/** Meetings are made and moved any hour; a list of yesterday is compared with nothing. */
const LIST_GOOD_FOR = DAY;
/** Pages kept; 15 rows each (portal.md 4.3). */
const MOST_LOOKS = 8;

function listed(row: SeenMeeting, now: number, zone: string): ListedMeeting {
  const { number, theirs } = row;
  return { number, ...readListTime(row, now, zone), ...(theirs ? { theirs } : {}) };
}

/** First and last beginning on a page; `null` where none was understood. */
function reach({ rows }: MeetingListLook): readonly [string, string] | null {
  const starts = rows.flatMap(({ start }) => start ?? []).toSorted();
  const [first, last] = [starts[0], starts.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

/** Whether two looks are of the same part of the list: then the newer one counts alone. */
function overlap(a: MeetingListLook, b: MeetingListLook): boolean {
  const [one, other] = [reach(a), reach(b)];
  if (one && other) return one[0] <= other[1] && other[0] <= one[1];
  const numbers = new Set(a.rows.map(({ number }) => number));
  return b.rows.some(({ number }) => numbers.has(number));
}

/**
 * What a look at Zoom's list leaves known: this page, and earlier ones of the same list that are still fresh and show another part
 * of it. As old as the oldest page in it.
 *
 * @param now ms since the epoch
 * @param zone IANA name of this browser's time zone
 */
export function meetingListFact(
  seen: PortalObservation,
  before: Fact<MeetingListFact> | undefined,
  now: number,
  zone: string,
): Fact<MeetingListFact> {
  const look = { seenAt: now, rows: (seen.meetings ?? []).map((row) => listed(row, now, zone)) };
  const known = before?.value.scope === seen.scope ? (before?.value.looks ?? []) : [];
  const kept = known.filter(
    (other) => now - other.seenAt >= 0 && now - other.seenAt < LIST_GOOD_FOR && !overlap(other, look),
  );
  const looks = [...kept, look].slice(-MOST_LOOKS);
  return {
    value: { ...(seen.scope === undefined ? {} : { scope: seen.scope }), looks },
    source: 'zoom-portal',
    observedAt: Math.min(...looks.map(({ seenAt }) => seenAt)),
    goodFor: LIST_GOOD_FOR,
  };
}
