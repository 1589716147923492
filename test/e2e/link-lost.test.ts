import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectByHand, openPopup } from '../browser/popup.ts';
import { PORTAL, PROFILE } from '../browser/portal.ts';
import { CLEAN, type Scene, setUpConnection, startScene } from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';
import { badgeUntil, letPass, ringAlarm } from '../browser/time.ts';
import { MAYA } from '../sim/world/index.ts';

const HOUR = 3_600_000;

describe('a password changed at noon, sessions revoked at one, and Zoom’s page at two', () => {
  let scene: Scene;
  let popup: Page;
  const state = () => popup.locator('.state').innerText();
  const lookAtZoom = async () => {
    const page = await scene.chrome.context.newPage();
    await page.goto(PORTAL + PROFILE);
    await storeUntil(
      popup,
      ({ facts }) => (facts['portal/profile']?.observedAt ?? 0) > Date.now() - HOUR / 2,
    );
    await page.close();
  };
  const sessions = (store: { facts: Readonly<Record<string, { readonly value: unknown } | undefined>> }) =>
    store.facts['microsoft/sessions']?.value as
      | { passwordChangedAt: number; sessionsValidFrom: number }
      | undefined;

  beforeAll(async () => {
    scene = await startScene({ portal: { profile: 'connected' } });
    await setUpConnection(scene);
    popup = await openPopup(scene);
    await connectByHand(scene, popup);
    await lookAtZoom();
    await popup.getByRole('heading', { name: 'Healthy' }).waitFor();
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('eleven: healthy, and nothing on the button', async () => {
    await badgeUntil(popup, '');
    expect(await state()).toContain('Zoom shows your calendar as connected');
  });

  it('noon: Zoom may have lost it, both sources side by side, and still nothing on the button', async () => {
    await letPass(popup, HOUR);
    scene.world.entra.changePassword(MAYA.username, 'A-new-Finch-43');
    const changed = scene.world.clock.now();
    await ringAlarm(popup);
    await storeUntil(popup, (store) => (sessions(store)?.passwordChangedAt ?? 0) > changed - HOUR / 2);
    await popup.getByRole('heading', { name: 'Zoom may have lost your calendar' }).waitFor();
    const told = await state();
    expect(told).toContain('Possible');
    expect(told).toMatch(/Zoom’s guide says that ends the connection; by Microsoft’s table it survives/);
    await badgeUntil(popup, '');
  });

  it('one: sessions revoked, Zoom has probably lost it, an exclamation mark', async () => {
    await letPass(popup, HOUR);
    scene.world.clock.advance(50 * 60_000);
    scene.world.entra.revokeSessions(MAYA.username);
    const revoked = scene.world.clock.now();
    await ringAlarm(popup);
    await storeUntil(popup, (store) => (sessions(store)?.sessionsValidFrom ?? 0) > revoked - HOUR / 4);
    await popup.getByRole('heading', { name: 'Zoom has probably lost your calendar' }).waitFor();
    expect(await state()).toContain('Likely');
    expect(await popup.locator('.state .btn.main').innerText()).toContain('Open my Zoom profile');
    await badgeUntil(popup, '!');
  });

  it('two: Zoom’s page shows it gone, confirmed, with the steps to take, and a cross', async () => {
    await letPass(popup, HOUR);
    scene.world.portal.state.profile.status = 'not-connected';
    await lookAtZoom();
    await popup.getByRole('heading', { name: 'Zoom is not connected to your calendar' }).waitFor();
    expect(await state()).toContain('Confirmed');
    expect(await popup.locator('.steps li').count()).toBe(3);
    await badgeUntil(popup, '×');
    const title = await popup.evaluate('chrome.action.getTitle({})');
    expect(title).toContain('Zoom is not connected to your calendar');
  });
});

describe('three weeks without network', () => {
  let scene: Scene;
  let popup: Page;

  beforeAll(async () => {
    scene = await startScene({ portal: { profile: 'connected' } });
    await setUpConnection(scene);
    popup = await openPopup(scene);
    await connectByHand(scene, popup);
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('is grey and says how old everything is, with the background dead', async () => {
    await scene.chrome.setOffline(true);
    await letPass(popup, 21 * 24 * HOUR);
    await scene.chrome.killWorker();
    await popup.reload();
    await popup.getByRole('heading', { name: /^Outlook answered/ }).waitFor();
    expect(await popup.locator('.state').getAttribute('class')).toContain('none');
    expect(await popup.locator('.state').innerText()).toContain('This browser is offline');
    expect(await popup.locator('.offline').innerText()).toContain('Offline');
    expect(await popup.locator('.good').count()).toBe(0);
    for (const name of ['Outlook calendar', 'Sessions valid from', 'Password']) {
      const row = popup.locator('.facts div', { hasText: name });
      expect(await row.locator('dd.v').getAttribute('class'), name).toContain('old');
    }
  });

  it('has a question mark on the button, and asks nobody for anything', async () => {
    await ringAlarm(popup);
    await badgeUntil(popup, '?');
    expect(await popup.getByRole('heading', { name: /sign in/i }).count()).toBe(0);
  });

  it('offers nothing to press that leads nowhere, and is green again by itself once the network is back', async () => {
    expect(await popup.getByRole('button', { name: 'Check now' }).count()).toBe(0);
    await scene.chrome.setOffline(false);
    const before = Date.now();
    // The round that is due begins with the worker's next wake; a person may press "Check now" sooner.
    await ringAlarm(popup);
    await storeUntil(popup, ({ sync }) => sync?.state === 'idle' && (sync.completedAt ?? 0) >= before);
    await popup.getByRole('heading', { name: 'Outlook answers' }).waitFor();
    await badgeUntil(popup, '');
    await popup.locator('.offline').waitFor({ state: 'detached' });
    expect(await popup.locator('.state').getAttribute('class')).toContain('good');
  });
});
