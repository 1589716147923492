import { daysWithin, type Pattern, spanOn } from './series.ts';

/** What a person wrote about an event. */
export interface EventFields {
  readonly subject: string;
  readonly location: string;
  /** Plain text of the invitation. */
  readonly body: string;
  readonly allDay: boolean;
  readonly cancelled: boolean;
  readonly sensitivity: 'normal' | 'private' | 'confidential';
  /** The mailbox owner is the organiser. */
  readonly mine: boolean;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly teams: boolean;
}

export interface Span {
  /** ms since the epoch */
  readonly start: number;
  readonly end: number;
}

export type RowType = 'singleInstance' | 'seriesMaster' | 'occurrence' | 'exception';

/** One event as the service would list it. */
export interface Row extends Span {
  readonly uid: string;
  readonly type: RowType;
  readonly series?: string;
  /** Own fields; an occurrence shows its series'. */
  readonly fields: EventFields;
  /** Revision of its last change. */
  readonly rev: number;
  readonly modifiedAt: number;
  readonly pattern?: Pattern;
}

interface Single extends Span {
  fields: EventFields;
  rev: number;
  modifiedAt: number;
}

export interface Series {
  pattern: Pattern;
  fields: EventFields;
  /** Last change of the master. */
  rev: number;
  /** Last change that touched every occurrence. */
  instancesRev: number;
  modifiedAt: number;
  readonly removed: Set<string>;
  readonly exceptions: Map<string, Span & { fields: EventFields; rev: number; modifiedAt: number }>;
}

/** Everything in one mailbox's calendar, with the trace each change leaves for delta queries. */
export interface Contents {
  readonly singles: Map<string, Single>;
  readonly series: Map<string, Series>;
  /** Removed rows, oldest first; `near`: a plain occurrence's time, which only windows around it hear of. */
  readonly tombstones: { readonly uid: string; readonly rev: number; readonly near?: Span }[];
  rev: number;
}

export function createContents(): Contents {
  return { singles: new Map(), series: new Map(), tombstones: [], rev: 1 };
}

export const instanceUid = (series: string, day: string) => `${series}/${day}`;
export const touches = (row: Span, window: Span) => row.start < window.end && row.end > window.start;

/** Occurrences and exceptions of a series whose present time touches the window. */
export function instancesOf(uid: string, series: Series, window: Span): Row[] {
  const rows: Row[] = [];
  for (const day of daysWithin(series.pattern, window.start, window.end)) {
    if (series.removed.has(day) || series.exceptions.has(day)) continue;
    const { fields, instancesRev: rev, modifiedAt } = series;
    rows.push({
      uid: instanceUid(uid, day),
      type: 'occurrence',
      series: uid,
      fields,
      rev,
      modifiedAt,
      ...spanOn(series.pattern, day),
    });
  }
  for (const [day, exception] of series.exceptions) {
    if (touches(exception, window))
      rows.push({ uid: instanceUid(uid, day), type: 'exception', series: uid, ...exception });
  }
  return rows;
}

export function masterRow(uid: string, series: Series): Row {
  const { fields, rev, modifiedAt, pattern } = series;
  // Start and end are the first occurrence's, maybe far outside any window (microsoft.md A.4).
  return { uid, type: 'seriesMaster', fields, rev, modifiedAt, pattern, ...spanOn(pattern, pattern.first) };
}

/** All rows a window shows, masters of shown instances included. */
export function rowsWithin(contents: Contents, window: Span): Row[] {
  const rows: Row[] = [];
  for (const [uid, single] of contents.singles) {
    if (touches(single, window)) rows.push({ uid, type: 'singleInstance', ...single });
  }
  for (const [uid, series] of contents.series) {
    const instances = instancesOf(uid, series, window);
    if (instances.length > 0) rows.push(masterRow(uid, series), ...instances);
  }
  return rows;
}

/** One row by its uid, wherever it lies in time. */
export function rowOf(contents: Contents, uid: string): Row | undefined {
  const single = contents.singles.get(uid);
  if (single) return { uid, type: 'singleInstance', ...single };
  const series = contents.series.get(uid);
  if (series) return masterRow(uid, series);
  const [owner = '', day = ''] = uid.split('/');
  const parent = contents.series.get(owner);
  if (!parent || day === '') return undefined;
  const exception = parent.exceptions.get(day);
  const around = exception ?? spanOn(parent.pattern, day);
  return instancesOf(owner, parent, around).find((row) => row.uid === uid);
}
