import { HOUR } from '../core/clock.ts';
import { toInstant } from '../core/zones.ts';
import type { ListedMeeting, MeetingListFact } from '../model/facts.ts';
import type { Span } from '../model/meetings.ts';

/** Rows of a full page; fewer, and the list ends on it (portal.md 4.3). */
const PAGE = 15;
/** A list of another time zone is at most this far off. */
export const ZONE_SLACK = 14 * HOUR;

/** A row of Zoom's list on the time line, as far as its time was understood. */
export interface ZoomRow {
  readonly number: string;
  readonly theirs: boolean;
  readonly span: Span | null;
}

/** The rows of all pages seen, each once, and the spans of time they show all meetings of. */
export interface ZoomList {
  readonly rows: readonly ZoomRow[];
  readonly covered: readonly Span[];
}

type Moment = (wall: string) => number | null;

/** Wall times of one zone as moments, ms since the epoch. A zone is asked twice a day and not twice a row: that takes long. */
function momentsIn(zone: string): Moment {
  const ofDay = new Map<string, number | null>();
  const exactly = (wall: string) => {
    const at = toInstant(wall, zone);
    return typeof at === 'number' ? at : null;
  };
  const offset = (wall: string) => (exactly(wall) ?? Number.NaN) - Date.parse(`${wall}Z`);
  return (wall) => {
    const day = wall.slice(0, 10);
    let known = ofDay.get(day);
    if (known === undefined) {
      const first = offset(`${day}T00:00`);
      known = first === offset(`${day}T23:59`) ? first : null;
      ofDay.set(day, known);
    }
    // The clocks change on that day.
    if (known === null) return exactly(wall);
    const at = Date.parse(`${wall}Z`) + known;
    return Number.isNaN(at) ? null : at;
  };
}

function spanOf({ start, end }: ListedMeeting, moment: Moment): Span | null {
  if (start === undefined || end === undefined) return null;
  const [from, to] = [moment(start), moment(end)];
  return from === null || to === null ? null : { start: from, end: to };
}

/** From a page's first row to its last all that Zoom lists was seen; beyond a page that is not full nothing follows. */
function coverOf(rows: readonly ZoomRow[], seenAt: number): Span | null {
  const starts = rows.flatMap(({ span }) => (span ? [span.start] : []));
  if (starts.length === 0) return null;
  const first = Math.min(...starts);
  // A page that begins within a day of the look is the list's first: what is over already stands on none.
  const from = first - seenAt < 12 * HOUR ? Math.min(first, seenAt) : first;
  return { start: from, end: rows.length < PAGE ? Number.POSITIVE_INFINITY : Math.max(...starts) };
}

/**
 * Zoom's list, read as if it were written in the given zone.
 *
 * @param zone IANA name
 */
export function readZoomList({ looks }: MeetingListFact, zone: string): ZoomList {
  const moment = momentsIn(zone);
  const rows = new Map<string, ZoomRow>();
  const covered: Span[] = [];
  for (const { rows: listed, seenAt } of looks) {
    const read = listed.map((row) => ({
      number: row.number,
      theirs: row.theirs === true,
      span: spanOf(row, moment),
    }));
    for (const row of read) rows.set(`${row.number}@${row.span?.start ?? ''}`, row);
    const cover = coverOf(read, seenAt);
    if (cover) covered.push(cover);
  }
  return { rows: [...rows.values()], covered };
}

/** Whether Zoom would have listed a meeting that begins then on a page that was seen. */
export function isCovered({ covered }: ZoomList, at: number, slack: number): boolean {
  return covered.some(({ start, end }) => at >= start + slack && at < end - slack);
}
