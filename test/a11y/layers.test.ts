import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../browser/axe.ts';
import { isDone, panel } from '../browser/guide.ts';
import { openPopup } from '../browser/popup.ts';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL } from '../browser/portal.ts';
import { CLEAN, type Scene, type SceneOptions, startScene } from '../browser/scene.ts';

const word = (language: string, part: string, key: string) =>
  (
    JSON.parse(
      readFileSync(new URL(`../../utils/locales/${language}/${part}.json`, import.meta.url), 'utf8'),
    ) as Record<string, { message: string }>
  )[key]?.message ?? '';

interface Look {
  readonly name: string;
  readonly language: 'en' | 'fr' | 'ja';
  readonly scene: SceneOptions;
}
const LOOKS: readonly Look[] = [
  { name: 'light', language: 'en', scene: {} },
  {
    name: 'dark',
    language: 'en',
    scene: { portal: { darkPage: true }, browser: { colorScheme: 'dark' } },
  },
  { name: 'forced colours', language: 'en', scene: { browser: { forcedColors: 'active' } } },
  {
    name: 'forced colours, dark',
    language: 'en',
    scene: { portal: { darkPage: true }, browser: { forcedColors: 'active', colorScheme: 'dark' } },
  },
  {
    name: 'French, dark',
    language: 'fr',
    scene: {
      portal: { language: 'fr', darkPage: true },
      browser: { language: 'fr', colorScheme: 'dark' },
    },
  },
  {
    name: 'Japanese',
    language: 'ja',
    scene: { portal: { language: 'mixed-ja' }, browser: { language: 'ja' } },
  },
];
const SIZES = [
  { width: 1280, height: 900 },
  { width: 320, height: 640 },
] as const;

async function inEachSize(page: Page, within: string): Promise<string[]> {
  const found: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const one of await violations(page, within)) found.push(`${size.width} px: ${one}`);
  }
  await page.setViewportSize(SIZES[0]);
  return found;
}

async function open({ chrome }: Scene, path: string): Promise<Page> {
  const page = await chrome.context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(PORTAL + path);
  return page;
}

describe.each(LOOKS)('$name', ({ language, scene: options }) => {
  it('the guided set-up: nothing to find while it asks, is contradicted, and has ended', async () => {
    const scene = await startScene({
      ...options,
      portal: { ...options.portal, account: { values: { 'default-service': 'google' } } },
    });
    const page = await open(scene, ACCOUNT_SETTINGS);
    await notesSettled(page);
    const workbench = await scene.chrome.open('workbench.html#help');
    await workbench.getByRole('button', { name: word(language, 'guide', 'guide_start_setup') }).click();
    const guide = panel(page);
    await isDone(page, 5);
    await page.bringToFront();
    expect(await inEachSize(page, '[data-note=guide]')).toEqual([]);
    const confirm = guide.locator('[data-act=confirm]');
    await confirm.focus();
    await page.keyboard.press('Enter');
    await isDone(page, 6);
    // Focus is where it was: on the button of the step that is now the one.
    await page.keyboard.press('Enter');
    await guide.locator('.against').waitFor();
    expect(await confirm.evaluate((button) => button.matches(':focus'))).toBe(true);
    expect(await inEachSize(page, '[data-note=guide]')).toEqual([]);
    await guide.locator('[data-act=end]').focus();
    await page.keyboard.press('Enter');
    await guide.locator('.verdict').waitFor();
    expect(await inEachSize(page, '[data-note=guide]')).toEqual([]);
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('the teaching: nothing to find from the first question to the last, by keyboard alone', async () => {
    const scene = await startScene({ ...options, portal: { ...options.portal, unfamiliar: true } });
    const page = await open(scene, ACCOUNT_SETTINGS);
    await page.getByRole('switch').first().waitFor();
    const popup = await openPopup(scene);
    await popup.getByRole('button', { name: word(language, 'teach', 'teach_show_me') }).click();
    const layer = page.locator('syncline-teach');
    await layer.getByRole('option').first().waitFor();
    if (!popup.isClosed()) await popup.close();
    await page.bringToFront();
    const bar = layer.locator('.bar');
    /** How much of the chosen control's frame stands under the bar, px. */
    const covered = () =>
      layer.evaluate(({ shadowRoot }) => {
        const of = (selector: string) => shadowRoot?.querySelector(selector)?.getBoundingClientRect();
        const [question, frame] = [of('.bar'), of('[aria-selected=true]')];
        if (!question || !frame) return null;
        return Math.max(0, Math.min(question.bottom, frame.bottom) - Math.max(question.top, frame.top));
      });
    expect(await inEachSize(page, 'syncline-teach')).toEqual([]);
    await page.setViewportSize(SIZES[1]);
    for (const key of ['End', 'Home', 'ArrowDown']) {
      await page.keyboard.press(key);
      expect(await covered(), key).toBe(0);
    }
    await page.setViewportSize(SIZES[0]);
    const asked = await layer.locator('#question').innerText();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await layer.locator('#question', { hasNotText: asked }).waitFor();
    // From question to question by the first button, "not on this page", to the end.
    const close = bar.getByRole('button', { name: word(language, 'teach', 'teach_close') });
    while (!(await close.isVisible())) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    expect(await close.evaluate((button) => button.matches(':focus'))).toBe(true);
    expect(await inEachSize(page, 'syncline-teach')).toEqual([]);
    await page.keyboard.press('Enter');
    await layer.waitFor({ state: 'detached' });
    expect(scene.world.portal.writes).toEqual([]);
    expect(await scene.end()).toEqual(CLEAN);
  });
});
