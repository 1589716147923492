import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { connectByHand, openPopup } from '../browser/popup.ts';
import { CLEAN, setUpConnection, startScene } from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';

/** Everything a page of the extension can read from the disk, as one text. */
const onDisk = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((good, bad) => {
        request.addEventListener('success', () => good(request.result));
        request.addEventListener('error', () => bad(request.error ?? new Error('no reason given')));
      });
    const parts: unknown[] = [{ ...localStorage }, document.cookie, await caches.keys()];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        parts.push(await Promise.all([done(records.getAllKeys()), done(records.getAll())]));
      }
      database.close();
    }
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(all: null): unknown } } };
    };
    parts.push(await chrome.storage.local.get(null));
    return JSON.stringify(parts);
  });

/** Notes all that reaches a page from the worker: answers, broadcasts, announcements. */
const eavesdrop = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const heard: string[] = [];
    const keep = (what: unknown) => void heard.push(JSON.stringify(what) ?? '');
    type Send = (message: unknown) => Promise<unknown>;
    const { chrome } = globalThis as unknown as {
      chrome?: { runtime?: { sendMessage: Send; onMessage: { addListener(l: Send): void } } };
    };
    if (!chrome?.runtime) return;
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = async (message) => {
      const answer = await send(message);
      keep([message, answer]);
      return answer;
    };
    chrome.runtime.onMessage.addListener(async (message) => keep(message));
    new BroadcastChannel('syncline').addEventListener('message', ({ data }) => keep(data));
    Object.assign(globalThis, { heard });
  });

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

it('no token is on the disk, in the log, or in anything a page hears', async () => {
  const scene = await startScene();
  await setUpConnection(scene);
  const popup = await openPopup(scene);
  await eavesdrop(popup);
  await popup.reload();
  const before = await connectByHand(scene, popup);
  // Refreshed and renewed too.
  scene.world.clock.advance(25 * 3_600_000);
  await popup.getByRole('button', { name: 'Sync now' }).first().click();
  await storeUntil(popup, ({ sync }) => (sync?.completedAt ?? 0) > (before.sync?.completedAt ?? 0));

  const issued = scene.world.entra.issued();
  expect(issued.length).toBeGreaterThanOrEqual(9);
  const holding = (text: string) => issued.filter((token) => text.includes(token)).length;

  const memory = (await (await scene.chrome.worker()).evaluate('chrome.storage.session.get(null)')) as Record<
    string,
    unknown
  >;
  // The search finds what is there: the same words in the one place where they belong.
  expect(holding(JSON.stringify(memory))).toBeGreaterThanOrEqual(3);
  expect(holding(JSON.stringify(memory['log'] ?? []))).toBe(0);

  const heard = await popup.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join('\n'));
  expect(heard).toContain('auth/grant-calendar');
  expect(holding(heard)).toBe(0);
  const disk = await onDisk(popup);
  expect(disk).toContain('calendarView');
  expect(holding(disk)).toBe(0);

  const { profile } = scene.chrome;
  await scene.chrome.close({ keepProfile: true });
  const found = files(profile).filter((file) => holding(readFileSync(file, 'latin1')) > 0);
  expect(found.map((file) => file.slice(profile.length))).toEqual([]);
  expect(await scene.end()).toEqual(CLEAN);
});
