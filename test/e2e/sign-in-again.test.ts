import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectByHand, openPopup, popupTitle } from '../browser/popup.ts';
import {
  CLEAN,
  passMicrosoft,
  type Scene,
  setUpConnection,
  startScene,
  windowAfter,
} from '../browser/scene.ts';
import { readStore, type StoreContents, storeUntil } from '../browser/store.ts';
import { MAYA, TENANT_ID } from '../sim/world/index.ts';

const HOUR = 3_600_000;

describe('a sign-in over the days', () => {
  let scene: Scene;
  let popup: Page;
  let before: StoreContents;
  const visits = () => scene.world.log.filter((line) => line.path.endsWith('/authorize')).length;
  const syncNow = () => popup.getByRole('button', { name: 'Sync now' }).first().click();
  const trouble = (store: StoreContents) => store.facts['microsoft/trouble']?.value;
  const troubled = () => storeUntil(popup, (store) => trouble(store) !== undefined);
  const completedAfter = (moment: StoreContents) =>
    storeUntil(
      popup,
      (store) =>
        store.sync?.state === 'idle' && (store.sync.completedAt ?? 0) > (moment.sync?.completedAt ?? 0),
    );
  const signInAgain = async () => {
    const button = popup.getByRole('button', { name: 'Sign in', exact: true });
    await passMicrosoft(await windowAfter(scene.chrome, () => button.click()));
    return completedAfter(before);
  };

  beforeAll(async () => {
    scene = await startScene();
    await setUpConnection(scene);
    popup = await openPopup(scene);
    before = await connectByHand(scene, popup);
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('tells until about when it lasts', async () => {
    await popup.reload();
    const row = popup.locator('.facts div', { hasText: 'Signed in here' });
    expect(await row.innerText()).toMatch(/until about .*\d/);
  });

  it('is renewed by itself 25 hours later, without a window', async () => {
    scene.world.clock.advance(25 * HOUR);
    const known = visits();
    const pages = scene.chrome.context.pages().length;
    await syncNow();
    before = await completedAfter(before);
    expect(visits()).toBe(known + 1);
    expect(scene.chrome.context.pages().length).toBe(pages);
    expect(trouble(before)).toBeUndefined();
  });

  it('answers a claims challenge of Graph once, unseen', async () => {
    scene.world.graph.challenge(MAYA.username);
    const refused = () => scene.world.log.filter((line) => line.status === 401).length;
    const known = [visits(), refused()];
    await syncNow();
    before = await completedAfter(before);
    expect([visits(), refused()]).toEqual([known[0], (known[1] ?? 0) + 1]);
  });

  it('opens the window for a challenge only a person can answer', async () => {
    const maya = scene.world.entra.user(MAYA.username);
    maya.mfa = 'required';
    scene.world.graph.challenge(MAYA.username);
    await syncNow();
    const store = await troubled();
    expect(trouble(store)).toMatchObject({ step: 'silent', error: { code: 'AADSTS50076' } });
    expect(store.events).toEqual(before.events);
    before = await signInAgain();
    expect(trouble(before)).toBeUndefined();
    maya.mfa = 'none';
  });

  it('that was revoked elsewhere asks once, and goes on from where it was', async () => {
    scene.world.entra.revokeSessions(MAYA.username);
    scene.world.clock.advance(2 * HOUR);
    await syncNow();
    const { events } = await storeUntil(popup, (store) => store.sync?.state === 'needsPerson');
    expect(events).toEqual(before.events);
    await popup.getByRole('heading', { name: /^Sign in to Microsoft again/ }).waitFor();
    expect(trouble(await troubled())).toMatchObject({ error: { code: 'AADSTS50133', who: 'person' } });
    before = await signInAgain();
    expect(await popupTitle(popup)).not.toMatch(/sign in/i);
  });

  it('stopped by conditional access names the rule and writes the message for the admin', async () => {
    scene.world.entra.setConditionalAccess(TENANT_ID, [{ code: 53003 }]);
    scene.world.clock.advance(2 * HOUR);
    await syncNow();
    await scene.chrome.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await popup.getByRole('button', { name: /Copy message for your admin/ }).click();
    await popup.getByText('Copied').waitFor();
    const message = await popup.evaluate(() => navigator.clipboard.readText());
    expect(message).toContain(`https://login.microsoftonline.com/${TENANT_ID}/v2.0/adminconsent?`);
    expect(message).toContain('AADSTS53003');
    expect(message).not.toContain(MAYA.username);
    expect(await popup.locator('.state').innerText()).toContain('AADSTS53003');
    scene.world.entra.setConditionalAccess(TENANT_ID, []);
    await syncNow();
    before = await completedAfter(before);
    expect(trouble(before)).toBeUndefined();
  });

  it('that cannot be renewed says so calmly, once in six hours, the calendar still readable with its age', async () => {
    await scene.chrome.context.clearCookies();
    scene.world.clock.advance(25 * HOUR);
    const known = visits();
    await syncNow();
    await popup.getByRole('heading', { name: /^Sign in to Microsoft again/ }).waitFor();
    expect(await popup.locator('.state').innerText()).toMatch(/AADSTS50058/);
    expect(await popup.locator('.state .meta').innerText()).toMatch(/ago|just now/);
    expect((await readStore(popup)).events).toEqual(before.events);
    expect(await popup.locator('.next').count()).toBe(1);
    expect(visits()).toBe(known + 1);
    await syncNow();
    await popup.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    // The person's own act is never held back.
    before = await signInAgain();
    expect(visits()).toBe(known + 2);
  });
});
