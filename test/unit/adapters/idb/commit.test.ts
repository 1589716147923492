import { beforeEach, expect, it } from 'vitest';
import { createCalendarStore, createConnection } from '../../../../utils/adapters/idb/index.ts';
import { freshIndexedDb } from './fresh-indexed-db.ts';

beforeEach(freshIndexedDb);

const row = (key: string) => ({ generation: 1, key, type: 'single' as const, start: 1, end: 2 });

it('leaves nothing of a page of which one row cannot be stored', async () => {
  const store = createCalendarStore(createConnection());
  const record = { state: 'idle', notBefore: 0, generation: 1, revision: 5 } as const;
  const unstorable = { ...row('b'), key: Number.NaN as unknown as string };
  await expect(
    store.commit({ record, put: [row('a'), unstorable, row('c')], durability: 'relaxed' }),
  ).rejects.toMatchObject({ info: { code: 'db-shape', who: 'bug' } });
  expect(await store.keys(1)).toEqual([]);
  expect(await store.load()).toMatchObject({ state: 'signedOut' });

  await store.commit({ record, put: [row('a'), row('c')], durability: 'relaxed' });
  expect(await store.keys(1)).toEqual(['a', 'c']);
});
