import { setTimeout as pause } from 'node:timers/promises';
import { type Chromium, launchChromium, type Tab } from '../browser/chromium.ts';
import { bundle } from '../folders.ts';
import { controlPage, signInAndFill } from '../product.ts';
import { alternated, type Bench, rounds } from './suite.ts';

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

const DELTA = 'https://graph.microsoft.com/v1.0/me/calendarView/delta?$deltatoken=1000';

async function stop(chromium: Chromium, through: Tab): Promise<void> {
  await chromium.stopWorkers(through);
  while ((await chromium.targets()).some(({ type }) => type === 'service_worker')) await pause(5);
  // What the end of a process still does should not be measured.
  await pause(60);
}

/** ms until the answer. */
function answered(tab: Tab, message: unknown): Promise<number> {
  return tab.run(async (message) => {
    const began = performance.now();
    await chrome.runtime.sendMessage(message);
    return performance.now() - began;
  }, message);
}

/** Sends the message at the turn of a millisecond and gives that moment, ms since the epoch; resolves when it was answered. */
function sent(tab: Tab, message: unknown): Promise<number> {
  return tab.run(async (message) => {
    const before = Date.now();
    while (Date.now() === before);
    const at = Date.now();
    await chrome.runtime.sendMessage(message);
    return at;
  }, message);
}

/** A killed worker's way to its first answer, and to its first request with a token; no debugger on any worker. */
export async function wake(bench: Bench): Promise<void> {
  const { pager } = bench.world;
  const product = bench.folders.product();
  const empty = bench.folders.worker('empty', await bundle('empty'));
  const chromium = await launchChromium([product.folder, empty.folder], bench.world);
  try {
    const ours = await chromium.open(controlPage(product));
    const theirs = await chromium.open(controlPage(empty));
    await signInAndFill(chromium, bench.world, ours, product, { events: 1_000, pageSize: 500 });
    const question = { mark: 'syncline/1', name: 'config/get' };
    const syncNow = { mark: 'syncline/1', name: 'sync/now' };
    for (let at = -3; at < rounds(bench, 30); at += 1) {
      const took = new Map<Tab, number>();
      for (const tab of alternated([ours, theirs], at)) {
        await stop(chromium, ours);
        took.set(tab, await answered(tab, tab === ours ? question : {}));
      }
      if (at >= 0) bench.note('wake', pair(took));
    }
    for (let at = -3; at < rounds(bench, 30); at += 1) {
      const took = new Map<Tab, number>();
      for (const tab of alternated([ours, theirs], at)) {
        await stop(chromium, ours);
        pager.seen.length = 0;
        const began = await sent(tab, tab === ours ? syncNow : { url: DELTA });
        const [first] = pager.seen;
        if (!first?.token.startsWith('Bearer ') || (tab === ours) === (first.token === 'Bearer empty'))
          throw new Error('no request, or not with the right token');
        took.set(tab, first.at - began);
      }
      if (at >= 0) bench.note('wake and token', pair(took));
    }
    function pair(took: ReadonlyMap<Tab, number>) {
      return { ours: took.get(ours) ?? Number.NaN, theirs: took.get(theirs) ?? Number.NaN };
    }
  } finally {
    await chromium.close();
  }
}
