import { HOUR } from '../core/clock.ts';
import type { EventRow } from '../model/calendar.ts';
import type { ZoomRow } from './zoom-list.ts';

type TimedRow = ZoomRow & { readonly span: NonNullable<ZoomRow['span']> };

/** The meetings of one number, both sides put together as far as they go together. */
export interface Pairs {
  /** Begin at the same moment. */
  readonly exact: readonly (readonly [EventRow, TimedRow])[];
  /** One meeting at two times. */
  readonly moved: readonly (readonly [EventRow, TimedRow])[];
  readonly outlook: readonly EventRow[];
  readonly zoom: readonly TimedRow[];
  /** Zoom lists the number, with no time we understood. */
  readonly untimed: boolean;
}

/** Two dates of a series are days apart; a date that was moved seldom is. */
const NEAR = 12 * HOUR;

const isTimed = (row: ZoomRow): row is TimedRow => row.span !== null;

/**
 * Puts the meetings of one number together: same moment first, then what is left, by nearness; a single one left on each side is
 * the same meeting however far it was moved.
 */
export function pairUp(events: readonly EventRow[], rows: readonly ZoomRow[]): Pairs {
  const timed = rows.filter(isTimed);
  const at = new Map(timed.map((row) => [row.span.start, row]));
  const exact = events.flatMap((event) => {
    const row = at.get(event.start);
    return row ? [[event, row] as const] : [];
  });
  const taken = new Set<unknown>(exact.flat());
  let outlook = events.filter((event) => !taken.has(event) && !event.cancelled);
  let zoom = timed.filter((row) => !taken.has(row));
  const moved: (readonly [EventRow, TimedRow])[] = [];
  const single = outlook.length === 1 && zoom.length === 1;
  for (const event of outlook) {
    const distance = (row: TimedRow) => Math.abs(row.span.start - event.start);
    const row = zoom.toSorted((a, b) => distance(a) - distance(b))[0];
    if (!row || (!single && distance(row) > NEAR)) continue;
    moved.push([event, row]);
    zoom = zoom.filter((other) => other !== row);
  }
  const gone = new Set<unknown>(moved.map(([event]) => event));
  outlook = outlook.filter((event) => !gone.has(event));
  return { exact, moved, outlook, zoom, untimed: timed.length < rows.length };
}
