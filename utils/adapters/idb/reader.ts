import type { IDBPDatabase } from 'idb';
import type { EventRow, SyncRecord } from '../../model/calendar.ts';
import type { FactBook } from '../../model/facts.ts';
import type { Snapshot, SnapshotPage } from '../../model/snapshots.ts';
import { databaseError } from './errors.ts';
import { openDatabase } from './open.ts';
import { type PageData, readBetween, readFacts, readPage, readSnapshots, type SnapshotAsk } from './reads.ts';
import { asRecord } from './record.ts';
import { RECORD } from './schema.ts';
import type { Schema } from './schema.ts';

/** What pages read; they never write, create or migrate (only the worker does). */
export interface Reader {
  /** `null` when no calendar was ever set up: not an error, and not "signed out" either. */
  sync(): Promise<SyncRecord | null>;
  facts(): Promise<FactBook>;
  /** Events that touch the span, by start, series joined; ms since the epoch. */
  between(start: number, end: number): Promise<readonly EventRow[]>;
  /** All that a page draws at once, with the events that touch the span; one moment's. */
  page(start: number, end: number): Promise<PageData>;
  /** Looks at the portal's settings, oldest first. */
  snapshots(): Promise<readonly Snapshot[]>;
  /** A bounded piece of the same, from where the last piece ended; of one scope when asked so. */
  snapshotPage(asked: SnapshotAsk): Promise<SnapshotPage>;
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
  const attempt = async <T>(work: (database: IDBPDatabase<Schema>) => Promise<T>, nothing: T): Promise<T> => {
    const held = await open();
    try {
      return held ? await work(held) : nothing;
    } catch (error) {
      const translated = databaseError(error);
      if (translated.info.code === 'db-terminated' && database === held) database = null;
      throw translated;
    }
  };
  const read = async <T>(work: (database: IDBPDatabase<Schema>) => Promise<T>, nothing: T): Promise<T> => {
    try {
      return await attempt(work, nothing);
    } catch (error) {
      // As for the worker's connection: one that the browser ended shows itself at the next use only.
      if (databaseError(error).info.code !== 'db-terminated') throw error;
      return attempt(work, nothing);
    }
  };
  await open();
  return {
    sync: () => read(async (held) => asRecord(await held.get('sync', RECORD)) ?? null, null),
    facts: () => read(readFacts, {}),
    between: (start, end) => read((held) => readBetween(held, { start, end }), []),
    page: (start, end) =>
      read((held) => readPage(held, { start, end }), { facts: {}, sync: null, runs: [], rows: [] }),
    snapshots: () => read((held) => held.getAll('snapshots'), []),
    snapshotPage: (asked) => read((held) => readSnapshots(held, asked), { rows: [], next: null }),
    close: () => database?.close(),
  };
}

/**
 * The reader of a page that stays open: opened at once, and anew when it is asked for after an opening that failed.
 *
 * @returns gives the reader; rejects as {@link openReader} does
 */
export function keepReader(): () => Promise<Reader> {
  let opened: Promise<Reader> | null = null;
  const reader = () => {
    const mine = (opened ??= openReader());
    mine.catch(() => {
      if (opened === mine) opened = null;
    });
    return mine;
  };
  // Whoever asks next hears of a failure; this first opening is only to be early.
  reader().catch(() => undefined);
  return reader;
}
