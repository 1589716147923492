import { DAY } from '../core/clock.ts';
import type { ComparedFact, Fact, FactBook } from '../model/facts.ts';
import { isStale } from '../model/facts.ts';
import type { EventRow } from '../model/calendar.ts';
import type { ComparedMeeting, Comparison, MeetingVerdict, SyncVersion } from '../model/meetings.ts';
import type { Message } from '../model/words.ts';
import { compareMeetings } from './compare.ts';
import { syncContext } from './limits.ts';

const DRIFT: Partial<Record<MeetingVerdict, Message>> = {
  'time-differs': { key: 'meeting_drift_time' },
  'cancelled-once': { key: 'meeting_drift_cancelled' },
  'outlook-only': { key: 'meeting_drift_outlook' },
  'zoom-only': { key: 'meeting_drift_zoom' },
};

export interface StoredMeetings {
  readonly facts: FactBook;
  /** Events from `now` on, for the days asked, by start. */
  readonly rows: readonly EventRow[];
  readonly version: SyncVersion;
  /** Days from now. */
  readonly days: number;
  /** IANA name of the reader's zone. */
  readonly zone: string;
  /** ms since the epoch */
  readonly now: number;
}

/** Compares what is stored, from now on; `null` while Outlook has not been read, or too long ago to say anything. */
export function compareStored({ facts, rows, version, days, zone, now }: StoredMeetings): Comparison | null {
  const contents = facts['calendar/contents'];
  if (!contents || isStale(contents, now)) return null;
  const list = facts['portal/meetings'];
  const end = Math.min(now + days * DAY, contents.value.windowEnd);
  return compareMeetings({
    rows,
    span: { start: now, end },
    list: list && !isStale(list, now) ? list : undefined,
    context: syncContext(facts, version, now),
    zone,
    now,
  });
}

/** The comparison in counts, as a fact for the checks: as old as the older side. */
export function comparedFact(
  { meetings, counts, withLink, list, general }: Comparison,
  facts: FactBook,
  days: number,
): Fact<ComparedFact> | null {
  const contents = facts['calendar/contents'];
  if (!contents) return null;
  const limited = meetings.filter(({ verdict }) => verdict === 'known-limit');
  const limit = limited[0]?.why.find(({ words }) => OWN.has(words.key))?.words;
  // Zoom lists what a person hosts: that an invitation of somebody else is not on it is no difference yet.
  const drifted = meetings.filter(
    ({ verdict, why }) =>
      DRIFT[verdict] !== undefined && !why.some(({ words }) => words.key === 'meeting_why_hosted'),
  );
  const first = drifted[0] && DRIFT[drifted[0].verdict];
  return {
    value: {
      days,
      meetings: withLink,
      limited: limited.length,
      ...(limit === undefined ? {} : { limit }),
      ...(general.some(({ words }) => words.key === 'meeting_why_lost') ? { disconnected: true } : {}),
      compared: meetings.filter(isCompared).length,
      drifted: drifted.length,
      ...(first === undefined ? {} : { drift: first }),
      twoLinks: counts['two-links'],
      listSeen: list !== null,
    },
    source: 'syncline',
    observedAt: Math.min(contents.observedAt, list?.seenAt ?? contents.observedAt),
    goodFor: DAY,
  };
}

/** Both sides were seen: it stands on both, or where Zoom's pages would have shown it. */
const isCompared = ({ verdict, zoom }: ComparedMeeting): boolean =>
  verdict !== 'not-compared' && (zoom !== null || verdict === 'outlook-only');

/** Reasons that lie in the meeting itself. */
const OWN: ReadonlySet<string> = new Set<Message['key']>([
  'meeting_why_registration',
  'meeting_why_personal',
  'meeting_why_personal_maybe',
  'meeting_why_subject',
  'meeting_why_exception',
  'meeting_why_exception_maybe',
  'meeting_why_far',
  'meeting_why_far_maybe',
]);
