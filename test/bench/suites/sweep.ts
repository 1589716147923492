import type * as Store from '../../../utils/adapters/idb/index.ts';
import { launchChromium } from '../browser/chromium.ts';
import { bundle } from '../folders.ts';
import { alternated, type Bench, rounds } from './suite.ts';

declare const store: typeof Store;

/** Fills a fresh database with two generations through the product's store, then throws the first away; ms of the throwing. */
async function throwAway(way: 'range' | 'cursor'): Promise<number> {
  const ROWS = 2_500;
  const connection = store.createConnection();
  const calendar = store.createCalendarStore(connection);
  const record = { state: 'idle', notBefore: 0, generation: 2 } as const;
  for (const generation of [1, 2]) {
    for (let from = 0; from < ROWS; from += 500) {
      const put = Array.from({ length: 500 }, (_, at) => ({
        generation,
        key: crypto.randomUUID().slice(0, 22),
        type: 'single' as const,
        start: 1_800_000_000_000 + (((from + at) * 7919) % 5_000) * 60_000,
        end: 1_800_001_800_000,
        subject: `Roadmap review ${from + at}`,
        changeKey: crypto.randomUUID().slice(0, 24),
      }));
      await calendar.commit({ record, put, durability: 'relaxed' });
    }
  }
  const began = performance.now();
  if (way === 'range') {
    await calendar.commit({ record, dropGenerations: [1], durability: 'relaxed' });
    return performance.now() - began;
  }
  return connection.use(async (database) => {
    const transaction = database.transaction('events', 'readwrite', { durability: 'relaxed' });
    const all = IDBKeyRange.bound([1], [1, []]);
    let cursor = await transaction.store.index('start').openCursor(all);
    while (cursor) {
      void cursor.delete();
      cursor = await cursor.continue();
    }
    await transaction.done;
    return performance.now() - began;
  });
}

/** The end of an old generation: one range delete against a walk. Every sample in an origin of its own. */
export async function sweep(bench: Bench): Promise<void> {
  const script = await bundle('store');
  const chromium = await launchChromium([], bench.world);
  try {
    for (let at = 0; at < rounds(bench, 15); at += 1) {
      const took = new Map<string, number>();
      for (const way of alternated(['range', 'cursor'] as const, at)) {
        const tab = await chromium.open(`https://${way}-${at}.origin.example/`);
        await tab.run(`${script};0`);
        took.set(way, await tab.run(throwAway, way));
        await tab.close();
      }
      bench.note('sweep', {
        ours: took.get('range') ?? Number.NaN,
        theirs: took.get('cursor') ?? Number.NaN,
      });
    }
  } finally {
    await chromium.close();
  }
}
