import { describe, expect, it } from 'vitest';
import { violations } from '../browser/axe.ts';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL, PROFILE } from '../browser/portal.ts';
import { connectByHand, openPopup } from '../browser/popup.ts';
import {
  CLEAN,
  passMicrosoft,
  type Scene,
  setUpConnection,
  startScene,
  windowAfter,
} from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';

const SCHEMES = [
  { name: 'light', browser: { colorScheme: 'light' } },
  { name: 'dark, in French', browser: { colorScheme: 'dark', language: 'fr' } },
  { name: 'forced colours', browser: { forcedColors: 'active' } },
] as const;

describe.each(SCHEMES)('accessibility: $name', ({ browser }) => {
  const inScene = async (work: (scene: Scene) => Promise<void>) => {
    const scene = await startScene({ browser });
    try {
      await work(scene);
    } finally {
      expect(await scene.end()).toEqual(CLEAN);
    }
  };

  it('finds nothing on popup, options and workbench', () =>
    inScene(async (scene) => {
      const popup = await openPopup(scene);
      expect(await violations(popup, 'html')).toEqual([]);
      await popup.close();
      await setUpConnection(scene);
      for (const path of ['options.html', 'workbench.html']) {
        const page = await scene.chrome.open(path);
        await page.locator('h1').first().waitFor();
        expect(await violations(page, 'html'), path).toEqual([]);
        await page.close();
      }
    }));

  it('finds nothing in the meetings of a connected calendar', () =>
    inScene(async (scene) => {
      await setUpConnection(scene);
      const popup = await openPopup(scene);
      for (const step of ['microsoft/account', 'calendar/contents']) {
        await passMicrosoft(
          await windowAfter(scene.chrome, () => popup.locator('.btn.main').first().click()),
        );
        await storeUntil(popup, ({ facts }) => facts[step] !== undefined);
      }
      await popup.locator('.next').waitFor();
      expect(await violations(popup, 'html')).toEqual([]);
      const page = await scene.chrome.open('workbench.html#meetings');
      await page.locator('.meet').waitFor();
      expect(await violations(page, 'html')).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await violations(page, 'html')).toEqual([]);
    }));

  it('finds nothing in the guides, open over a dialog, folded and ended', () =>
    inScene(async (scene) => {
      const page = await scene.chrome.context.newPage();
      await page.goto(PORTAL + PROFILE);
      await notesSettled(page);
      const workbench = await scene.chrome.open('workbench.html#help');
      const guide = page.locator('[data-note=guide] aside');
      await workbench.locator('.acts .btn').last().click();
      await guide.waitFor();
      expect(await violations(page, '[data-note=guide]')).toEqual([]);
      await workbench.bringToFront();
      await workbench.locator('.acts .btn').first().click();
      await guide.locator('li').nth(5).waitFor();
      await page.locator('#calendar-contacts button').first().click();
      await guide.locator('li.done').nth(1).waitFor();
      expect(await violations(page, '[data-note=guide]')).toEqual([]);
      await guide.locator('[data-act=fold]').click();
      expect(await violations(page, '[data-note=guide]')).toEqual([]);
      await guide.locator('[data-act=end]').click();
      await guide.locator('[data-act=fold]').click();
      await guide.locator('.verdict').waitFor();
      expect(await violations(page, '[data-note=guide]')).toEqual([]);
    }));

  it('finds nothing in the notes, the lock panel and the dialog note', () =>
    inScene(async (scene) => {
      const page = await scene.chrome.context.newPage();
      for (const path of [`${ACCOUNT_SETTINGS}&family=new`, `${ACCOUNT_SETTINGS}&family=old`, PROFILE]) {
        await page.goto(PORTAL + path);
        await notesSettled(page);
        expect(await violations(page, 'syncline-note'), path).toEqual([]);
      }
      await page.goto(PORTAL + ACCOUNT_SETTINGS);
      await notesSettled(page);
      const lock = page.getByRole('button', { name: /^Lock/ }).first();
      await lock.focus();
      await page.locator('syncline-note[data-note^="lock:"] [role="note"]').waitFor();
      expect(await violations(page, 'syncline-note')).toEqual([]);
      await lock.click();
      await page.locator('syncline-note[data-note^="dialog:"] [role="note"]').waitFor();
      expect(await violations(page, 'syncline-note')).toEqual([]);
    }));
});

describe('the keyboard alone', () => {
  it('opens the popup on its title, reaches everything, and closes the menu by Escape', async () => {
    const scene = await startScene();
    await setUpConnection(scene);
    const popup = await openPopup(scene);
    await connectByHand(scene, popup);
    await popup.reload();
    await popup.locator('h1').first().waitFor();
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    const reached: string[] = [];
    // Once round, and no further: two links may bear the same name.
    const round = await popup.evaluate(() => document.querySelectorAll('a[href], button').length);
    for (let step = 0; step < round; step += 1) {
      await popup.keyboard.press('Tab');
      const name = await popup.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      reached.push(name);
    }
    expect(reached).toEqual(
      expect.arrayContaining([
        'Open my Zoom profile',
        expect.stringMatching(/^Join/),
        'Workbench',
        'Options',
        'Help',
      ]),
    );
    const more = popup.getByRole('button', { name: 'More' });
    await more.focus();
    await popup.keyboard.press('Enter');
    await popup.getByRole('menu').waitFor();
    await popup.keyboard.press('Escape');
    await popup.getByRole('menu').waitFor({ state: 'hidden' });
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await scene.end()).toEqual(CLEAN);
  });
});
