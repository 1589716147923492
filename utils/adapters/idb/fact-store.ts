import type { FactStore } from '../../model/ports.ts';
import type { Snapshot } from '../../model/snapshots.ts';
import type { Connection } from './connection.ts';
import { readFacts } from './reads.ts';

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
        const transaction = database.transaction('facts', 'readwrite');
        await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
      }),
    addSnapshot: ({ page, scope, seenAt, settings }) =>
      use(async (database) => {
        // Elements of the page cannot be stored, and must not be: readings alone are kept.
        const readings = settings.map(({ id, value, lock }) => ({ id, value, lock }));
        const row: Snapshot = {
          page,
          ...(scope === undefined ? {} : { scope }),
          seenAt,
          settings: readings,
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
