import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCalendarStore, createConnection, openReader } from '../../../../utils/adapters/idb/index.ts';
import { MIGRATIONS } from '../../../../utils/adapters/idb/migrations/index.ts';
import { openDatabase } from '../../../../utils/adapters/idb/open.ts';
import { DATABASE, RECORD } from '../../../../utils/adapters/idb/schema.ts';
import { createSyncService } from '../../../../utils/app/sync-service.ts';
import { SynclineError } from '../../../../utils/core/errors.ts';
import type { CalendarStore } from '../../../../utils/model/ports.ts';
import { untilQuiet, wrongs } from '../../calendar/support/truth.ts';
import { createWorld } from '../../calendar/support/world.ts';
import type { World } from '../../calendar/support/world.ts';
import { freshIndexedDb } from './fresh-indexed-db.ts';

const IDLE = { state: 'idle', notBefore: 0, generation: 1 } as const;
const EVENT = { generation: 1, key: 'a', type: 'single', start: 10, end: 20, subject: 'Plan' } as const;

beforeEach(() => freshIndexedDb());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

type Put = (this: IDBObjectStore, ...given: Parameters<IDBObjectStore['put']>) => IDBRequest<IDBValidKey>;

/** What a plain hand writes into the database, past every guard of ours. */
async function scribble(work: (database: IDBPDatabase) => Promise<unknown>): Promise<void> {
  const database = await openDB(DATABASE, MIGRATIONS.length);
  await work(database);
  database.close();
}

/** A calendar over IndexedDB, filled. */
async function filled(): Promise<{ world: World; store: CalendarStore }> {
  const store = createCalendarStore(createConnection());
  const world = createWorld(store);
  world.meetings(10);
  await world.service().signedIn({ id: 'maya' });
  await world.service().run('sign-in');
  return { world, store };
}

describe('a corrupt record', () => {
  it.each([
    ['text', 'record'],
    ['of an unknown state', { ...IDLE, state: 'resting' }],
    ['of an inherited state', { ...IDLE, state: 'constructor' }],
    ['without a time', { state: 'idle' }],
    ['with a time that is none', { ...IDLE, notBefore: Number.NaN }],
    ['with half a cursor', { ...IDLE, cursor: { link: 'https://graph.microsoft.com/' } }],
    ['with a generation in words', { ...IDLE, generation: 'one' }],
  ])('%s is db-corrupt to worker and page, never “nobody”', async (_what, record) => {
    const store = createCalendarStore(createConnection());
    await store.commit({ record: IDLE, put: [EVENT], durability: 'strict' });
    const reader = await openReader();
    await scribble((database) => database.put('sync', record, RECORD));
    const corrupt = { info: { code: 'db-corrupt', who: 'bug' } };
    await expect(store.load()).rejects.toMatchObject(corrupt);
    await expect(reader.sync()).rejects.toMatchObject(corrupt);
    await expect(reader.page(0, 100)).rejects.toMatchObject(corrupt);
    expect(await createSyncService(createWorld(store).ports).run('alarm')).toMatchObject({
      ok: false,
      error: corrupt.info,
    });
    // *Delete everything* and a sign-in are ways out.
    await createSyncService(createWorld(store).ports).signedOut();
    expect(await store.load()).toEqual({ state: 'signedOut', notBefore: 0 });
    expect(await store.rows(1)).toEqual([]);
  });
});

describe('corrupt rows', () => {
  it.each([
    ['without a start', { start: undefined }],
    ['with an end in words', { end: 'tomorrow' }],
    ['of no type', { type: 7 }],
    ['with a subject that is an object', { subject: { text: 'Plan' } }],
  ])('%s stop nobody, and are overwritten by the next reading', async (_what, damage) => {
    const { world, store } = await filled();
    const [row] = await store.rows(1);
    await scribble((database) => database.put('events', { ...row, ...damage }));
    expect((await store.between(0, Number.MAX_SAFE_INTEGER)).length).toBeGreaterThanOrEqual(9);
    for (const id of world.graph.events.keys()) {
      const event = world.graph.events.get(id);
      if (event) world.graph.put(event);
    }
    expect(await world.service().run('alarm')).toEqual({ ok: true });
    world.graph.faults = [{ error: { code: 'sync-state-lost', who: 'resync' } }];
    await untilQuiet(world);
    expect(await wrongs(world)).toEqual([]);
  });
});

describe('a disk that is full', () => {
  /** The browser refuses to keep anything at a transaction's end, as Chromium does. */
  function fill(): void {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as Put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (this.name !== 'events') return put.apply(this, given);
      throw new DOMException('full', 'QuotaExceededError');
    });
  }

  it('is db-quota for a person; nothing of the page is kept, and what was there is', async () => {
    const { world, store } = await filled();
    const before = await store.rows(1);
    world.meetings(1);
    world.graph.put({ id: 'new', type: 'singleInstance', start: world.clock.at, end: world.clock.at + 1 });
    fill();
    const quota = { code: 'db-quota', who: 'person' };
    expect(await world.service().run('alarm')).toMatchObject({ ok: false, error: quota });
    expect(await store.load()).toMatchObject({ state: 'needsPerson', error: quota });
    expect(await store.rows(1)).toEqual(before);
    vi.restoreAllMocks();
    expect(await world.service().run('person')).toEqual({ ok: true });
    expect(await wrongs(world)).toEqual([]);
  });
});

describe('a connection', () => {
  it('that stands in the way of a newer version steps aside', async () => {
    let gone = 0;
    await openDatabase({ upgrade: 'migrate', onGone: () => (gone += 1) });
    const newer = await openDB(DATABASE, MIGRATIONS.length + 1);
    expect(gone).toBe(1);
    newer.close();
  });

  it('that meets one that does not is db-blocked for a person, and works once that is closed', async () => {
    const stubborn = await openDB(DATABASE, MIGRATIONS.length);
    const next = [...MIGRATIONS, () => undefined];
    const late = openDatabase({ upgrade: 'migrate', onGone: () => undefined }, next);
    await expect(late).rejects.toMatchObject({ info: { code: 'db-blocked', who: 'person' } });
    stubborn.close();
    (await openDatabase({ upgrade: 'migrate', onGone: () => undefined }, next))?.close();
  });

  it.each(['with a word', 'without'])(
    'that the browser ended %s is opened again, by worker and page',
    async (how) => {
      const connection = createConnection();
      const store = createCalendarStore(connection);
      await store.commit({ record: IDLE, put: [EVENT], durability: 'strict' });
      const opened: IDBDatabase[] = [];
      const open = indexedDB.open.bind(indexedDB);
      vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
        const request = open(...given);
        request.addEventListener('success', () => opened.push(request.result));
        return request;
      });
      const reader = await openReader();
      await connection.use(async (database) => opened.push(database as unknown as IDBDatabase));
      for (const database of opened) {
        // Chromium tells of an end it caused by `close`; of a crash of its storage process it may tell nothing.
        if (how === 'with a word') forceCloseDatabase(database as never);
        else database.close();
      }
      expect(await store.load()).toEqual(IDLE);
      expect((await reader.page(0, 100)).sync).toEqual(IDLE);
      expect(await reader.sync()).toEqual(IDLE);
      expect(await reader.between(0, 100)).toEqual([EVENT]);
    },
  );

  it.each([
    ['SecurityError', 'blocked'],
    ['InvalidStateError', 'blocked'],
    ['UnknownError', 'wait'],
  ])('that a private window or a broken profile refuses with %s is db-unavailable: %s', async (name, who) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    const unavailable = { info: { code: 'db-unavailable', who } };
    await expect(createCalendarStore(createConnection()).load()).rejects.toMatchObject(unavailable);
    await expect(openReader()).rejects.toMatchObject(unavailable);
  });

  it('where there is no IndexedDB at all is db-unavailable', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect(createCalendarStore(createConnection()).load()).rejects.toMatchObject({
      info: { code: 'db-unavailable', who: 'blocked' },
    });
  });

  it('keeps the cause of every refusal', async () => {
    const cause = new DOMException('x', 'UnknownError');
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw cause;
    });
    const error: unknown = await openReader().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SynclineError);
    expect((error as SynclineError).cause).toBe(cause);
  });
});
