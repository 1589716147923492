import type * as Store from '../../../utils/adapters/idb/index.ts';
import { launchChromium, type Tab } from '../browser/chromium.ts';
import { bundle } from '../folders.ts';
import { ask, controlPage, readRuns, signInAndFill } from '../product.ts';
import { alternated, type Bench, rounds } from './suite.ts';

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
declare const store: typeof Store;

const CHANGES = 10;

/** ms of one "sync now" with its changes, worker awake. */
async function sync(tab: Tab): Promise<number> {
  return tab.run(async () => {
    const began = performance.now();
    await chrome.runtime.sendMessage({ mark: 'syncline/1', name: 'sync/now' });
    return performance.now() - began;
  });
}

/** ms of the agenda's read, by the product's own reader, in a page of the product. */
async function agenda(tab: Tab): Promise<number> {
  return tab.run(async () => {
    const scope = globalThis as { reader?: ReturnType<typeof store.openReader> };
    const reader = await (scope.reader ??= store.openReader());
    const began = performance.now();
    const rows = await reader.between(Date.now(), Date.now() + 7 * 86_400_000);
    const took = performance.now() - began;
    if (rows.length < 380) throw new Error(`only ${rows.length} rows in the next seven days`);
    return took;
  });
}

/** Deltas and the agenda, among 1,000 and among 100,000 stored events of the same person. */
export async function reads(bench: Bench): Promise<void> {
  const script = await bundle('store');
  const sizes = [1_000, 100_000].map((events) => ({ events, extension: bench.folders.product() }));
  const chromium = await launchChromium(
    sizes.map(({ extension }) => extension.folder),
    bench.world,
  );
  try {
    const tabs: Tab[] = [];
    for (const { events, extension } of sizes) {
      const tab = await chromium.open(controlPage(extension));
      await signInAndFill(chromium, bench.world, tab, extension, { events, pageSize: 500 });
      await tab.run(`${script};0`);
      tabs.push(tab);
    }
    bench.world.pager.change(CHANGES);
    for (const [name, work, full] of [
      ['delta', sync, 30],
      ['agenda', agenda, 24],
    ] as const) {
      // The first three warm up.
      for (let at = -3; at < rounds(bench, full); at += 1) {
        const took = new Map<Tab, number>();
        for (const tab of alternated(tabs, at)) took.set(tab, await work(tab));
        const [small = Number.NaN, large = Number.NaN] = tabs.map((tab) => took.get(tab));
        if (at >= 0) bench.note(name, { ours: large, theirs: small });
      }
    }
    for (const tab of tabs) {
      const last = (await readRuns(tab)).at(-1);
      if (last?.changed !== CHANGES) throw new Error(`not a round of changes: ${JSON.stringify(last)}`);
      await ask(tab, 'config/get');
    }
  } finally {
    bench.world.pager.change(0);
    await chromium.close();
  }
}
