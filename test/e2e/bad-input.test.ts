import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { ACCOUNT_SETTINGS, notesOn, PORTAL } from '../browser/portal.ts';
import { allowCalendar, connectByHand, openPopup, popupTitle, signInByHand } from '../browser/popup.ts';
import {
  CLEAN,
  passMicrosoft,
  type Scene,
  type SceneOptions,
  setUpConnection,
  startScene,
  windowAfter,
} from '../browser/scene.ts';
import { readStore, storeUntil } from '../browser/store.ts';
import { MAYA, NO_MAILBOX } from '../sim/world/index.ts';

/** What the popup says at this moment: title and sentence. */
const state = (popup: Page) => popup.locator('.state').first().innerText();

describe('bad input gets a named state and one clear sentence, and loses nothing', () => {
  let scene: Scene;
  const begin = async (options?: SceneOptions) => {
    scene = await startScene(options);
    await setUpConnection(scene);
    return openPopup(scene);
  };
  afterEach(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('a closed sign-in window', async () => {
    const popup = await begin();
    const window = await windowAfter(scene.chrome, () =>
      popup.getByRole('button', { name: 'Sign in to Microsoft' }).click(),
    );
    await window.locator('input[name="loginfmt"]').waitFor();
    await window.close();
    await popup
      .getByText(/closed|cancelled/i)
      .first()
      .waitFor();
    expect((await readStore(popup)).facts['microsoft/account']).toBeUndefined();
    // And the next attempt is not in the way of the last.
    await signInByHand(scene, popup);
  });

  it('a refused consent to the calendar keeps the sign-in', async () => {
    const popup = await begin();
    await signInByHand(scene, popup);
    const button = popup.getByRole('button', { name: /calendar/i }).first();
    await passMicrosoft(await windowAfter(scene.chrome, () => button.click()), MAYA, 'Cancel');
    const { facts } = await storeUntil(popup, (store) => store.facts['microsoft/trouble'] !== undefined);
    expect(facts['microsoft/trouble']?.value).toMatchObject({
      step: 'calendar',
      error: { code: 'AADSTS65004' },
    });
    expect(facts['microsoft/account']).toBeDefined();
    await allowCalendar(scene, popup);
    await storeUntil(popup, ({ sync }) => sync?.completedAt !== undefined);
  });

  it('an organisation where an admin must approve', async () => {
    const popup = await begin({ tenant: { consentPolicy: 'managed' } });
    await signInByHand(scene, popup);
    const window = await windowAfter(scene.chrome, () =>
      popup
        .getByRole('button', { name: /calendar/i })
        .first()
        .click(),
    );
    await window.getByRole('heading', { name: /admin approval/i }).waitFor();
    await window.locator('#returnWithoutConsent').click();
    await popup.getByRole('button', { name: /Copy message for your admin/ }).waitFor();
    expect(await state(popup)).toMatch(/admin must approve[\s\S]*AADSTS9009[34]/);
  });

  it('a person without a mailbox', async () => {
    const popup = await begin();
    await signInByHand(scene, popup, NO_MAILBOX);
    await allowCalendar(scene, popup, NO_MAILBOX);
    await storeUntil(popup, ({ sync }) => sync?.error?.code === 'no-mailbox');
    await popup.reload();
    await popup
      .getByText(/mailbox/i)
      .first()
      .waitFor();
    expect((await readStore(popup)).facts['microsoft/account']).toBeDefined();
  });

  it('an answer of Graph that is not JSON keeps the calendar', async () => {
    const popup = await begin();
    const before = await connectByHand(scene, popup);
    scene.world.graph.faults.add({ on: 'delta', times: 3, fault: { kind: 'not-json' } });
    await popup.getByRole('button', { name: 'Sync now' }).first().click();
    const after = await storeUntil(popup, ({ runs }) => runs.length > before.runs.length);
    expect(after.runs.at(-1)?.error?.code).toBe('not-json');
    expect(after.events).toEqual(before.events);
    await popup.reload();
    expect(await popupTitle(popup)).not.toBe('');
  });

  it('a throttled mailbox waits as long as it was told, and says until when', async () => {
    const popup = await begin();
    const before = await connectByHand(scene, popup);
    scene.world.graph.faults.add({
      on: 'delta',
      times: 1,
      fault: { kind: 'status', status: 429, retryAfter: 600 },
    });
    await popup.getByRole('button', { name: 'Sync now' }).first().click();
    const { sync } = await storeUntil(popup, (store) => store.sync?.state === 'coolingDown');
    expect(sync?.notBefore).toBeGreaterThan(Date.now() + 590_000);
    await popup.getByRole('heading', { name: /^Waiting until/ }).waitFor();
    const asked = scene.world.log.filter((line) => line.path.endsWith('/delta')).length;
    await popup.getByRole('button', { name: 'Sync now' }).first().click({ force: true });
    expect(scene.world.log.filter((line) => line.path.endsWith('/delta')).length).toBe(asked);
    expect((await readStore(popup)).events).toEqual(before.events);
  });

  it('a lost sync state begins again beside what is stored', async () => {
    const popup = await begin();
    const before = await connectByHand(scene, popup);
    scene.world.graph.forgetSyncStates();
    await popup.getByRole('button', { name: 'Sync now' }).first().click();
    const after = await storeUntil(
      popup,
      ({ sync }) => sync?.state === 'idle' && (sync.generation ?? 0) > (before.sync?.generation ?? 0),
    );
    const readable = after.events.filter((row) => row.generation === after.sync?.generation);
    expect(readable.length).toBe(before.events.length);
  });

  it('a portal page in an unknown shape: no note, one neutral line', async () => {
    const popup = await begin();
    const page = await scene.chrome.context.newPage();
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&unfamiliar=1`);
    await storeUntil(popup, ({ facts }) => facts['portal/account'] !== undefined);
    expect(await notesOn(page)).toEqual([]);
    const { facts } = await readStore(popup);
    expect(facts['portal/account']?.value).toMatchObject({ recognition: 'unrecognised' });
  });

  it('a client id that is none is refused with a sentence beside its field', async () => {
    scene = await startScene();
    const page = await scene.chrome.open('options.html');
    await page.locator('input[name="clientId"]').fill('not a guid');
    await page.locator('form button[type="submit"]').first().click();
    await page.locator('input[name="clientId"][aria-invalid="true"]').waitFor();
    const described = await page.locator('input[name="clientId"]').getAttribute('aria-describedby');
    expect(described).toBeTruthy();
  });
});
