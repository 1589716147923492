import { readFileSync, readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createCalendarStore,
  createConnection,
  createFactStore,
  openReader,
} from '../../../../utils/adapters/idb/index.ts';
import { MIGRATIONS } from '../../../../utils/adapters/idb/migrations/index.ts';
import { openDatabase } from '../../../../utils/adapters/idb/open.ts';
import { DATABASE } from '../../../../utils/adapters/idb/schema.ts';
import { createSyncService } from '../../../../utils/app/sync-service.ts';
import { createWorld } from '../../calendar/support/world.ts';
import { dumpOf, restore } from './dump.ts';
import type { Dump } from './dump.ts';
import { freshIndexedDb } from './fresh-indexed-db.ts';

const FOLDER = new URL('../../../fixtures/idb/', import.meta.url);
const DUMPS = readdirSync(FOLDER)
  .filter((file) => /^v\d+\.json$/.test(file))
  .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Dump);
const shape = ({ version, stores }: Dump) => ({
  version,
  stores: stores.map(({ rows: _rows, ...rest }) => rest),
});
const rowsOf = (dump: Dump, name: string) => dump.stores.find((store) => store.name === name)?.rows ?? [];

beforeEach(() => freshIndexedDb());

describe('migrations', () => {
  it('have a kept dump of every version that was ever released', () => {
    // The newest joins them with its release; version 1 is kept from the start.
    const released = Math.max(1, MIGRATIONS.length - 1);
    const kept = DUMPS.map(({ version }) => version).sort((a, b) => a - b);
    expect(kept.slice(0, released)).toEqual(Array.from({ length: released }, (_, at) => at + 1));
  });

  it.each(DUMPS)(
    'open the dump of version $version, in the shape of a new database and with its rows',
    async (dump) => {
      (await openDatabase({ upgrade: 'migrate', onGone: () => undefined }))?.close();
      const fresh = shape(await dumpOf(DATABASE));
      freshIndexedDb();
      await restore(DATABASE, dump);
      (await openDatabase({ upgrade: 'migrate', onGone: () => undefined }))?.close();
      const migrated = await dumpOf(DATABASE);
      expect(shape(migrated)).toEqual(fresh);
      for (const { name, rows } of dump.stores)
        expect(rowsOf(migrated, name), name).toHaveLength(rows.length);
    },
  );

  it.each(DUMPS)('leave of version $version what readers and the sync can go on with', async (dump) => {
    await restore(DATABASE, dump);
    const connection = createConnection();
    const store = createCalendarStore(connection);
    const { generation = 0, cursor, account } = await store.load();
    expect(await store.rows(generation)).toHaveLength(rowsOf(dump, 'events').length);
    expect(await store.runs()).toHaveLength(rowsOf(dump, 'runs').length);
    expect(Object.keys(await createFactStore(connection).book())).toHaveLength(rowsOf(dump, 'facts').length);
    const reader = await openReader();
    expect(await reader.snapshots()).toHaveLength(rowsOf(dump, 'snapshots').length);
    expect(await reader.between(cursor?.window.start ?? 0, cursor?.window.end ?? 0)).not.toEqual([]);
    // And a round comes to its end, over a calendar that changed meanwhile.
    const world = createWorld(store);
    world.meetings(3);
    world.clock.at += 86_400_000;
    const service = createSyncService(world.ports);
    await service.signedIn({ id: account ?? '' });
    let result = await service.run('person');
    if (!result.ok && result.error.code === 'suspect-shrink') result = await service.confirmShrink();
    expect(result).toEqual({ ok: true });
    expect((await store.load()).events).toBe(3);
  });

  it('of a chain that is longer than this build’s are refused by name, and change nothing', async () => {
    const [dump] = DUMPS;
    if (!dump) throw new Error('no dump');
    await restore(DATABASE, { ...dump, version: MIGRATIONS.length + 5 });
    await expect(openDatabase({ upgrade: 'migrate', onGone: () => undefined })).rejects.toMatchObject({
      info: { code: 'db-newer', who: 'blocked' },
    });
    expect((await dumpOf(DATABASE)).stores).toEqual(dump.stores);
  });

  it('that fail in the middle leave the old version whole', async () => {
    const [dump] = DUMPS;
    if (!dump) throw new Error('no dump');
    await restore(DATABASE, dump);
    const broken = [
      ...MIGRATIONS.slice(0, dump.version),
      (database: { deleteObjectStore(name: 'events'): void }) => {
        database.deleteObjectStore('events');
        throw new DOMException('half-way', 'AbortError');
      },
    ];
    await expect(openDatabase({ upgrade: 'migrate', onGone: () => undefined }, broken)).rejects.toMatchObject(
      { info: { code: 'db-aborted' } },
    );
    expect(await dumpOf(DATABASE)).toEqual(dump);
  });
});
