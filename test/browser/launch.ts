import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findBrowser } from '../tools/find-browser.mjs';

/** The unmodified production build. */
export const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

export interface LaunchOptions {
  /** Port and certificate pin of the world of simulators. */
  readonly world: { readonly port: number; readonly spki: string; readonly hosts: readonly string[] };
  /** Browser language, e.g. `fr`. */
  readonly language?: string;
  /** Reuse a profile (browser restarted); a fresh one when absent. */
  readonly profile?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Folder of the extension; the production build when absent. */
  readonly build?: string;
  /** The browser never tells its policy, as for a long time after a start on a busy machine (`managed.ts`). */
  readonly policyHeldBack?: boolean;
  /** False: the browser without the extension. */
  readonly extension?: boolean;
}

export interface Chrome {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly profile: string;
  /** Every error any console showed: pages, popup, worker. */
  readonly errors: string[];
  worker(): Promise<Worker>;
  /** Opens a page of the extension: `popup.html`. */
  open(path: string): Promise<Page>;
  /** Stops the service worker as the browser does when it is idle. */
  killWorker(): Promise<void>;
  /** Cuts or restores the network of pages and worker. */
  setOffline(offline: boolean): Promise<void>;
  close(options?: { keepProfile?: boolean }): Promise<void>;
}

/** Id Chromium gives an unpacked extension: first 128 bits of SHA-256 of its key, else of its path, in letters a–p. */
export function extensionIdOf(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key?: string };
  const digest = createHash('sha256')
    .update(key === undefined ? folder : Buffer.from(key, 'base64'))
    .digest('hex');
  return Array.from(digest.slice(0, 32), (digit) =>
    String.fromCharCode(97 + Number.parseInt(digit, 16)),
  ).join('');
}

/** Errors that say nothing about us: a missing favicon, and answers whose failing is the very thing a test asks for. */
const NOT_OURS = [/favicon\.ico/, /the server responded with a status of 4\d\d/i];

/** Starts Chromium with the extension at the real host names, mapped to the simulators (stack.md 2 and 3). */
export async function launchChrome(options: LaunchOptions): Promise<Chrome> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium found: npm test says how to get one.');
  const { world, build = BUILD } = options;
  if (!existsSync(join(build, 'manifest.json'))) throw new Error('No build found: run npm run build first.');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'syncline-profile-'));
  const language = options.language ?? 'en-US';
  const args = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--lang=${language}`,
    ...(options.policyHeldBack ? ['--disable-best-effort-tasks'] : []),
    ...(options.extension === false
      ? []
      : [`--disable-extensions-except=${build}`, `--load-extension=${build}`]),
    `--host-resolver-rules=${world.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${world.port}`).join(', ')}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    `--ignore-certificate-errors-spki-list=${world.spki}`,
  ];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    args,
    locale: language,
    colorScheme: options.colorScheme ?? 'light',
    forcedColors: options.forcedColors ?? 'none',
    viewport: options.viewport ?? { width: 1280, height: 900 },
    env: { ...process.env, LANGUAGE: language.replace('-', '_'), LANG: 'C.UTF-8' },
  });

  const errors: string[] = [];
  const note = (where: string, text: string) => {
    if (!NOT_OURS.some((pattern) => pattern.test(text))) errors.push(`${where}: ${text}`);
  };
  const watchPage = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') note(page.url(), `${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => note(page.url(), error.stack ?? error.message));
  };
  const watchWorker = (worker: Worker) => {
    worker.on('console', (message) => {
      if (message.type() === 'error') note('worker', message.text());
    });
  };
  context.pages().forEach(watchPage);
  context.on('page', watchPage);
  context.serviceWorkers().forEach(watchWorker);
  context.on('serviceworker', watchWorker);

  const extensionId = options.extension === false ? '' : extensionIdOf(build);
  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/${path}`);
    return page;
  };
  const worker = async () => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
  if (options.extension !== false) await worker();

  const ownPage = async () =>
    context.pages().find((page) => page.url().startsWith(`chrome-extension://${extensionId}/`)) ??
    (await open('options.html'));

  return {
    context,
    extensionId,
    profile,
    errors,
    worker,
    open,
    async killWorker() {
      const session = await context.newCDPSession(await ownPage());
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    async setOffline(offline) {
      // Playwright 1.65 tells every worker it knows, and waits for ever (or ends the browser) when one is stopped: wake it first.
      await (await ownPage()).evaluate('chrome.runtime.sendMessage({}).catch(() => undefined)');
      await context.setOffline(offline);
    },
    async close(how = {}) {
      await context.close();
      if (!how.keepProfile) rmSync(profile, { recursive: true, force: true });
    },
  };
}
