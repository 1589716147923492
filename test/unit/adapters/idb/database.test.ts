import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseError } from '../../../../utils/adapters/idb/errors.ts';
import {
  createCalendarStore,
  createConnection,
  createFactStore,
  digestId,
  keepReader,
  openReader,
} from '../../../../utils/adapters/idb/index.ts';
import { MIGRATIONS } from '../../../../utils/adapters/idb/migrations/index.ts';
import { openDatabase } from '../../../../utils/adapters/idb/open.ts';
import { DATABASE } from '../../../../utils/adapters/idb/schema.ts';
import { isStale } from '../../../../utils/model/facts.ts';
import { freshIndexedDb } from './fresh-indexed-db.ts';

/** The migrations of a build after this one. */
const NEXT = [...MIGRATIONS, () => undefined];
const IDLE = { state: 'idle', notBefore: 0, generation: 1 } as const;
const EVENT = { generation: 1, key: 'a', type: 'single', start: 10, end: 20, subject: 'Plan' } as const;

beforeEach(() => freshIndexedDb());
afterEach(() => vi.unstubAllGlobals());

describe('the reader', () => {
  it('finds everything empty before the worker ever ran, and creates nothing', async () => {
    const reader = await openReader();
    expect(await reader.sync()).toBeNull();
    expect(await reader.facts()).toEqual({});
    expect(await reader.between(0, 100)).toEqual([]);
    expect(await reader.page(0, 100)).toEqual({ facts: {}, sync: null, runs: [], rows: [] });
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('sees what the worker writes afterwards, with the same reader', async () => {
    const reader = await openReader();
    const store = createCalendarStore(createConnection());
    await store.commit({ record: IDLE, put: [EVENT], durability: 'strict' });
    expect(await reader.sync()).toEqual(IDLE);
    expect(await reader.between(0, 100)).toEqual([EVENT]);
  });

  it('finds nothing where there is no database, whatever its build would make of one', async () => {
    expect(await openDatabase({ upgrade: 'refuse', onGone: () => undefined }, NEXT)).toBeNull();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('is opened again after an opening that failed, and once while it holds', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('not now', 'UnknownError');
    });
    const reader = keepReader();
    await expect(reader()).rejects.toMatchObject({ info: { code: 'db-unavailable' } });
    await createCalendarStore(createConnection()).commit({ record: IDLE, durability: 'strict' });
    expect(await (await reader()).sync()).toEqual(IDLE);
    expect(await reader()).toBe(await reader());
    expect(open).toHaveBeenCalledTimes(3);
  });

  it('does not migrate an older database', async () => {
    await createCalendarStore(createConnection()).commit({ record: IDLE, durability: 'strict' });
    const opened = openDatabase({ upgrade: 'refuse', onGone: () => undefined }, NEXT);
    await expect(opened).rejects.toMatchObject({ info: { code: 'db-outdated', who: 'wait' } });
    expect((await indexedDB.databases())[0]?.version).toBe(MIGRATIONS.length);
  });

  it('steps aside for the worker who migrates, and then says that it is too old', async () => {
    const connection = createConnection();
    await connection.use(async () => undefined);
    const reader = await openReader();
    const newer = await openDatabase({ upgrade: 'migrate', onGone: () => undefined }, NEXT);
    await expect(reader.facts()).rejects.toMatchObject({ info: { code: 'db-newer' } });
    newer?.close();
  });

  it('says that it could not read, never that there is nothing', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('private window', 'SecurityError');
      },
    });
    await expect(openReader()).rejects.toMatchObject({ info: { code: 'db-unavailable', who: 'blocked' } });
  });
});

describe('the connection', () => {
  it('is opened once for many uses and again after the browser ended it', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    const connection = createConnection();
    let held: IDBPDatabase | undefined;
    await Promise.all(
      [1, 2, 3].map(() =>
        connection.use(async (database) => {
          held = database as unknown as IDBPDatabase;
        }),
      ),
    );
    expect(open).toHaveBeenCalledTimes(1);
    held?.close();
    const store = createCalendarStore(connection);
    expect(await store.runs()).toEqual([]);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('steps aside for a newer version', async () => {
    const connection = createConnection();
    await connection.use(async () => undefined);
    const newer = await openDB(DATABASE, MIGRATIONS.length + 1);
    await expect(connection.use(async () => undefined)).rejects.toMatchObject({
      info: { code: 'db-newer', who: 'blocked' },
    });
    newer.close();
  });

  it('is told when a page does not step aside for the new version', async () => {
    const stubborn = await openDB(DATABASE, MIGRATIONS.length);
    const late = openDatabase({ upgrade: 'migrate', onGone: () => undefined }, NEXT);
    await expect(late).rejects.toMatchObject({ info: { code: 'db-blocked', who: 'person' } });
    stubborn.close();
    // What was blocked goes on once the page is closed, and holds nobody up itself.
    const after = await openDatabase({ upgrade: 'migrate', onGone: () => undefined }, [
      ...NEXT,
      () => undefined,
    ]);
    expect(after?.version).toBe(NEXT.length + 1);
    after?.close();
  });

  it('opens anew after an opening that failed', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('not now', 'UnknownError');
    });
    const connection = createConnection();
    await expect(connection.use(async () => 1)).rejects.toMatchObject({ info: { code: 'db-unavailable' } });
    expect(await connection.use(async () => 1)).toBe(1);
    expect(open).toHaveBeenCalledTimes(2);
  });
});

describe('an IndexedDB error', () => {
  it.each([
    ['QuotaExceededError', 'db-quota', 'person'],
    ['VersionError', 'db-newer', 'blocked'],
    ['InvalidStateError', 'db-terminated', 'wait'],
    ['AbortError', 'db-aborted', 'wait'],
    ['DataCloneError', 'db-shape', 'bug'],
    ['constructor', 'db-failed', 'bug'],
  ])('%s is %s for %s, with its cause', (name, code, who) => {
    const cause = new DOMException('x', name);
    const error = databaseError(cause);
    expect(error.info).toMatchObject({ code, who, raw: name });
    expect(error.cause).toBe(cause);
  });
});

describe('facts', () => {
  it('are kept by key, replaced, removed and wiped', async () => {
    const store = createFactStore(createConnection());
    const fact = {
      value: { username: 'maya', tenantId: 't' },
      source: 'microsoft-entra',
      observedAt: 5,
      goodFor: 10,
    } as const;
    await store.put('microsoft/account', fact);
    await store.put('calendar/contents', {
      value: { events: 1, windowStart: 0, windowEnd: 1 },
      source: 'microsoft-graph',
      observedAt: 5,
      goodFor: 10,
    });
    expect(await store.book()).toMatchObject({ 'microsoft/account': fact });
    expect(isStale(fact, 16)).toBe(true);
    await store.remove(['calendar/contents', 'portal/user']);
    expect(Object.keys(await store.book())).toEqual(['microsoft/account']);
    await store.wipe();
    expect(await store.book()).toEqual({});
  });

  it('keep of a look at the portal its readings, never an element', async () => {
    const store = createFactStore(createConnection());
    const setting = {
      id: 'two-way-sync',
      value: 'on',
      lock: 'locked',
      how: 'key',
      element: () => 1,
      control: () => 2,
    } as const;
    await store.addSnapshot({ page: 'account-settings', seenAt: 7, settings: [setting] });
    const reader = await openReader();
    expect(await reader.snapshots()).toEqual([
      {
        page: 'account-settings',
        seenAt: 7,
        settings: [{ id: 'two-way-sync', value: 'on', lock: 'locked' }],
      },
    ]);
  });
});

describe('the last look at a page', () => {
  it('is that of its own scope', async () => {
    const store = createFactStore(createConnection());
    const look = (scope: string | undefined, seenAt: number) => ({
      page: 'group-settings' as const,
      seenAt,
      settings: [],
      ...(scope === undefined ? {} : { scope }),
    });
    const looks = [look('zoom.us/a', 1), look('zoom.us/b', 2), look('zoom.us/a', 3), look(undefined, 4)];
    for (const one of looks) await store.addSnapshot(one);
    expect(await store.lastSnapshot('group-settings', 'zoom.us/a')).toEqual(look('zoom.us/a', 3));
    expect(await store.lastSnapshot('group-settings', 'zoom.us/b')).toEqual(look('zoom.us/b', 2));
    expect(await store.lastSnapshot('group-settings', undefined)).toEqual(look(undefined, 4));
    expect(await store.lastSnapshot('group-settings', 'zoom.us/c')).toBeNull();
    expect(await store.lastSnapshot('account-settings', 'zoom.us/a')).toBeNull();
  });
});

describe('the digest of an id', () => {
  it('is 22 characters of base64url, by SHA-256', async () => {
    expect(await digestId('')).toBe('47DEQpj8HBSa-_TImW-5JA');
    const many = await Promise.all(Array.from({ length: 200 }, (_, at) => digestId(`AAMkAG${at}`)));
    expect(new Set(many).size).toBe(200);
    expect(many.every((key) => /^[A-Za-z0-9_-]{22}$/.test(key))).toBe(true);
  });
});

describe('the settings history', () => {
  const look = (at: number, scope = 'zoom.us') => ({
    page: 'account-settings' as const,
    scope,
    seenAt: at,
    settings: [{ id: 'two-way-sync' as const, value: 'on' as const, lock: 'unlocked' as const }],
  });

  it('is read in bounded pieces that together are the whole, in order', async () => {
    const store = createFactStore(createConnection());
    for (let at = 1; at <= 23; at += 1) await store.addSnapshot(look(at));
    const reader = await openReader();
    const seen: number[][] = [];
    let from: number | null = 0;
    while (from !== null) {
      const piece = await reader.snapshotPage({ from, limit: 10 });
      seen.push(piece.rows.map(({ seenAt }) => seenAt));
      from = piece.next;
    }
    expect(seen.map((piece) => piece.length)).toEqual([10, 10, 3]);
    expect(seen.flat()).toEqual(Array.from({ length: 23 }, (_, at) => at + 1));
    reader.close();
  });

  it('is read of one scope when asked so, and ends where nothing is stored', async () => {
    const reader = await openReader();
    expect(await reader.snapshotPage({})).toEqual({ rows: [], next: null });
    const store = createFactStore(createConnection());
    for (const scope of ['a', 'b', 'a']) await store.addSnapshot(look(1, scope));
    const piece = await reader.snapshotPage({ of: { page: 'account-settings', scope: 'a' } });
    expect(piece).toMatchObject({ rows: [{ scope: 'a' }, { scope: 'a' }], next: null });
    reader.close();
  });

  it('forgets what Entra told together with the fact, and nothing of the portal', async () => {
    const store = createFactStore(createConnection());
    await store.addSnapshot(look(1));
    await store.addSnapshot({ page: 'entra-apps', scope: 'tenant', seenAt: 2, settings: [], held: [] });
    await store.remove(['microsoft/person']);
    expect(await store.lastSnapshot('entra-apps', 'tenant')).toMatchObject({ held: [] });
    await store.remove(['entra/apps']);
    expect(await store.lastSnapshot('entra-apps', 'tenant')).toBeNull();
    expect(await store.lastSnapshot('account-settings', 'zoom.us')).toMatchObject({ seenAt: 1 });
  });
});
