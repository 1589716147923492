import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { bundle, type Extension } from '../folders.ts';
import type { Plan } from '../pager.ts';
import { controlPage, signInAndFill } from '../product.ts';
import { alternated, type Bench, rounds } from './suite.ts';

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

interface Variant {
  readonly name: 'product' | 'floor' | 'json' | 'peer';
  readonly plan: Plan;
}

/** Runs one variant in the browser; ms from its first request for a page to the end of its last transaction. */
async function time(bench: Bench, chromium: Chromium, extension: Extension, { name, plan }: Variant) {
  const tab = await chromium.open(controlPage(extension));
  try {
    if (name === 'product') {
      const grown = () => tab.run(async () => (await navigator.storage.estimate()).usage ?? 0);
      const before = await grown();
      const { startedAt, endedAt } = await signInAndFill(chromium, bench.world, tab, extension, plan);
      if (plan.latency === undefined && plan.pageSize === 50)
        bench.note('bytes', { ours: ((await grown()) - before) / plan.events });
      return endedAt - startedAt;
    }
    bench.world.pager.serve(plan);
    const took = await tab.run((store) => chrome.runtime.sendMessage({ store }), name === 'floor');
    if (typeof took !== 'number') throw new Error(`${name}: ${String(took)}`);
    return took;
  } finally {
    await tab.close();
  }
}

/** One round: every variant in one browser, each in an origin of its own in a fresh profile; ms by variant. */
async function round(
  bench: Bench,
  variants: readonly Variant[],
  at: number,
  scripts: Record<string, string>,
) {
  const jobs = variants.map((variant) => ({
    variant,
    extension:
      variant.name === 'product'
        ? bench.folders.product()
        : bench.folders.worker(variant.name, scripts[variant.name] ?? ''),
  }));
  const chromium = await launchChromium(
    jobs.map(({ extension }) => extension.folder),
    bench.world,
  );
  try {
    const took = new Map<string, number>();
    for (const { variant, extension } of alternated(jobs, at))
      took.set(`${variant.name} ${variant.plan.pageSize}`, await time(bench, chromium, extension, variant));
    return (name: string) => took.get(name) ?? Number.NaN;
  } finally {
    await chromium.close();
  }
}

/** First fills against the floor and against the usual way. */
export async function fill(bench: Bench): Promise<void> {
  const scripts = { floor: await bundle('floor'), peer: await bundle('peer') };
  const loopback = ([500, 50] as const).flatMap((pageSize): Variant[] => [
    { name: 'product', plan: { events: 10_000, pageSize } },
    { name: 'floor', plan: { events: 10_000, pageSize } },
  ]);
  const peers = ([500, 50] as const).map(
    (pageSize): Variant => ({ name: 'peer', plan: { events: 10_000, pageSize } }),
  );
  const withPeers = rounds(bench, 3);
  for (let at = 0; at < rounds(bench, 9); at += 1) {
    const took = await round(bench, at < withPeers ? [...loopback, ...peers] : loopback, at, scripts);
    for (const size of [500, 50]) {
      const product = took(`product ${size}`);
      bench.note(`fill ${size}`, { ours: product, theirs: took(`floor ${size}`) });
      // The other way round: how many times as long the usual way takes.
      if (at < withPeers) bench.note(`peer ${size}`, { ours: took(`peer ${size}`), theirs: product });
    }
  }
}

/** First fills with 60 ms a request against fetching alone: storage should disappear behind the network. */
export async function latency(bench: Bench): Promise<void> {
  const scripts = { json: await bundle('floor') };
  for (const [pageSize, events, full] of [
    [500, 10_000, 7],
    [50, 10_000, 3],
  ] as const) {
    const plan = { events, pageSize, latency: 60 };
    for (let at = 0; at < rounds(bench, full); at += 1) {
      const variants: Variant[] = [
        { name: 'product', plan },
        { name: 'json', plan },
      ];
      const took = await round(bench, variants, at, scripts);
      bench.note(`latency ${pageSize}`, {
        ours: took(`product ${pageSize}`),
        theirs: took(`json ${pageSize}`),
      });
    }
  }
}
