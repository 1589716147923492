import type { IDBPDatabase } from 'idb';
import { joinSeries, mastersNamed } from '../../calendar/index.ts';
import type { EventRow, RunRecord, SyncRecord } from '../../model/calendar.ts';
import type { FactBook } from '../../model/facts.ts';
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

/** All facts by key. */
export async function readFacts(database: Database): Promise<FactBook> {
  const transaction = database.transaction('facts');
  const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  await transaction.done;
  return Object.fromEntries(keys.map((key, at) => [key, values[at]]));
}
