import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChrome } from '../browser/launch.ts';
import { openPopup, popupTitle } from '../browser/popup.ts';
import {
  CLEAN,
  passMicrosoft,
  type Scene,
  setUpConnection,
  startScene,
  windowAfter,
} from '../browser/scene.ts';
import { differences, readStore, storeUntil } from '../browser/store.ts';
import { MAYA } from '../sim/world/index.ts';

const HOUR = 3_600_000;

describe('from nothing to a synced calendar, and back', () => {
  let scene: Scene;
  let popup: Page;
  const truth = () => {
    const calendar = scene.world.graph.calendar(MAYA.username);
    return (window: { start: number; end: number }) => calendar.truth(window);
  };

  beforeAll(async () => {
    scene = await startScene();
    await setUpConnection(scene);
    popup = await openPopup(scene);
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('signs in with clicks, asking for the name only', async () => {
    await passMicrosoft(
      await windowAfter(scene.chrome, () =>
        popup.getByRole('button', { name: 'Sign in to Microsoft' }).click(),
      ),
    );
    const { facts, events } = await storeUntil(
      popup,
      (store) => store.facts['microsoft/account'] !== undefined,
    );
    expect(facts['microsoft/account']?.value).toMatchObject({ username: MAYA.username });
    expect(events).toEqual([]);
    expect(
      scene.world.log.filter((line) => line.path.includes('calendarView') && line.status === 200),
    ).toEqual([]);
  });

  it('asks for the calendar in a second step, then reads all of it', async () => {
    const allow = popup.getByRole('button', { name: /calendar/i }).first();
    await passMicrosoft(await windowAfter(scene.chrome, () => allow.click()));
    const store = await storeUntil(
      popup,
      ({ sync }) => sync?.state === 'idle' && sync.completedAt !== undefined,
    );
    const { rows, differences: found } = await differences(store, truth());
    expect(found).toEqual([]);
    expect(rows).toBeGreaterThanOrEqual(600);
    expect(store.events.map((row) => row.type)).toEqual(
      expect.arrayContaining(['single', 'master', 'occurrence', 'exception']),
    );
  });

  it('keeps no passcode, body or attendee', async () => {
    const { events } = await readStore(popup);
    const text = JSON.stringify(events);
    expect(text).not.toMatch(/pwd=|passcode|attendees|bodyPreview/i);
  });

  it('follows what was added, changed and removed, and nothing more', async () => {
    const calendar = scene.world.graph.calendar(MAYA.username);
    const before = await storeUntil(popup, ({ runs }) => runs.length === 1);
    const window = before.sync?.cursor?.window ?? { start: 0, end: 0 };
    // Outlook keeps whole minutes.
    const now = Math.floor(scene.world.clock.now() / HOUR) * HOUR;
    calendar.add({ subject: 'Added by the test', start: now + 26 * HOUR, end: now + 27 * HOUR });
    calendar.change(calendar.find('Quarterly budget review', window), { subject: 'Annual budget review' });
    const victim = calendar
      .truth(window)
      .find((row) => row.type === 'single' && row.start > now && !row.private);
    calendar.remove(victim?.id ?? '');
    await popup.getByRole('button', { name: 'Sync now' }).first().click();
    const after = await storeUntil(
      popup,
      ({ sync, runs }) => sync?.state === 'idle' && runs.length > before.runs.length,
    );
    expect((await differences(after, truth())).differences).toEqual([]);
    expect(after.runs.at(-1)).toMatchObject({ outcome: 'complete', added: 1, changed: 1, removed: 1 });
    expect(after.events.some((row) => row.subject === 'Added by the test')).toBe(true);
  });

  it('writes nothing when nothing changed', async () => {
    const before = await readStore(popup);
    await popup.getByRole('button', { name: 'Sync now' }).first().click();
    const after = await storeUntil(popup, ({ runs }) => runs.length > before.runs.length);
    expect(after.runs.at(-1)).toMatchObject({ outcome: 'complete', added: 0, changed: 0, removed: 0 });
    expect(after.events).toEqual(before.events);
  });

  it('shows the calendar with the worker dead and offline', async () => {
    await scene.chrome.setOffline(true);
    await scene.chrome.killWorker();
    await popup.reload();
    await popup.getByText('Annual budget review').first().waitFor();
    expect(await popup.getByText(/offline now/i).count()).toBe(1);
    await scene.chrome.setOffline(false);
  });

  it('signs in again by itself after the browser was closed', async () => {
    const { profile } = scene.chrome;
    const before = await readStore(popup);
    await scene.chrome.close({ keepProfile: true });
    const again = await launchChrome({ world: scene.world, profile });
    scene = { ...scene, chrome: again, end: endOf(scene, again) };
    popup = await openPopup(scene);
    const authorized = scene.world.log.filter((line) => line.path.endsWith('/authorize')).length;
    await popup.getByRole('button', { name: 'Sync now' }).first().click();
    await storeUntil(popup, ({ sync }) => (sync?.completedAt ?? 0) > (before.sync?.completedAt ?? 0));
    expect(scene.world.log.filter((line) => line.path.endsWith('/authorize')).length).toBeGreaterThan(
      authorized,
    );
    expect(await popupTitle(popup)).not.toMatch(/sign in/i);
  });

  it('wipes what came from Microsoft at sign-out', async () => {
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('menuitem', { name: /^Sign out/ }).click();
    const store = await storeUntil(
      popup,
      ({ events, sync, facts }) =>
        events.length === 0 && sync?.state === 'signedOut' && !facts['microsoft/sessions'],
    );
    expect(Object.keys(store.facts).filter((key) => !key.startsWith('portal/'))).toEqual([]);
    const kept = await (await scene.chrome.worker()).evaluate('chrome.storage.session.get(null)');
    expect(JSON.stringify(kept)).not.toMatch(/accesstoken|refreshtoken|secret/i);
    // Microsoft's own session still lives in the browser: it must not sign anybody back in.
    await scene.chrome.killWorker();
    await popup.reload();
    expect((await readStore(popup)).facts['microsoft/account']).toBeUndefined();
  });
});

function endOf(scene: Scene, chrome: Scene['chrome']): Scene['end'] {
  return async () => {
    await chrome.close();
    await scene.world.close();
    return {
      errors: [...scene.chrome.errors, ...chrome.errors],
      unexpected: scene.world.unexpected,
      failures: scene.world.failures,
    };
  };
}
