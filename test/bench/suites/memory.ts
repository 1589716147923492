import { type Chromium, launchChromium, type Tab } from '../browser/chromium.ts';
import { ask, controlPage, signInAndFill } from '../product.ts';
import { type Bench, rounds } from './suite.ts';

/** Used heap of the worker after a collection, kB; attached for that moment only. */
async function heap(chromium: Chromium): Promise<number> {
  const target = (await chromium.targets()).find(({ type }) => type === 'service_worker');
  if (!target) throw new Error('no worker is awake');
  const worker = await chromium.attach(target);
  await worker.send('HeapProfiler.collectGarbage');
  const { usedSize } = await worker.send('Runtime.getHeapUsage');
  await worker.detach();
  return (usedSize as number) / 1000;
}

/** What a fill leaves in the worker's heap. */
export async function memory(bench: Bench): Promise<void> {
  for (let at = 0; at < rounds(bench, 3); at += 1) {
    const product = bench.folders.product();
    const chromium = await launchChromium([product.folder], bench.world);
    try {
      const tab: Tab = await chromium.open(controlPage(product));
      await ask(tab, 'config/get');
      const before = await heap(chromium);
      await signInAndFill(chromium, bench.world, tab, product, { events: 10_000, pageSize: 50 });
      await ask(tab, 'config/get');
      bench.note('memory', { ours: await heap(chromium), theirs: before });
    } finally {
      await chromium.close();
    }
  }
}
