import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../tools/find-browser.mjs';
import { type Fields, openPipe } from './pipe.ts';

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

export interface Tab {
  /** Runs a function, or an expression, in the page and gives its answer by value. */
  run<Args extends readonly unknown[], Result>(
    work: ((...args: Args) => Result | Promise<Result>) | string,
    ...args: Args
  ): Promise<Result>;
  /** Loads an address and waits for its load event. */
  goto(url: string): Promise<void>;
  send(method: string, params?: Fields): Promise<Fields>;
  detach(): Promise<void>;
  close(): Promise<void>;
}

export interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

export interface Chromium {
  readonly profile: string;
  readonly version: string;
  open(url: string): Promise<Tab>;
  targets(): Promise<readonly Target[]>;
  attach(target: Target): Promise<Tab>;
  /** Stops every service worker, as the browser does when they are idle. Needs no session on a worker. */
  stopWorkers(through: Tab): Promise<void>;
  close(): Promise<void>;
}

/** A Chromium with a fresh profile, the extensions of those folders, and all names led to the bench's world. */
export async function launchChromium(
  folders: readonly string[],
  world: { readonly port: number; readonly spki: string },
): Promise<Chromium> {
  const executable = findBrowser();
  if (!executable) throw new Error('No Chromium found: npm test says how to get one.');
  const profile = mkdtempSync(join(tmpdir(), 'syncline-bench-'));
  const pipe = openPipe(executable, [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--headless',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--lang=en-US',
    '--window-size=1280,900',
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${folders.join(',')}`,
    `--load-extension=${folders.join(',')}`,
    `--host-resolver-rules=MAP *:443 127.0.0.1:${world.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    `--ignore-certificate-errors-spki-list=${world.spki}`,
  ]);
  const { product } = await pipe.send('Browser.getVersion');

  const attach = async ({ targetId }: Pick<Target, 'targetId'>): Promise<Tab> => {
    const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
    const send = (method: string, params: Fields = {}) => pipe.send(method, params, sessionId as string);
    return {
      send,
      async run(work, ...args) {
        const expression = typeof work === 'string' ? work : `(${String(work)})(...${JSON.stringify(args)})`;
        const { result, exceptionDetails } = (await send('Runtime.evaluate', {
          expression,
          awaitPromise: true,
          returnByValue: true,
        })) as unknown as Evaluated;
        if (exceptionDetails)
          throw new Error(`In the page: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
        return result.value as never;
      },
      async goto(url) {
        await send('Page.enable');
        const loaded = pipe.next('Page.loadEventFired', sessionId as string);
        const { errorText } = await send('Page.navigate', { url });
        if (typeof errorText === 'string') throw new Error(`${url}: ${errorText}`);
        await loaded;
      },
      async detach() {
        await pipe.send('Target.detachFromTarget', { sessionId });
      },
      async close() {
        await pipe.send('Target.closeTarget', { targetId });
      },
    };
  };

  return {
    profile,
    version: product as string,
    attach,
    async open(url) {
      const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
      const tab = await attach({ targetId: targetId as string });
      await tab.goto(url);
      return tab;
    },
    async targets() {
      return (await pipe.send('Target.getTargets'))['targetInfos'] as readonly Target[];
    },
    async stopWorkers(through) {
      await through.send('ServiceWorker.enable');
      await through.send('ServiceWorker.stopAllWorkers');
      await through.send('ServiceWorker.disable');
    },
    async close() {
      await pipe.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
