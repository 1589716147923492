import type { IDBPDatabase, IDBPObjectStore, StoreNames } from 'idb';
import { joinSeries, mastersNamed } from '../../calendar/index.ts';
import type { EventRow, RunRecord, SyncRecord } from '../../model/calendar.ts';
import { factBook } from '../../model/fact-guard.ts';
import type { FactBook } from '../../model/facts.ts';
import type { Snapshot, SnapshotPage } from '../../model/snapshots.ts';
import { asRecord } from './record.ts';
import { RECORD } from './schema.ts';
import type { Schema } from './schema.ts';

type Database = IDBPDatabase<Schema>;

interface Span {
  /** ms since the epoch */
  readonly start: number;
  readonly end: number;
}

type Events = Pick<IDBPObjectStore<Schema, StoreNames<Schema>[], 'events'>, 'get' | 'index'>;

async function eventsBetween(
  events: Events,
  record: SyncRecord | undefined,
  { start, end }: Span,
): Promise<EventRow[]> {
  if (record?.generation === undefined) return [];
  const { generation, longest = 0 } = record;
  const range = IDBKeyRange.bound([generation, start - longest], [generation, end], false, true);
  const near = (await events.index('start').getAll(range)).filter(
    (row) => row.end > start || row.start >= start,
  );
  const masters = await Promise.all(mastersNamed(near).map((key) => events.get([generation, key])));
  return joinSeries(near, new Map(masters.flatMap((row) => (row ? [[row.key, row] as const] : []))));
}

/** Events of the readable generation that touch the span, by start, series joined. */
export async function readBetween(database: Database, span: Span): Promise<EventRow[]> {
  const transaction = database.transaction(['sync', 'events']);
  const record = await transaction.objectStore('sync').get(RECORD);
  const rows = await eventsBetween(transaction.objectStore('events'), record, span);
  await transaction.done;
  return rows;
}

/** What a page draws at once, as it stood at one moment. */
export interface PageData {
  readonly facts: FactBook;
  /** `null` when no calendar was ever set up: not an error, and not "signed out" either. */
  readonly sync: SyncRecord | null;
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  readonly rows: readonly EventRow[];
}

/**
 * All of it in one transaction: what is written meanwhile is in all of it or in none.
 *
 * @throws SynclineError `db-corrupt`
 */
export async function readPage(database: Database, span: Span): Promise<PageData> {
  const transaction = database.transaction(['sync', 'events', 'facts', 'runs']);
  // Whatever ends it ends a request of it, and is told by that: nobody waits for the end itself, which costs a page 1 ms.
  transaction.done.catch(() => undefined);
  const facts = transaction.objectStore('facts');
  const [record, keys, values, runs] = await Promise.all([
    transaction.objectStore('sync').get(RECORD),
    facts.getAllKeys(),
    facts.getAll(),
    transaction.objectStore('runs').getAll(),
  ]);
  const sync = asRecord(record);
  const rows = await eventsBetween(transaction.objectStore('events'), sync, span);
  return { facts: bookOf(keys, values), sync: sync ?? null, runs: runs.toReversed(), rows };
}

const bookOf = (keys: readonly string[], values: readonly unknown[]): FactBook =>
  factBook(keys.map((key, at) => [key, values[at]] as const));

/** The ring of runs, newest first. */
export async function readRuns(database: Database): Promise<RunRecord[]> {
  return (await database.getAll('runs')).toReversed();
}

/** All facts by key, those of this version's shape. */
export async function readFacts(database: Database): Promise<FactBook> {
  const transaction = database.transaction('facts');
  const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  await transaction.done;
  return bookOf(keys, values);
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
