import type { IDBPDatabase } from 'idb';
import type { EventRow, RunRecord, SyncRecord } from '../../model/calendar.ts';
import type { FactBook } from '../../model/facts.ts';
import { databaseError } from './errors.ts';
import { openDatabase } from './open.ts';
import { readBetween, readFacts, readRuns } from './reads.ts';
import { RECORD } from './schema.ts';
import type { Schema, SnapshotRow } from './schema.ts';

/** What pages read; they never write, create or migrate (only the worker does). */
export interface Reader {
  /** `null` when no calendar was ever set up: not an error, and not "signed out" either. */
  sync(): Promise<SyncRecord | null>;
  facts(): Promise<FactBook>;
  /** Newest first. */
  runs(): Promise<readonly RunRecord[]>;
  /** Events that touch the span, by start, series joined; ms since the epoch. */
  between(start: number, end: number): Promise<readonly EventRow[]>;
  /** Looks at the portal's settings, oldest first. */
  snapshots(): Promise<readonly SnapshotRow[]>;
  close(): void;
}

/**
 * Opens the store for reading, with the worker alive or not. Before the worker has ever run everything is empty.
 *
 * @throws SynclineError of code `db-…` from this call and from each method: "could not read" is never "nothing there"
 */
export async function openReader(): Promise<Reader> {
  let database: IDBPDatabase<Schema> | null = null;
  const open = async () =>
    (database ??= await openDatabase({
      upgrade: 'refuse',
      onGone: () => {
        database = null;
      },
    }));
  const read = async <T>(work: (database: IDBPDatabase<Schema>) => Promise<T>, nothing: T): Promise<T> => {
    try {
      const held = await open();
      return held ? await work(held) : nothing;
    } catch (error) {
      throw databaseError(error);
    }
  };
  await open();
  return {
    sync: () => read(async (held) => (await held.get('sync', RECORD)) ?? null, null),
    facts: () => read(readFacts, {}),
    runs: () => read(readRuns, []),
    between: (start, end) => read((held) => readBetween(held, { start, end }), []),
    snapshots: () => read((held) => held.getAll('snapshots'), []),
    close: () => database?.close(),
  };
}
