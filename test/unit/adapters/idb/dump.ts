/** A database as data, for keeping: every store with its keys and indexes, every row. */
export interface Dump {
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | string[] | null;
    readonly autoIncrement: boolean;
    readonly indexes: readonly {
      readonly name: string;
      readonly keyPath: string | string[];
      readonly unique: boolean;
    }[];
    /** Key and value; the key of a store with a key path stands in the value alone. */
    readonly rows: readonly { readonly key?: IDBValidKey; readonly value: unknown }[];
  }[];
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
  });

/** Makes a database of the dump's version, by plain IndexedDB: no migration of ours has a hand in it. */
export async function restore(name: string, dump: Dump): Promise<void> {
  const opening = indexedDB.open(name, dump.version);
  opening.addEventListener('upgradeneeded', () => {
    for (const { name: store, keyPath, autoIncrement, indexes, rows } of dump.stores) {
      const made = opening.result.createObjectStore(store, { keyPath, autoIncrement });
      for (const index of indexes) made.createIndex(index.name, index.keyPath, { unique: index.unique });
      for (const { key, value } of rows) {
        if (key === undefined) made.put(value);
        else made.put(value, key);
      }
    }
  });
  (await done(opening)).close();
}

/** The database as it is, without opening it at another version. */
export async function dumpOf(name: string): Promise<Dump> {
  const database = await done(indexedDB.open(name));
  const names = [...database.objectStoreNames].sort();
  const transaction = database.transaction(names);
  const stores = await Promise.all(
    names.map(async (store) => {
      const held = transaction.objectStore(store);
      const [keys, values] = await Promise.all([
        done(held.getAllKeys()),
        done(held.getAll() as IDBRequest<unknown[]>),
      ]);
      return {
        name: store,
        keyPath: held.keyPath,
        autoIncrement: held.autoIncrement,
        indexes: [...held.indexNames].map((index) => {
          const { keyPath, unique } = held.index(index);
          return { name: index, keyPath, unique };
        }),
        rows: values.map((value, at) =>
          held.keyPath === null && keys[at] !== undefined ? { key: keys[at], value } : { value },
        ),
      };
    }),
  );
  const { version } = database;
  database.close();
  return { version, stores };
}
