import { createCalendarStore, createConnection } from '../../../../utils/adapters/idb/index.ts';
import { createMemoryStore } from '../../calendar/support/memory-store.ts';
import { describeCalendarStore } from './calendar-store-contract.ts';
import { freshIndexedDb } from './fresh-indexed-db.ts';

describeCalendarStore('memory', async () => createMemoryStore());
describeCalendarStore('IndexedDB', async () => {
  freshIndexedDb();
  return createCalendarStore(createConnection());
});
