import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { violations } from '../browser/axe.ts';
import {
  CLEAN,
  passMicrosoft,
  type Scene,
  type SceneOptions,
  setUpConnection,
  startScene,
  windowAfter,
} from '../browser/scene.ts';
import { readStore } from '../browser/store.ts';
import { CLIENT_ID, MAYA } from '../sim/world/index.ts';

/** State words of the seven steps, in their order. */
const states = (page: Page) => page.locator('.tests .word').allInnerTexts();
const row = (page: Page, name: string | RegExp): Locator => page.locator('.tests li', { hasText: name });

describe('the options page tries the connection', () => {
  let scene: Scene;
  const begin = async (options?: SceneOptions): Promise<Page> => {
    scene = await startScene(options);
    await setUpConnection(scene);
    return scene.chrome.open('options.html');
  };
  const press = (page: Page) => page.getByRole('button', { name: 'Test', exact: true }).click();
  /** The button is given back when the test has ended. */
  const ended = (page: Page) =>
    page.locator('button[aria-disabled="false"]', { hasText: 'Test again' }).waitFor();
  afterEach(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('all is well but what nobody has granted yet, and nothing of the test is kept', async () => {
    const page = await begin();
    await passMicrosoft(await windowAfter(scene.chrome, () => press(page)));
    await ended(page);
    expect(await states(page)).toEqual(['Pass', 'Pass', 'Pass', 'Pass', 'Pass', 'Pass', 'Not yet']);
    await row(page, 'Sign-in').getByText(`Signed in as ${MAYA.username}.`).waitFor();
    expect(await violations(page)).toEqual([]);
    const kept = (await page.evaluate('chrome.storage.local.get(null)')) as object;
    expect(Object.keys(kept).filter((key) => /test/i.test(key))).toEqual([]);
    // Signed in, the next one needs no window.
    await page.getByRole('button', { name: 'Test again' }).click();
    await ended(page);
    expect((await states(page)).slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'Pass'));
  });

  it('a calendar an admin has opened for everybody is told', async () => {
    const page = await begin({
      tenant: { consents: [{ clientId: CLIENT_ID, scopes: ['User.Read', 'Calendars.ReadBasic'] }] },
    });
    await passMicrosoft(await windowAfter(scene.chrome, () => press(page)));
    await ended(page);
    expect(await states(page)).toEqual(Array.from({ length: 7 }, () => 'Pass'));
  });

  it('an unknown tenant is found before any window opens', async () => {
    const page = await begin();
    await page.locator('input[name="tenant"]').fill('nobody.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await press(page);
    await ended(page);
    expect(await states(page)).toEqual(['Pass', 'Pass', 'Pass', 'Fail', 'Not run', 'Not run', 'Not run']);
    await row(page, 'Tenant found').getByText('Microsoft does not know this tenant').waitFor();
    expect(await row(page, 'Tenant found').locator('code').last().innerText()).toBe('AADSTS90002');
    expect(scene.world.entra.log.filter(({ what }) => what === 'code')).toEqual([]);
  });

  it('no application id ends it at the second step', async () => {
    scene = await startScene();
    const page = await scene.chrome.open('options.html');
    await press(page);
    await ended(page);
    expect((await states(page)).slice(0, 3)).toEqual(['Pass', 'Fail', 'Not run']);
    await row(page, 'Application (client) ID').getByText('No application (client) id is set').waitFor();
  });

  it('a redirect address that is not registered is looked up by the code the window showed', async () => {
    const page = await begin();
    const [app] = scene.world.entra.apps;
    if (!app) throw new Error('the world has no app');
    scene.world.entra.apps.splice(0, 1, { ...app, redirectUris: [] });
    const window = await windowAfter(scene.chrome, () => press(page));
    await window.getByText('AADSTS50011').waitFor();
    await window.close();
    await ended(page);
    expect((await states(page)).slice(4)).toEqual(['Fail', 'Not run', 'Not run']);
    const sign = row(page, 'Sign-in');
    await sign.getByText('The sign-in window was closed').waitFor();
    const known = sign.locator('dl > div', { hasText: 'AADSTS50011' });
    await known.getByText('redirect address is not registered').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('a redirect address of type Web is told with its code', async () => {
    const page = await begin();
    const [app] = scene.world.entra.apps;
    if (!app) throw new Error('the world has no app');
    scene.world.entra.apps.splice(0, 1, { ...app, platform: 'web' });
    await passMicrosoft(await windowAfter(scene.chrome, () => press(page)));
    await ended(page);
    const sign = row(page, 'Sign-in');
    await sign.getByText('of type single-page application').waitFor();
    expect((await states(page)).slice(4)).toEqual(['Fail', 'Not run', 'Not run']);
  });

  it('an admin’s approval that is missing is told, and nobody is signed in', async () => {
    const page = await begin({ tenant: { consentPolicy: 'none' } });
    const window = await windowAfter(scene.chrome, () => press(page));
    await window.locator('input[name="loginfmt"]').fill(MAYA.username);
    await window.getByRole('button', { name: 'Next' }).click();
    await window.locator('input[name="passwd"]').fill(MAYA.password);
    await window.getByRole('button', { name: 'Sign in' }).click();
    const decline = window.locator('#returnWithoutConsent');
    await decline.or(window.getByRole('button', { name: 'Yes' })).click();
    if (!window.isClosed() && (await decline.isVisible())) await decline.click();
    await ended(page);
    expect((await states(page)).slice(4)).toEqual(['Fail', 'Not run', 'Not run']);
    await row(page, 'Sign-in').getByText('An admin must approve it.').waitFor();
    expect(await row(page, 'Sign-in').locator('.why code').innerText()).toBe('AADSTS90094');
    expect((await readStore(page)).facts['microsoft/account']).toBeUndefined();
  });
});

describe.each([
  ['light', { colorScheme: 'light' }],
  ['dark-fr', { colorScheme: 'dark', language: 'fr' }],
  ['ja', { language: 'ja' }],
] as const)('the options page, %s', (name, browser) => {
  it('is walked through by keyboard alone, reads well wide and narrow, and names hidden notes', async () => {
    const scene = await startScene({ browser });
    try {
      await setUpConnection(scene);
      const page = await scene.chrome.open('options.html');
      await page.evaluate(
        'chrome.storage.local.set({ preferences: { version: 1, hiddenNotes: ["two-way-sync@account", "gone@user"], baselines: [] } })',
      );
      await page.reload();
      await page.locator('.row .title').nth(1).waitFor();
      const titles = await page.locator('.row .title').allInnerTexts();
      expect(titles[0]).not.toContain('two-way-sync');
      // A check that is no more has no other name.
      expect(titles[1]).toBe('gone@user');
      const test = page.locator('.in > .row .btn[aria-disabled]');
      await test.waitFor();
      const stops: string[] = [];
      do {
        await page.keyboard.press('Tab');
        stops.push(
          await page.evaluate(() => {
            const at = document.activeElement;
            return at && at !== document.body ? (at.id || at.textContent || at.tagName).trim() : '';
          }),
        );
      } while (stops.at(-1) !== '' && stops.length < 80);
      const focusable = await page
        .locator('a[href], button, input:not([readonly]), select:not(:disabled)')
        .filter({ visible: true })
        .count();
      expect(stops.length - 1).toBeGreaterThanOrEqual(focusable);
      // Reached by keyboard, pressed by Enter, and the focus stays.
      await test.focus();
      const window = await windowAfter(scene.chrome, () => page.keyboard.press('Enter'));
      await passMicrosoft(window);
      await page.locator('.tests .later').waitFor();
      expect(await test.evaluate((node) => node === document.activeElement)).toBe(true);
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(await violations(page)).toEqual([]);
      if (process.env['SYNCLINE_PICTURES']) {
        const folder = process.env['SYNCLINE_PICTURES'];
        await page.screenshot({ path: `${folder}/options-${name}-320.png`, fullPage: true });
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.screenshot({ path: `${folder}/options-${name}.png`, fullPage: true });
      }
    } finally {
      expect(await scene.end()).toEqual(CLEAN);
    }
  });
});
