import { setTimeout as pause } from 'node:timers/promises';
import { CLIENT_ID, MAYA, TENANT_DOMAIN } from '../sim/world/index.ts';
import type { Chromium, Tab } from './browser/chromium.ts';
import type { Extension } from './folders.ts';
import type { Plan } from './pager.ts';
import type { BenchWorld } from './world.ts';

/** A page of the extension that runs none of its scripts: what is measured there is not disturbed by the product's own pages. */
export const controlPage = ({ id }: Extension): string => `chrome-extension://${id}/manifest.json`;

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Sends one of the product's messages ; rejects when the worker refuses or its answer is no success. */
export async function ask(tab: Tab, name: string, request?: unknown): Promise<void> {
  const reply = (await tab.run(
    (name, request) =>
      chrome.runtime.sendMessage({ mark: 'syncline/1', name, ...(request === null ? {} : { request }) }),
    name,
    request ?? null,
  )) as { ok: boolean; value?: { ok?: boolean } } | undefined;
  if (!reply?.ok || reply.value?.ok === false) throw new Error(`${name}: ${JSON.stringify(reply)}`);
}

/** One step of Microsoft's window: whatever page it shows. */
function step({ username, password }: { username: string; password: string }): void {
  const field = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  const button = () => document.querySelector<HTMLElement>('#idSIButton9');
  const [name, pass] = [field('loginfmt'), field('passwd')];
  if (name) name.value = username;
  if (pass) pass.value = password;
  const tile = document.querySelector<HTMLElement>(`[data-test-id="${username}"]`);
  (tile ?? button())?.click();
}

async function passMicrosoft(chromium: Chromium, until: () => boolean): Promise<void> {
  while (!until()) {
    const window = (await chromium.targets()).find(({ url }) => url.startsWith('https://login.microsoft'));
    if (window) {
      try {
        const tab = await chromium.attach(window);
        await tab.run(step, MAYA);
      } catch (error) {
        // A window that closed or moved on under our hands has done what was wanted.
        if (!(error instanceof Error)) throw error;
      }
    }
    await pause(60);
  }
}

export interface StoredRun {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: string;
  readonly added: number;
  readonly changed: number;
}

/** The product's run records, oldest first, by plain IndexedDB. */
export function readRuns(tab: Tab): Promise<readonly StoredRun[]> {
  return tab.run(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((good, bad) => {
        request.addEventListener('success', () => good(request.result));
        request.addEventListener('error', () => bad(request.error ?? new Error('no reason given')));
      });
    const database = await settled(indexedDB.open('syncline'));
    try {
      return (await settled(database.transaction('runs').objectStore('runs').getAll())) as StoredRun[];
    } finally {
      database.close();
    }
  });
}

/**
 * Signs Maya in through the product's own flow; her calendar is open already, so the first fill follows by itself.
 *
 * @returns the fill's run record, checked: complete, every event added
 */
export async function signInAndFill(
  chromium: Chromium,
  world: BenchWorld,
  tab: Tab,
  extension: Extension,
  plan: Plan,
): Promise<StoredRun> {
  world.registerRedirect(extension.id);
  await ask(tab, 'config/save', { clientId: CLIENT_ID, tenant: TENANT_DOMAIN });
  world.pager.serve(plan);
  let signedIn = false;
  const answer = ask(tab, 'auth/sign-in').finally(() => {
    signedIn = true;
  });
  await Promise.all([answer, passMicrosoft(chromium, () => signedIn)]);
  const pages = Math.ceil(plan.events / plan.pageSize);
  const deadline = performance.now() + 180_000;
  // The page stays out of the way until the last request: asking the store costs it time.
  while (world.pager.seen.length < pages && performance.now() < deadline) await pause(25);
  while (performance.now() < deadline) {
    const run = (await readRuns(tab)).at(-1);
    if (run) {
      if (run.outcome !== 'complete' || run.added !== plan.events)
        throw new Error(`The fill did not go well: ${JSON.stringify(run)}`);
      return run;
    }
    await pause(50);
  }
  throw new Error(`The fill did not end; ${world.pager.seen.length} of ${pages} pages were asked for.`);
}
