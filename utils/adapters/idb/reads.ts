import type { IDBPDatabase } from 'idb';
import { joinSeries, mastersNamed } from '../../calendar/index.ts';
import type { EventRow, RunRecord, SyncRecord } from '../../model/calendar.ts';
import { factBook } from '../../model/fact-guard.ts';
import type { FactBook } from '../../model/facts.ts';
import type { Snapshot, SnapshotPage } from '../../model/snapshots.ts';
import { RECORD } from './schema.ts';
import type { Schema } from './schema.ts';

type Database = IDBPDatabase<Schema>;

/** Events of the readable generation that touch the span, by start, series joined. Times in ms since the epoch. */
export async function readBetween(
  database: Database,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<EventRow[]> {
  const transaction = database.transaction(['sync', 'events']);
  const record: SyncRecord | undefined = await transaction.objectStore('sync').get(RECORD);
  if (record?.generation === undefined) return [];
  const { generation, longest = 0 } = record;
  const events = transaction.objectStore('events');
  const range = IDBKeyRange.bound([generation, start - longest], [generation, end], false, true);
  const near = (await events.index('start').getAll(range)).filter(
    (row) => row.end > start || row.start >= start,
  );
  const masters = await Promise.all(mastersNamed(near).map((key) => events.get([generation, key])));
  await transaction.done;
  return joinSeries(near, new Map(masters.flatMap((row) => (row ? [[row.key, row] as const] : []))));
}

/** The ring of runs, newest first. */
export async function readRuns(database: Database): Promise<RunRecord[]> {
  return (await database.getAll('runs')).toReversed();
}

/** All facts by key, those of this version's shape. */
export async function readFacts(database: Database): Promise<FactBook> {
  const transaction = database.transaction('facts');
  const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  await transaction.done;
  return factBook(keys.map((key, at) => [key, values[at]] as const));
}

/** Most looks read at once: some 100 kB, and no page waits for them. */
const MOST = 100;

export interface SnapshotAsk {
  /** `next` of the piece before; the oldest look when absent. */
  readonly from?: number;
  /** Looks to read through, 100 at most. */
  readonly limit?: number;
  /** Of this page in this scope alone. */
  readonly of?: { readonly page: Snapshot['page']; readonly scope: string | undefined };
}

/** A piece of the settings history, oldest first. */
export async function readSnapshots(
  database: Database,
  { from = 0, limit = MOST, of }: SnapshotAsk,
): Promise<SnapshotPage> {
  const { store, done } = database.transaction('snapshots');
  const range = IDBKeyRange.lowerBound(from);
  const count = Math.min(limit, MOST);
  const [keys, rows] = await Promise.all([store.getAllKeys(range, count), store.getAll(range, count), done]);
  const last = keys.at(-1);
  return {
    rows: of ? rows.filter(({ page, scope }) => page === of.page && scope === of.scope) : rows,
    next: last === undefined || keys.length < count ? null : last + 1,
  };
}
