import { createCalendarStore, createConnection } from '../../../../utils/adapters/idb/index.ts';
import { freshIndexedDb } from '../../adapters/idb/fresh-indexed-db.ts';
import { createMemoryStore } from './memory-store.ts';

/** Each implementation of the store, empty. */
export const STORES = {
  memory: createMemoryStore,
  indexeddb: () => {
    freshIndexedDb();
    return createCalendarStore(createConnection());
  },
};
