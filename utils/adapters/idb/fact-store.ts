import type { IDBPObjectStore } from 'idb';
import type { FactStore } from '../../model/ports.ts';
import type { Snapshot } from '../../model/snapshots.ts';
import type { Connection } from './connection.ts';
import { readFacts } from './reads.ts';
import type { Schema } from './schema.ts';

/** Looks at the portal kept; the oldest go first. */
export const SNAPSHOTS_KEPT = 500;

/** `FactStore` over IndexedDB. */
export function createFactStore({ use }: Connection): FactStore {
  return {
    book: () => use(readFacts),
    put: (key, fact) =>
      use(async (database) => {
        await database.put('facts', fact, key);
      }),
    remove: (keys) =>
      use(async (database) => {
        const transaction = database.transaction(['facts', 'snapshots'], 'readwrite');
        const facts = transaction.objectStore('facts');
        const gone = keys.map((key) => facts.delete(key));
        if (keys.includes('entra/apps')) gone.push(forgetGrants(transaction.objectStore('snapshots')));
        await Promise.all([...gone, transaction.done]);
      }),
    addSnapshot: ({ page, scope, seenAt, settings, held }) =>
      use(async (database) => {
        // Elements of the page cannot be stored, and must not be: readings alone are kept.
        const readings = settings.map(({ id, value, lock }) => ({ id, value, lock }));
        const row: Snapshot = {
          page,
          ...(scope === undefined ? {} : { scope }),
          seenAt,
          settings: readings,
          ...(held ? { held } : {}),
        };
        const transaction = database.transaction('snapshots', 'readwrite');
        const added = await transaction.store.add(row);
        if (added > SNAPSHOTS_KEPT)
          await transaction.store.delete(IDBKeyRange.upperBound(added - SNAPSHOTS_KEPT));
        await transaction.done;
      }),
    lastSnapshot: (page, scope) =>
      use(async (database) => {
        const { store } = database.transaction('snapshots');
        let cursor = await store.openCursor(null, 'prev');
        while (cursor && (cursor.value.page !== page || cursor.value.scope !== scope))
          cursor = await cursor.continue();
        return cursor?.value ?? null;
      }),
    wipe: () =>
      use(async (database) => {
        const transaction = database.transaction(['facts', 'snapshots'], 'readwrite', {
          durability: 'strict',
        });
        await Promise.all([
          transaction.objectStore('facts').clear(),
          transaction.objectStore('snapshots').clear(),
          transaction.done,
        ]);
      }),
  };
}

/** The history of what Entra told goes with it. */
async function forgetGrants(
  snapshots: IDBPObjectStore<Schema, ('facts' | 'snapshots')[], 'snapshots', 'readwrite'>,
): Promise<void> {
  let cursor = await snapshots.openCursor();
  while (cursor) {
    if (cursor.value.page === 'entra-apps') await cursor.delete();
    cursor = await cursor.continue();
  }
}
