import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { databaseBlocked, databaseOutdated, openingError } from './errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/index.ts';
import { DATABASE } from './schema.ts';
import type { Schema } from './schema.ts';

export interface Opening {
  /** The connection is of no more use: another version wants in, or the browser ended it. */
  readonly onGone: () => void;
  /** What to do with a database that is older than this build; the worker migrates, readers leave it alone. */
  readonly upgrade: 'migrate' | 'refuse';
}

/**
 * Opens the database of this build.
 *
 * @returns the connection, or `null` when readers refuse to upgrade and there is no database yet
 * @throws SynclineError `db-blocked`, `db-newer`, `db-outdated` (readers, until the worker has migrated it), `db-unavailable`, `db-quota` …
 */
export async function openDatabase(
  { onGone, upgrade }: Opening,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<IDBPDatabase<Schema> | null> {
  let refused: 'missing' | 'outdated' | null = null;
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  let block: (error: Error) => void = () => undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    block = reject;
  });
  try {
    opening = openDB<Schema>(DATABASE, migrations.length, {
      upgrade(database, from, _to, transaction) {
        transaction.done.catch(() => undefined); // an upgrade that fails is told by the opening itself
        if (upgrade === 'refuse') {
          refused = from === 0 ? 'missing' : 'outdated';
          transaction.abort();
          return;
        }
        for (const migrate of migrations.slice(from)) migrate(database, transaction);
      },
      blocked: () => block(databaseBlocked()),
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
        onGone();
      },
      terminated: onGone,
    });
    return await Promise.race([opening, blocked]);
  } catch (error) {
    if (refused === 'missing') return null;
    if (refused === 'outdated') throw databaseOutdated();
    // A blocked open may still succeed later; nobody would hold that connection, and it would block others in turn.
    opening?.then(
      (late) => late.close(),
      () => undefined, // its failure is the one thrown here
    );
    throw openingError(error);
  }
}
