import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Schema } from '../schema.ts';
import { first } from './001-first.ts';

export type Migration = (
  database: IDBPDatabase<Schema>,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => void;

/** Forward only; the version of the database is their number. A released one is never edited, the next one mends. */
export const MIGRATIONS: readonly Migration[] = [first];
