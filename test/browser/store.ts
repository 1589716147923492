import type { Page } from 'playwright-core';
import { digestId } from '../../utils/adapters/idb/digest.ts';
import type { EventRow, RunRecord, SyncRecord } from '../../utils/model/calendar.ts';
import type { Fact } from '../../utils/model/facts.ts';
import type { TruthRow } from '../sim/graph/index.ts';

export interface StoreContents {
  readonly sync: SyncRecord | null;
  readonly events: readonly EventRow[];
  readonly runs: readonly RunRecord[];
  readonly facts: Readonly<Record<string, Fact<unknown>>>;
}

/** Everything in the extension's database, read by plain IndexedDB from one of its pages: our own adapters prove nothing here. */
export async function readStore(page: Page): Promise<StoreContents> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'syncline'))
      return { sync: null, events: [], runs: [], facts: {} };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((good, bad) => {
        request.addEventListener('success', () => good(request.result));
        request.addEventListener('error', () => bad(request.error ?? new Error('no reason given')));
      });
    const database = await done(indexedDB.open('syncline'));
    try {
      const tx = database.transaction(['sync', 'events', 'runs', 'facts']);
      const [sync, events, runs, keys, values] = await Promise.all([
        done(tx.objectStore('sync').get('record')),
        done(tx.objectStore('events').getAll()),
        done(tx.objectStore('runs').getAll()),
        done(tx.objectStore('facts').getAllKeys()),
        done(tx.objectStore('facts').getAll()),
      ]);
      const facts = Object.fromEntries(keys.map((key, at) => [key as string, values[at]]));
      return { sync: sync ?? null, events, runs, facts } as never;
    } finally {
      database.close();
    }
  });
}

/** Waits until the stored calendar satisfies the test; the last contents are in the error when it never does. */
export async function storeUntil(
  page: Page,
  fits: (contents: StoreContents) => boolean,
  limit = 30_000,
): Promise<StoreContents> {
  const deadline = performance.now() + limit;
  for (;;) {
    const contents = await readStore(page);
    if (fits(contents)) return contents;
    if (performance.now() > deadline) {
      const { sync, events, runs, facts } = contents;
      throw new Error(
        `The store did not get there: ${JSON.stringify({ sync, events: events.length, run: runs.at(-1), facts: Object.keys(facts) })}`,
      );
    }
    await page.waitForTimeout(50);
  }
}

interface Comparable {
  readonly key: string;
  readonly [field: string]: unknown;
}

/** The truth in the shape of stored rows, worked out here by other means than the product's. */
async function expectedRow(row: TruthRow): Promise<Comparable> {
  const location = row.location ?? '';
  const link = /https:\/\/([\w.-]*zoom(?:gov)?\.(?:us|com))\/(?:j|w|s|wc\/join)\/(\d{9,11})/.exec(location);
  return {
    key: await digestId(row.id),
    type: row.type,
    start: row.start,
    end: row.end,
    ...(row.seriesMasterId === undefined ? {} : { master: await digestId(row.seriesMasterId) }),
    ...(row.allDay ? { allDay: true } : {}),
    ...(row.cancelled ? { cancelled: true } : {}),
    ...(row.private ? { private: true } : {}),
    ...(row.isOrganizer ? { mine: true } : {}),
    ...(row.subject === undefined ? {} : { subject: row.subject }),
    ...(link ? { zoom: link[2], zoomHost: link[1] } : {}),
  };
}

/** What differs between the readable generation and the simulator's truth, row by row; empty when nothing does. */
export async function differences(
  contents: StoreContents,
  truth: (window: { start: number; end: number }) => readonly TruthRow[],
): Promise<{ rows: number; differences: string[] }> {
  const { sync, events } = contents;
  const window = sync?.cursor?.window;
  if (!window || sync?.generation === undefined)
    return { rows: 0, differences: ['no complete round is stored'] };
  const expected = new Map((await Promise.all(truth(window).map(expectedRow))).map((row) => [row.key, row]));
  const found: string[] = [];
  const rows = events.filter((row) => row.generation === sync.generation);
  for (const row of rows) {
    const right = expected.get(row.key);
    if (!right) {
      found.push(`too many: ${row.type} ${row.subject ?? ''} ${new Date(row.start).toISOString()}`);
      continue;
    }
    expected.delete(row.key);
    // Place and change key are told in the server's own spelling, the nature of a link has tests of its own; a personal link has a host and no number.
    const { generation: _g, place: _p, changeKey: _c, link: _l, teams: _t, ...rest } = row;
    const stored: Record<string, unknown> = { ...rest };
    if (stored['zoom'] === undefined) delete stored['zoomHost'];
    for (const field of new Set([...Object.keys(stored), ...Object.keys(right)]))
      if (stored[field] !== right[field])
        found.push(
          `${row.key} ${field}: stored ${JSON.stringify(stored[field])}, true ${JSON.stringify(right[field])}`,
        );
  }
  for (const row of expected.values()) found.push(`missing: ${JSON.stringify(row)}`);
  return { rows: rows.length, differences: found };
}
