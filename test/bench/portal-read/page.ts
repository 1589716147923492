import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../tools/find-browser.mjs';
import { bareLabels } from '../../tools/lean.ts';

export type Way = 'walk' | 'read' | 'portal';

/** A page of a browser, and the reader in it as a content script would be. */
export interface Stand {
  /** Shows other markup, painted, with a fresh world for the reader. */
  show(html: string): Promise<void>;
  /** Microseconds a run; `disturbed`: after a change elsewhere on the page each time. */
  time(way: Way, runs: number, disturbed?: boolean): Promise<number>;
  /** How many settings were found. */
  found(): Promise<number>;
  /** 1,000 changes that concern nobody, in 100 tasks of the page's own: their time, ms, and each look they caused, if watched. */
  mutate(watched: boolean): Promise<{ readonly page: number; readonly looks: readonly number[] }>;
  /** How often the page was laid out and styled so far. */
  work(): Promise<readonly number[]>;
  close(): Promise<void>;
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('inside.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [bareLabels()],
    build: { write: false, lib: { entry, formats: ['iife'], name: 'inside', fileName: 'inside' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('the reader was not bundled');
  return output.output[0].code;
}

/** An isolated world, as a content script has one: its own view of every node, made at the first touch. */
async function isolated(session: CDPSession, script: string) {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const evaluate = async (expression: string): Promise<number> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as number;
  };
  await evaluate(`${script};0`);
  return evaluate;
}

/** A page that was never painted would have its style computed at the first question. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))),
  );
}

/** Time the page spends in its tasks, what it hears of them in microtasks included, ms. */
async function churn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const cards = [...document.querySelectorAll('.card')];
    let total = 0;
    for (let task = 0; task < 100; task += 1) {
      await new Promise((done) => setTimeout(done, 0));
      const start = performance.now();
      for (let at = 0; at < 5; at += 1) {
        const card = cards[(task * 5 + at) % cards.length];
        const line = document.createElement('p');
        line.textContent = `line ${at}`;
        card?.append(line);
        line.remove();
      }
      await Promise.resolve();
      total += performance.now() - start;
    }
    return total;
  });
}

/** Starts Chromium and a server whose pages are isolated from other origins, so that the clock steps in 5 us. */
export async function openStand(): Promise<Stand> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium found: npm test says how to get one.');
  const script = await bundle();
  let markup = '';
  const server = createServer((_req, res) => {
    res.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    res.end(markup);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
  });
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  let evaluate: Awaited<ReturnType<typeof isolated>>;
  return {
    async show(html) {
      markup = html;
      await page.goto(origin);
      await painted(page);
      evaluate = await isolated(session, script);
    },
    time: (way, runs, disturbed = false) => evaluate(`bench.time('${way}', ${runs}, ${disturbed})`),
    found: () => evaluate(`bench.answer('portal')`),
    async mutate(watched) {
      if (watched) await evaluate('bench.watch()');
      const took = await churn(page);
      // The last change is looked at within a quarter of a second.
      if (watched) await page.waitForTimeout(300);
      const looks = watched ? (JSON.parse(String(await evaluate('bench.unwatch()'))) as number[]) : [];
      return { page: took, looks };
    },
    async work() {
      const { metrics } = await session.send('Performance.getMetrics');
      return ['LayoutCount', 'RecalcStyleCount'].map(
        (name) => metrics.find((one) => one.name === name)?.value ?? 0,
      );
    },
    async close() {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}
