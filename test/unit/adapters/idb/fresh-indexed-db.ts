import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';

/** Gives the test an IndexedDB in which nothing was ever stored. */
export function freshIndexedDb(): void {
  globalThis.indexedDB = new IDBFactory();
}
