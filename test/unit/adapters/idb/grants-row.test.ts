import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnection, createFactStore, openReader } from '../../../../utils/adapters/idb/index.ts';
import { keepingGrants } from '../../../../utils/app/grants-history.ts';
import { freshIndexedDb } from './fresh-indexed-db.ts';

beforeEach(() => freshIndexedDb());
afterEach(() => vi.unstubAllGlobals());

describe('the history of what Entra told', () => {
  it.each(['remove', 'wipe'] as const)('a %s asked for during a put leaves no row of Entra', async (how) => {
    const store = createFactStore(createConnection());
    const value = { tenantId: 'tenant', found: { value: { apps: [], lookAlikes: [], absent: [] } } };
    const putting = keepingGrants(store).put('entra/apps', {
      value,
      source: 'microsoft-entra',
      observedAt: 1,
      goodFor: 1,
    });
    await Promise.all([putting, how === 'wipe' ? store.wipe() : store.remove(['entra/apps'])]);
    expect(await store.book()).toEqual({});
    expect(await store.lastSnapshot('entra-apps', 'tenant')).toBeNull();
  });

  it('keeps a row with its fact, once while it shows the same', async () => {
    const store = createFactStore(createConnection());
    const row = { page: 'entra-apps', scope: 'tenant', settings: [], held: [] } as const;
    const fact = {
      value: { tenantId: 'tenant', found: { value: { apps: [], lookAlikes: [], absent: [] } } },
      source: 'microsoft-entra',
      goodFor: 1,
    } as const;
    for (const at of [1, 2])
      await store.put('entra/apps', { ...fact, observedAt: at }, { ...row, seenAt: at });
    expect(await (await openReader()).snapshots()).toMatchObject([{ seenAt: 1 }]);
    expect((await store.book())['entra/apps']?.observedAt).toBe(2);
  });
});
