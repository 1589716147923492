import type { EventRow } from '../model/calendar.ts';
import { joinAddress } from './join-links.ts';

/** One line of "what comes next". */
export interface Meeting {
  readonly key: string;
  /** ms since the epoch */
  readonly start: number;
  readonly end: number;
  readonly running: boolean;
  readonly subject?: string;
  readonly private?: true;
  readonly place?: string;
  /** Joins the Zoom meeting; absent when none was found. */
  readonly join?: string;
}

/**
 * The meetings running or coming, soonest first. Cancelled and all-day events are no meetings one joins.
 *
 * @param rows occurrences joined to their series, by start, as `CalendarStore.between` gives them
 * @param now ms since the epoch
 */
export function nextMeetings(rows: readonly EventRow[], now: number, limit: number): Meeting[] {
  const next: EventRow[] = [];
  for (const row of rows) {
    // Rows come by start: past the last one wanted there is nothing sooner.
    const last = next.at(-1);
    if (next.length >= limit && last && row.start > last.start) break;
    if (row.type !== 'master' && !row.cancelled && !row.allDay && row.end > now) next.push(row);
  }
  return next
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map((row) => meeting(row, now));
}

function meeting(row: EventRow, now: number): Meeting {
  const { key, start, end, subject, place } = row;
  const join = joinAddress(row);
  return {
    key,
    start,
    end,
    running: start <= now,
    ...(subject === undefined ? {} : { subject }),
    ...(place === undefined ? {} : { place }),
    ...(row.private ? { private: true as const } : {}),
    ...(join === null ? {} : { join }),
  };
}
