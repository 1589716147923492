import type { EventRow } from '../model/calendar.ts';
import type { Fact, MeetingListFact } from '../model/facts.ts';
import type { ComparedMeeting, Comparison, MeetingVerdict, Span } from '../model/meetings.ts';
import { MEETING_VERDICTS } from '../model/meetings.ts';
import { createJudge } from './judge.ts';
import type { SyncContext } from './limits.ts';
import { pairUp } from './pair.ts';
import { isCovered, readZoomList, ZONE_SLACK, type ZoomList, type ZoomRow } from './zoom-list.ts';

export interface CompareInput {
  /** Occurrences joined to their series, by start, as `CalendarStore.between` gives them for the span. */
  readonly rows: readonly EventRow[];
  /** What is compared; it must lie within what was read of Outlook. */
  readonly span: Span;
  /** Pages of Zoom's list, when fresh. */
  readonly list: Fact<MeetingListFact> | undefined;
  readonly context: SyncContext;
  /** IANA name of the reader's zone. */
  readonly zone: string;
  /** ms since the epoch */
  readonly now: number;
}

interface Sorted {
  /** Events with a number, by number. */
  readonly byNumber: ReadonlyMap<string, readonly EventRow[]>;
  /** A Zoom link that names no number. */
  readonly unnumbered: readonly EventRow[];
  /** No link to be seen, or only times kept: one of these may be any meeting of Zoom's. */
  readonly blank: readonly EventRow[];
}

/** One pass over the rows; everything after it goes by index. */
function sortOut(rows: readonly EventRow[], { start, end }: Span): Sorted {
  const byNumber = new Map<string, EventRow[]>();
  const unnumbered: EventRow[] = [];
  const blank: EventRow[] = [];
  for (const row of rows) {
    if (row.allDay || row.end <= start || row.start >= end) continue;
    if (row.zoom !== undefined) {
      const known = byNumber.get(row.zoom);
      if (known) known.push(row);
      else byNumber.set(row.zoom, [row]);
    } else if (row.cancelled) continue;
    else if (row.zoomHost !== undefined || row.link !== undefined) unnumbered.push(row);
    else blank.push(row);
  }
  return { byNumber, unnumbered, blank };
}

const NO_LIST: ZoomList = { rows: [], covered: [] };

function groupRows(rows: readonly ZoomRow[]): Map<string, ZoomRow[]> {
  const groups = new Map<string, ZoomRow[]>();
  for (const row of rows) groups.set(row.number, [...(groups.get(row.number) ?? []), row]);
  return groups;
}

/** The first event at or after a moment in rows sorted by start. */
function firstAt(rows: readonly EventRow[], at: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Both calendars side by side, where both were seen: by meeting number, in the span asked for. What Zoom's pages did not show is
 * never called missing, and a difference in time counts only where another meeting proves that both are of one time zone.
 */
export function compareMeetings({ rows, span, list, context, zone, now }: CompareInput): Comparison {
  const { byNumber, unnumbered, blank } = sortOut(rows, span);
  const listed = list ? readZoomList(list.value, zone) : NO_LIST;
  // What was over when its page was looked at again is on no list.
  const current = listed.rows.filter((row) => row.span === null || row.span.end > now);
  const groups = groupRows(current);
  const paired = [...groups].map(
    ([number, theirs]) => [number, pairUp(byNumber.get(number) ?? [], theirs)] as const,
  );
  const proven = paired.some(([, { exact }]) => exact.length > 0);
  const slack = proven ? 0 : ZONE_SLACK;
  const judge = createJudge({ context, now, proven, seen: list !== undefined });
  const covered = (at: number) => isCovered(listed, at, slack);
  const mayBe = (at: number) => {
    const row = blank[firstAt(blank, at - slack)];
    return row !== undefined && row.start <= at + slack;
  };

  const meetings: ComparedMeeting[] = [];
  const keep = (meeting: ComparedMeeting | null) => {
    if (meeting) meetings.push(meeting);
  };
  for (const [, { exact, moved, outlook, zoom, untimed }] of paired) {
    for (const [event, row] of exact) keep(judge.both(event, row.span));
    for (const [event, row] of moved) keep(judge.moved(event, row.span));
    for (const event of outlook) keep(untimed ? judge.untimed(event) : judge.outlookOnly(event, covered));
    for (const row of zoom)
      if (row.span.start >= span.start + slack && row.span.start < span.end - slack)
        keep(judge.zoomOnly(row.number, row.span, mayBe));
  }
  let withLink = unnumbered.length;
  for (const [number, events] of byNumber) {
    withLink += events.filter((event) => !event.cancelled).length;
    if (!groups.has(number))
      for (const event of events) if (!event.cancelled) keep(judge.outlookOnly(event, covered));
  }
  for (const event of unnumbered) keep(judge.unnumbered(event));
  for (const event of blank) if (event.private) keep(judge.private(event));
  meetings.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return {
    meetings,
    counts: countsOf(meetings),
    withLink,
    general: context.general,
    others: blank.filter((event) => !event.private).length,
    span,
    list: list ? { pages: list.value.looks.length, rows: listed.rows.length, seenAt: list.observedAt } : null,
  };
}

function countsOf(meetings: readonly ComparedMeeting[]): Record<MeetingVerdict, number> {
  const counts = Object.fromEntries(MEETING_VERDICTS.map((verdict) => [verdict, 0])) as Record<
    MeetingVerdict,
    number
  >;
  for (const { verdict } of meetings) counts[verdict] += 1;
  return counts;
}
