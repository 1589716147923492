import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium, type Tab } from '../browser/chromium.ts';
import { bundle } from '../folders.ts';
import { controlPage, signInAndFill } from '../product.ts';
import { alternated, type Bench, rounds } from './suite.ts';

interface Marks {
  readonly paint: number;
  readonly health: number;
  readonly title: string;
}

declare const bench: {
  readonly paint: Promise<number>;
  readonly health: Promise<{ at: number; title: string }>;
};

/** Installed before any script of the page: notes the first paint and the moment the finished state stands in the document. */
const WATCH = `globalThis.bench = {
  paint: new Promise((good) => new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) good(entry.startTime);
  }).observe({ type: 'paint', buffered: true })),
  health: new Promise((good) => new MutationObserver(() => {
    const title = document.querySelector('main h1')?.textContent;
    if (title) good({ at: performance.now(), title });
  }).observe(document, { childList: true, subtree: true })),
}`;

type Plain = string | { ns: string; tag: string; attrs: [string, string][]; children: Plain[] };

/** The finished popup as plain data. */
function serialise(): string {
  const of = (node: ChildNode): Plain[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element)) return [];
    const attrs = [...node.attributes].map(({ name, value }): [string, string] => [name, value]);
    return [
      { ns: node.namespaceURI ?? '', tag: node.localName, attrs, children: [...node.childNodes].flatMap(of) },
    ];
  };
  const main = document.querySelector('main');
  if (!main) throw new Error('no popup');
  return JSON.stringify(of(main)[0]);
}

async function show(tab: Tab, url: string, withHealth: boolean): Promise<Marks> {
  await tab.goto(url);
  const paint = await tab.run(() => bench.paint);
  const { at, title } = withHealth ? await tab.run(() => bench.health) : { at: Number.NaN, title: '' };
  return { paint, health: at, title };
}

/** The popup's page in a tab, its worker dead: first paint against no script, finished health against a page written by hand. */
export async function popup(run: Bench): Promise<void> {
  const product = run.folders.product();
  const chromium = await launchChromium([product.folder], run.world);
  try {
    const control = await chromium.open(controlPage(product));
    await signInAndFill(chromium, run.world, control, product, { events: 10_000, pageSize: 500 });
    const tab = await chromium.open('about:blank');
    await tab.send('Page.bringToFront');
    await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
    const url = (page: string) => `chrome-extension://${product.id}/${page}`;
    const { title } = await show(tab, url('popup.html'), true);
    // The policy's first answer may come late, and the popup draws once more.
    await pause(500);
    const tree = await tab.run(serialise);

    const html = readFileSync(join(product.folder, 'popup.html'), 'utf8');
    const bare = html.replace(/<script[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g, '');
    writeFileSync(join(product.folder, 'bare.html'), bare);
    const script = '<script type="module" src="/hand.js"></script></head>';
    writeFileSync(join(product.folder, 'hand.html'), bare.replace('</head>', script));
    writeFileSync(
      join(product.folder, 'hand.js'),
      (await bundle('hand')).replace(/\bTREE\b/, () => tree),
    );

    for (let at = -3; at < rounds(run, 24); at += 1) {
      const seen = new Map<string, Marks>();
      for (const page of alternated(['popup.html', 'bare.html', 'hand.html'], at)) {
        await chromium.stopWorkers(control);
        await pause(100);
        seen.set(page, await show(tab, url(page), page !== 'bare.html'));
      }
      const [ours, without, hand] = ['popup.html', 'bare.html', 'hand.html'].map((page) => seen.get(page));
      if (!ours || !without || !hand) throw new Error('a page was not shown');
      if (ours.title !== title || hand.title !== title)
        throw new Error(`another state: ${ours.title}, ${hand.title}, not ${title}`);
      if (at < 0) continue;
      run.note('popup paint', { ours: ours.paint, theirs: without.paint });
      run.note('popup health', { ours: ours.health, theirs: hand.health });
    }
  } finally {
    await chromium.close();
  }
}
