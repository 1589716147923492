import type { IDBPObjectStore } from 'idb';
import type { FactStore } from '../../model/ports.ts';
import type { Snapshot } from '../../model/snapshots.ts';
import type { Connection } from './connection.ts';
import { readFacts } from './reads.ts';
import type { Schema } from './schema.ts';

type Snapshots<Mode extends IDBTransactionMode> = IDBPObjectStore<
  Schema,
  ('facts' | 'snapshots')[],
  'snapshots',
  Mode
>;

/** Looks at the portal kept; the oldest go first. */
export const SNAPSHOTS_KEPT = 500;

/** `FactStore` over IndexedDB. */
export function createFactStore({ use }: Connection): FactStore {
  return {
    book: () => use(readFacts),
    put: (key, fact, row) =>
      use(async (database) => {
        const transaction = database.transaction(row ? ['facts', 'snapshots'] : ['facts'], 'readwrite');
        await Promise.all([
          transaction.objectStore('facts').put(fact, key),
          row ? addIfNew(transaction.objectStore('snapshots'), row) : undefined,
          transaction.done,
        ]);
      }),
    remove: (keys) =>
      use(async (database) => {
        const transaction = database.transaction(['facts', 'snapshots'], 'readwrite');
        const facts = transaction.objectStore('facts');
        const gone = keys.map((key) => facts.delete(key));
        if (keys.includes('entra/apps')) gone.push(forgetGrants(transaction.objectStore('snapshots')));
        await Promise.all([...gone, transaction.done]);
      }),
    addSnapshot: (row) =>
      use(async (database) => {
        const transaction = database.transaction(['snapshots'], 'readwrite');
        await Promise.all([add(transaction.objectStore('snapshots'), row), transaction.done]);
      }),
    lastSnapshot: (page, scope) =>
      use((database) => newest(database.transaction(['snapshots']).objectStore('snapshots'), page, scope)),
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

async function add(
  snapshots: Snapshots<'readwrite'>,
  { page, scope, seenAt, settings, held }: Snapshot,
): Promise<void> {
  // Elements of the page cannot be stored, and must not be: readings alone are kept.
  const readings = settings.map(({ id, value, lock }) => ({ id, value, lock }));
  const added = await snapshots.add({
    page,
    ...(scope === undefined ? {} : { scope }),
    seenAt,
    settings: readings,
    ...(held ? { held } : {}),
  });
  if (added > SNAPSHOTS_KEPT) await snapshots.delete(IDBKeyRange.upperBound(added - SNAPSHOTS_KEPT));
}

async function newest(
  snapshots: Snapshots<IDBTransactionMode>,
  page: Snapshot['page'],
  scope: string | undefined,
): Promise<Snapshot | null> {
  let cursor = await snapshots.openCursor(null, 'prev');
  while (cursor && (cursor.value.page !== page || cursor.value.scope !== scope))
    cursor = await cursor.continue();
  return cursor?.value ?? null;
}

async function addIfNew(snapshots: Snapshots<'readwrite'>, row: Snapshot): Promise<void> {
  const last = await newest(snapshots, row.page, row.scope);
  if (!last || JSON.stringify(last.held) !== JSON.stringify(row.held)) await add(snapshots, row);
}

/** The history of what Entra told goes with it. */
async function forgetGrants(snapshots: Snapshots<'readwrite'>): Promise<void> {
  let cursor = await snapshots.openCursor();
  while (cursor) {
    if (cursor.value.page === 'entra-apps') await cursor.delete();
    cursor = await cursor.continue();
  }
}
