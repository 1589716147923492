import { launchChromium } from '../browser/chromium.ts';
import { bundle } from '../folders.ts';
import { type Bench, rounds } from './suite.ts';

declare const report: { measure(): Promise<{ longest: number; total: number; bytes: number }> };

/** Installed before any script of the page: the longest task the browser itself saw, ms; below 50 it names none. */
const WATCH = `globalThis.seen = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) globalThis.seen = Math.max(globalThis.seen, duration);
}).observe({ type: 'longtask' })`;

declare const seen: number;

/** Evidence of a year of looks and 5,000 findings in all four formats: how long the page is held up at a time. */
export async function evidence(bench: Bench): Promise<void> {
  const script = await bundle('report');
  const chromium = await launchChromium([], bench.world);
  try {
    for (let at = 0; at < rounds(bench, 8); at += 1) {
      const tab = await chromium.open(`https://evidence-${at}.origin.example/`);
      await tab.run(`${script};0`);
      await tab.run(`${WATCH};0`);
      const { longest } = await tab.run(() => report.measure());
      const task = await tab.run(() => seen);
      bench.note('evidence', { ours: Math.max(longest, task) });
      await tab.close();
    }
  } finally {
    await chromium.close();
  }
}
