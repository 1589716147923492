import type { IDBPDatabase } from 'idb';
import { databaseError } from './errors.ts';
import { openDatabase } from './open.ts';
import type { Schema } from './schema.ts';

/** The database, opened when first needed and again when the browser ended the connection. */
export interface Connection {
  /** Runs the work on an open database; every rejection is a `SynclineError`. */
  readonly use: <T>(work: (database: IDBPDatabase<Schema>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** One connection for the worker; it alone migrates and writes. */
export function createConnection(): Connection {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const open = () => {
    const mine: Promise<IDBPDatabase<Schema>> = openDatabase({
      upgrade: 'migrate',
      onGone: () => {
        if (opened === mine) opened = null;
      },
    }).then((database) => {
      if (!database) throw databaseError(new DOMException('no database', 'InvalidStateError'));
      return database;
    });
    mine.catch(() => {
      if (opened === mine) opened = null;
    });
    return mine;
  };
  const attempt = async <T>(work: (database: IDBPDatabase<Schema>) => Promise<T>) => {
    opened ??= open();
    const held = opened;
    try {
      return await work(await held);
    } catch (error) {
      const translated = databaseError(error);
      if (translated.info.code === 'db-terminated' && opened === held) opened = null;
      throw translated;
    }
  };
  return {
    async use(work) {
      try {
        return await attempt(work);
      } catch (error) {
        // A connection the browser ended shows itself at the next use only (models.md 4.31): once more on a new one.
        if (databaseError(error).info.code !== 'db-terminated') throw error;
        return attempt(work);
      }
    },
    async close() {
      const held = opened;
      opened = null;
      await held?.then((database) => database.close());
    },
  };
}
