import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { MAYA } from '../sim/world/index.ts';
import { launchChrome } from './launch.ts';
import type { SyncRecord } from '../../utils/model/calendar.ts';
import type { Scene } from './scene.ts';
import { differences, readStore } from './store.ts';

/** Where a worker dies: at the n-th request to such a path, before it is answered or so many ms after. */
export interface Point {
  readonly path: RegExp;
  readonly nth: number;
  readonly after: 'asked' | number;
  /** What it was doing: `first fill 3`. */
  readonly what?: string;
}

export const DELTA = /\/calendarView\/delta$/;
/** Pages, and the single events that a round asks for at its end. */
export const ROUND = /\/(?:calendarView\/delta|events\/[^/]+)$/;

type Service = { handle(req: IncomingMessage, res: ServerResponse): Promise<void> };

/** A script that sends one of the extension's messages and does not wait for the answer. */
const say = (name: string) =>
  `chrome.runtime.sendMessage({ mark: 'syncline/1', name: '${name}' }).catch(() => undefined); undefined`;

const LIMIT_MS = 20_000;

/** The work, or an error when it takes too long. */
function within<T>(work: Promise<T>, sorry: () => string): Promise<T> {
  const end = new AbortController();
  const late = pause(LIMIT_MS, undefined, { signal: end.signal }).then(() => {
    throw new Error(sorry());
  });
  return Promise.race([work, late]).finally(() => end.abort());
}

/** Kills workers of one scene, and keeps count. */
export function createKiller(scene: Scene, page: Page, kills: string[] = []) {
  const session = page.context().newCDPSession(page);

  const kill = async (what: string) => {
    const cdp = await session;
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    kills.push(what);
  };

  /** Arms one death; the promise is kept once the worker is gone. */
  const arm = (
    service: Service,
    { path, nth, after, what = '' }: Point,
  ): { readonly fallen: Promise<void>; disarm(): void } => {
    const handle = service.handle.bind(service);
    let seen = 0;
    let fell: () => void = () => undefined;
    let failed: (reason: unknown) => void = () => undefined;
    const fallen = new Promise<void>((good, bad) => {
      fell = good;
      failed = bad;
    });
    const disarm = () => {
      service.handle = handle;
    };
    service.handle = async (req, res) => {
      const { pathname } = new URL(req.url ?? '/', 'https://x');
      if (path.test(pathname)) seen += 1;
      if (seen !== nth || !path.test(pathname)) return handle(req, res);
      disarm();
      const name = `${what}: ${pathname.split('/').slice(-2).join('/')} #${nth} ${after}`;
      if (after === 'asked') {
        await kill(name).then(fell, failed);
        // Whoever asked is gone, perhaps in the middle of the question.
        await handle(req, res).catch(() => undefined);
        return;
      }
      await handle(req, res);
      await pause(after);
      await kill(name).then(fell, failed);
    };
    const name = `${what} ${path.source} #${nth} ${after}`;
    return { fallen: within(fallen, () => `${name}: ${seen} such requests, and the worker lives`), disarm };
  };

  return {
    kills,
    arm,
    /** Any event starts a worker; this one asks nothing of it. */
    wake: () => page.evaluate('chrome.runtime.sendMessage({}).catch(() => undefined)'),
    /** Says what a button of the popup says, and does not wait for the end. */
    tell: (name: 'sync/now' | 'auth/sign-out') => page.evaluate(say(name)),
    /** An open round goes on by itself with any start of the worker; one that died before it was stored is asked for again. */
    async goOn() {
      const record = await readRecord(page);
      await (record?.state === 'fetching' ? this.wake() : this.tell('sync/now'));
    },
    /** Starts the worker at each point in turn and kills it there; the first start is the caller's. */
    async through(what: string, points: readonly Point[], start: () => Promise<unknown>) {
      let begin = start;
      for (const [at, point] of points.entries()) {
        const { fallen } = arm(scene.world.graph, { ...point, what: `${what} ${at + 1}` });
        await begin();
        await Promise.race([fallen, letTimePass(page, fallen)]).catch(async (error: unknown) => {
          const { sync, events, runs } = await readStore(page);
          const told = JSON.stringify({ sync, events: events.length, runs: runs.slice(-2) });
          throw new Error(`${String(error)}; stored: ${told}`, { cause: error });
        });
        begin = () => this.goOn();
      }
      await begin();
    },
  };
}

export type Killer = ReturnType<typeof createKiller>;

/**
 * Lets waits pass until the end. A worker that dies between the next question and this page's commit finds its link outdated, and from
 * the second time on the law makes it wait; a stored time is all there is to a wait: moved back, it has passed.
 */
async function letTimePass(page: Page, end: Promise<unknown>): Promise<void> {
  const running = Symbol('running');
  const ended = end.then(() => null);
  let state: symbol | null = running;
  while (state === running) {
    const record = await readRecord(page);
    if (record?.state === 'needsResync' && record.notBefore > Date.now()) {
      await editRecord(page, { notBefore: 0 });
      await page.evaluate(say('sync/now'));
    }
    state = await Promise.race([ended, pause(300).then(() => running)]);
  }
  await ended;
}

/** Waits for the round's end, then says what is lost, doubled or wrong; nothing when the store is the truth. */
export async function wrongRows(
  scene: Scene,
  page: Page,
  ended: (record: SyncRecord) => boolean = () => true,
): Promise<string[]> {
  const whole = (record: SyncRecord) =>
    record.state === 'idle' && record.completedAt !== undefined && ended(record);
  await letTimePass(page, recordUntil(page, whole));
  const contents = await readStore(page);
  const calendar = scene.world.graph.calendar(MAYA.username);
  const { differences: found } = await differences(contents, (window) => calendar.truth(window));
  const strange = contents.events.filter((row) => row.generation !== contents.sync?.generation);
  const listed = contents.events.length - contents.events.filter((row) => row.type === 'master').length;
  return [
    ...found,
    ...strange.map((row) => `a row of another generation: ${row.key}`),
    ...(listed === contents.sync?.events ? [] : [`${contents.sync?.events} counted, ${listed} held`]),
  ];
}

/** Ends the browser's process as a crash does, and starts it again on the same profile. */
export async function crash(scene: Scene): Promise<Scene> {
  const { chrome, world } = scene;
  const gone = chrome.context.waitForEvent('close');
  const browser = chrome.context.browser();
  if (!browser) throw new Error('no browser to crash');
  const session = await browser.newBrowserCDPSession();
  // The answer never comes: the process that would give it is gone.
  session.send('Browser.crash').catch(() => undefined);
  await gone;
  const again = await launchChrome({ world, profile: chrome.profile });
  return {
    world,
    chrome: again,
    async end() {
      await again.close();
      await world.close();
      return {
        errors: [...chrome.errors, ...again.errors],
        unexpected: world.unexpected,
        failures: world.failures,
      };
    },
  };
}

/** Makes the stored window as old as one filled five weeks ago: its horizon is near, the next round rolls it. */
export async function ageWindow(page: Page): Promise<number> {
  const AGO = 35 * 86_400_000;
  const { cursor, generation = 0 } = (await readRecord(page)) ?? {};
  if (!cursor) throw new Error('no window to age');
  const window = { start: cursor.window.start - AGO, end: cursor.window.end - AGO };
  await editRecord(page, { cursor: { ...cursor, window } });
  return generation;
}

/** Changes the stored record by plain IndexedDB, as time would. */
async function editRecord(page: Page, change: Partial<SyncRecord>): Promise<void> {
  await onRecord(page, change);
}

/** The stored record alone: reading every row again and again would keep the worker from writing. */
async function readRecord(page: Page): Promise<SyncRecord | null> {
  return onRecord(page, null);
}

function onRecord(page: Page, change: Partial<SyncRecord> | null): Promise<SyncRecord | null> {
  return page.evaluate(async (change): Promise<SyncRecord | null> => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((good, bad) => {
        request.addEventListener('success', () => good(request.result));
        request.addEventListener('error', () => bad(request.error ?? new Error('no reason given')));
      });
    const database = await done(indexedDB.open('syncline'));
    try {
      const store = database.transaction('sync', change ? 'readwrite' : 'readonly').objectStore('sync');
      const record = (await done(store.get('record'))) as SyncRecord | undefined;
      if (change) await done(store.put({ ...record, ...change }, 'record'));
      return record ?? null;
    } finally {
      database.close();
    }
  }, change);
}

/** Waits until the stored record satisfies the test. */
export async function recordUntil(
  page: Page,
  fits: (record: SyncRecord) => boolean,
  limit = 60_000,
): Promise<SyncRecord> {
  const deadline = performance.now() + limit;
  for (;;) {
    const record = await readRecord(page);
    if (record && fits(record)) return record;
    if (performance.now() > deadline)
      throw new Error(`The record did not get there: ${JSON.stringify(record)}`);
    await pause(100);
  }
}

/** Changes of every kind, each of them once per number. */
export function alterCalendar(scene: Scene, n: number): void {
  const calendar = scene.world.graph.calendar(MAYA.username);
  const HOUR = 3_600_000;
  const now = Math.floor(scene.world.clock.now() / HOUR) * HOUR;
  const coming = calendar
    .truth({ start: now, end: now + 25 * 24 * HOUR })
    .filter(({ type, start }) => type === 'single' && start > now);
  const occurrence = calendar
    .truth({ start: now, end: now + 25 * 24 * HOUR })
    .find(({ type, start }) => type === 'occurrence' && start > now);
  const [first, second] = coming;
  if (!first || !second || !occurrence) throw new Error('too small a calendar');
  for (let at = 0; at < 60; at += 1)
    calendar.add({ subject: `Added ${n}.${at}`, start: now + (24 + at) * HOUR, end: now + (25 + at) * HOUR });
  calendar.change(first.id, { subject: `Renamed ${n}` });
  calendar.remove(second.id);
  calendar.change(occurrence.id, { subject: `Excepted ${n}` });
}
