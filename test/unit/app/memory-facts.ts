import type { FactBook, FactKey } from '../../../utils/model/facts.ts';
import type { FactStore } from '../../../utils/model/ports.ts';
import type { Snapshot } from '../../../utils/model/snapshots.ts';

/** A fact store in memory; each call ends a turn later, as a database would. */
export function memoryFacts(begin: FactBook = {}) {
  let book: Record<string, unknown> = { ...begin };
  const snapshots: Snapshot[] = [];
  const store: FactStore = {
    book: async () => ({ ...book }),
    put: async (key, fact, row) => {
      book = { ...book, [key]: fact };
      const last = row && snapshots.findLast((one) => one.page === row.page && one.scope === row.scope);
      if (row && JSON.stringify(last?.held) !== JSON.stringify(row.held)) snapshots.push(row);
    },
    remove: async (keys: readonly FactKey[]) => {
      book = Object.fromEntries(Object.entries(book).filter(([key]) => !keys.includes(key as FactKey)));
    },
    addSnapshot: async (snapshot) => {
      snapshots.push(snapshot);
    },
    lastSnapshot: async (page, scope) =>
      snapshots.findLast((one) => one.page === page && one.scope === scope) ?? null,
    wipe: async () => {
      book = {};
      snapshots.length = 0;
    },
  };
  return { store, snapshots, book: () => book as FactBook };
}
