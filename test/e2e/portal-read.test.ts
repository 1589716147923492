import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortalSnapshot } from '../../utils/model/settings.ts';
import { keyOf, type LevelSettingId, type LevelValues, type LockableId } from '../sim/portal/index.ts';
import { type ServedPortal, servePortal } from '../sim/portal/serve.ts';
import { lockOf } from '../sim/portal/state.ts';
import { findBrowser } from '../tools/find-browser.mjs';
import { LIMIT, LONG_RUNS, RUNS, starts } from '../unit/portal/starts.ts';

type Read = Pick<PortalSnapshot, 'recognition'> & {
  readonly settings: readonly Pick<PortalSnapshot['settings'][number], 'id' | 'value' | 'lock'>[];
};

let served: ServedPortal;
let browser: Browser;
let page: Page;
let session: CDPSession;
let script: string;

beforeAll(async () => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium found: npm test says how to get one.');
  const entry = fileURLToPath(new URL('../unit/portal/inside.ts', import.meta.url));
  const bundle = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'inside', fileName: 'inside' } },
  });
  const [output] = Array.isArray(bundle) ? bundle : [bundle];
  if (!output || !('output' in output)) throw new Error('the reader was not bundled');
  script = output.output[0].code;
  served = await servePortal({ scenario: { latency: 0 } });
  browser = await chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
  session = await page.context().newCDPSession(page);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** Runs the reader on the open page as a content script would: in a world of its own. */
async function inside(): Promise<<T>(expression: string) => Promise<T>> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  await evaluate(`${script};0`);
  return evaluate;
}

const read = async (path: string) =>
  (await inside())<Read>(`portal.read(${JSON.stringify(`https://zoom.us${path}`)})`);

const VALUES: readonly Partial<LevelValues>[] = [
  {
    'default-service': 'office365',
    'authorize-with': 'graph',
    'setup-method': 'application-permissions',
    permissions: ['calendar-read', 'contacts-write'],
    'sso-prompt': 'every-sign-in',
    'two-way-sync': 'off',
    'enforce-oauth': 'on',
  },
  { 'default-service': 'office365', 'authorize-with': 'ews', 'sso-prompt': 'first-sign-in' },
  { 'default-service': 'google', 'account-wide-consent': 'on' },
];
const LOCKED: readonly LockableId[] = ['third-party-integration', 'sso-prompt', 'two-way-sync'];

const LANGUAGES = ['en', 'fr', 'mixed-ja'] as const;
/** Nested rows under each lock in one of the languages; a long run takes them all. */
const LONG = LONG_RUNS > RUNS;
const CASES = (['rows', 'nested'] as const).flatMap((nesting) =>
  (['free', 'locked', 'above'] as const).map((lock, at) => ({ nesting, lock, at })),
);
const matrix = (['new', 'old'] as const).flatMap((family) =>
  ([1, 2, 3] as const).flatMap((generation) =>
    LANGUAGES.map((language) => ({ family, generation, language })),
  ),
);

describe.each(matrix)(
  '$family components, generation $generation, $language',
  ({ family, generation, language }) => {
    const shape = `tab=zoomMailCalendar&family=${family}&generation=${generation}&lang=${language}`;

    it.each(
      CASES.filter(({ nesting, at }) => LONG || nesting === 'rows' || at === LANGUAGES.indexOf(language)),
    )('$nesting, $lock: what is read is what the portal holds', async ({ nesting, lock, at }) => {
      const values = VALUES[(at + generation) % VALUES.length] ?? {};
      served.portal.reset({
        latency: 0,
        account: { values, locks: lock === 'free' ? [] : LOCKED },
        groups: [{ id: 'gOne', name: 'Two-way sync', members: 2, values }],
      });
      const group = lock === 'above';
      const path = `${group ? '/account/group' : '/account/setting'}?${shape}&nesting=${nesting}${group ? '#/detail/gOne/detail' : ''}`;
      await page.goto(served.origin + path, { waitUntil: 'commit' });
      const row = (id: LevelSettingId) => `${family === 'old' ? '#feature-' : '#'}${keyOf(id, false)}`;
      if (group && generation === 1) await page.getByRole('tab').nth(1).click();
      await page.waitForSelector(row('third-party-integration'));

      const { recognition, settings } = await read(path);
      expect(recognition).toBe('recognised');
      const state = served.portal.state.account;
      const wrong = settings.filter(({ id, value, lock: read }) => {
        const mine = id as LevelSettingId;
        const holder = lockOf(mine);
        const isLocked = holder !== null && LOCKED.includes(holder) && lock !== 'free';
        const expected = isLocked ? (group ? 'locked-above' : 'locked') : 'unlocked';
        return JSON.stringify(value) !== JSON.stringify(state.values[mine]) || read !== expected;
      });
      expect(wrong).toEqual([]);
      const ids = Object.keys(state.values) as LevelSettingId[];
      const drawn = await page.evaluate(
        (rows) => rows.map((selector) => document.querySelector(selector) !== null),
        ids.map(row),
      );
      expect(settings.map(({ id }) => id).toSorted()).toEqual(
        ids.filter((_, index) => drawn[index]).toSorted(),
      );
    });
  },
);

describe('a look at a page', () => {
  it('forces no layout and no style, the first time and when nothing changed', async () => {
    const path = '/account/setting?tab=zoomMailCalendar';
    served.portal.reset({ latency: 0 });
    await page.goto(served.origin + path);
    await page.waitForSelector('#CalendarEventSyncBackToMeeting');
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
    );
    await session.send('Performance.enable');
    const counts = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return ['LayoutCount', 'RecalcStyleCount'].map(
        (name) => metrics.find((one) => one.name === name)?.value,
      );
    };
    const evaluate = await inside();
    const markup = await page.content();
    const before = await counts();
    const looks = [1, 2, 3].map(() => evaluate<Read>(`portal.read('https://zoom.us${path}')`));
    const [first, ...later] = await Promise.all(looks);
    expect(await counts()).toEqual(before);
    expect(later).toEqual([first, first]);
    expect(first?.settings.length).toBeGreaterThan(6);
    expect(await page.content()).toBe(markup);
  });
});

describe('pages nobody has seen, drawn by a real engine', () => {
  const run = async (what: 'unseen' | 'kept', runs: number) => {
    await page.goto('about:blank');
    const evaluate = await inside();
    return evaluate<number>(`portal.${what}(${JSON.stringify(starts())}, ${runs})`);
  };

  it(
    'are read without an exception, a trace or an invented value',
    async () => {
      expect(await run('unseen', LONG_RUNS)).toBeUndefined();
    },
    LIMIT,
  );

  it(
    'keep no answer that has become wrong',
    async () => {
      expect(await run('kept', LONG_RUNS / 5)).toBeGreaterThan(LONG_RUNS / 5);
    },
    LIMIT,
  );
});
