import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createCalendarStore,
  createConnection,
  createFactStore,
  openReader,
} from '../../../../utils/adapters/idb/index.ts';
import { freshIndexedDb } from './fresh-indexed-db.ts';

const IDLE = { state: 'idle', notBefore: 0, generation: 1 } as const;
const EVENT = { generation: 1, key: 'a', type: 'single', start: 10, end: 20, subject: 'Plan' } as const;
const COUNTS = { pages: 1, requests: 1, added: 3, changed: 0, removed: 0, ignored: 0, bytes: 9, waitedMs: 0 };
const RUN = { startedAt: 1, endedAt: 2, trigger: 'alarm', outcome: 'complete', ...COUNTS } as const;

beforeEach(() => freshIndexedDb());
afterEach(() => vi.restoreAllMocks());

describe('what a page draws', () => {
  it('is read in one transaction, and is what the single reads give', async () => {
    const connection = createConnection();
    const store = createCalendarStore(connection);
    const master = { ...EVENT, key: 'm', type: 'master', subject: 'Weekly', start: -90, end: -80 } as const;
    const slim = { generation: 1, key: 'o', type: 'occurrence', master: 'm', start: 30, end: 40 } as const;
    await store.commit({ record: IDLE, put: [EVENT, master, slim], durability: 'strict' });
    await store.addRun(RUN);
    const seen = { source: 'microsoft-graph', observedAt: 5, goodFor: 9 } as const;
    await createFactStore(connection).put('microsoft/sessions', {
      value: { passwordChangedAt: 1, sessionsValidFrom: null },
      ...seen,
    });
    const reader = await openReader();
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const page = await reader.page(0, 35);
    expect(transactions).toHaveBeenCalledTimes(1);
    expect(page).toEqual({
      facts: await reader.facts(),
      sync: IDLE,
      runs: await store.runs(),
      rows: await reader.between(0, 35),
    });
    expect(page.rows.map(({ subject }) => subject)).toEqual(['Plan', 'Weekly']);
    expect(page.runs).toHaveLength(1);
    expect(Object.keys(page.facts)).toEqual(['microsoft/sessions']);
  });
});
