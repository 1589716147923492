import type { Ids } from './ids.ts';
import { type Contents, type Row, rowsWithin, type Span } from './model.ts';
import { changeKeyOf } from './render.ts';

/** One row a perfect client must hold for a window. Plain data, to compare row by row. */
export interface TruthRow {
  /** Immutable id. */
  readonly id: string;
  readonly type: 'single' | 'occurrence' | 'exception' | 'master';
  readonly seriesMasterId?: string;
  /** ms since the epoch */
  readonly start: number;
  readonly end: number;
  /** Absent on plain occurrences (delta sends them slim) and on private events (times only are kept). */
  readonly subject?: string;
  readonly location?: string;
  readonly allDay: boolean;
  readonly cancelled: boolean;
  readonly private: boolean;
  readonly isOrganizer: boolean;
  /** Absent on plain occurrences: delta gives them an etag only. */
  readonly changeKey?: string;
}

const TYPES = {
  singleInstance: 'single',
  occurrence: 'occurrence',
  exception: 'exception',
  seriesMaster: 'master',
} as const;

function wordsOf({
  fields,
}: Row): Pick<TruthRow, 'subject' | 'location' | 'allDay' | 'cancelled' | 'private' | 'isOrganizer'> {
  const secret = fields.sensitivity !== 'normal';
  return {
    ...(secret
      ? {}
      : {
          subject: fields.cancelled && !fields.mine ? `Canceled: ${fields.subject}` : fields.subject,
          location: fields.location,
        }),
    allDay: fields.allDay,
    cancelled: fields.cancelled,
    private: secret,
    isOrganizer: fields.mine,
  };
}

function base(ids: Ids, row: Row) {
  return {
    id: ids.of(row.uid).immutable,
    type: TYPES[row.type],
    ...(row.series === undefined ? {} : { seriesMasterId: ids.of(row.series).immutable }),
    start: row.start,
    end: row.end,
  };
}

/**
 * What a store of raw rows must hold: every single, occurrence and exception that touches the window, and the master of
 * every series with an instance there (sent by delta, or fetched when delta left it out). Sorted by id.
 */
export function truthOf(contents: Contents, ids: Ids, window: Span): TruthRow[] {
  return rowsWithin(contents, window)
    .map((row): TruthRow => {
      const nothing = { allDay: false, cancelled: false, private: false, isOrganizer: false };
      if (row.type === 'occurrence') return { ...base(ids, row), ...nothing };
      return { ...base(ids, row), ...wordsOf(row), changeKey: changeKeyOf(row) };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a reader of that store must see: instances with their series' words, no masters. Sorted by start, then id. */
export function agendaOf(contents: Contents, ids: Ids, window: Span): TruthRow[] {
  return rowsWithin(contents, window)
    .filter(({ type }) => type !== 'seriesMaster')
    .map((row): TruthRow => ({ ...base(ids, row), ...wordsOf(row) }))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}
