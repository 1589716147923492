import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaughtLocator } from '../../utils/model/settings.ts';
import { violations } from '../browser/axe.ts';
import { ACCOUNT_SETTINGS, notesOn, notesSettled, PORTAL } from '../browser/portal.ts';
import { openPopup } from '../browser/popup.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';

const UNFAMILIAR = `${PORTAL}${ACCOUNT_SETTINGS}&unfamiliar=1&family=new`;
const MASTER = 'Calendar connections for members';
const SYNC = 'Keep both sides alike';

let scene: Scene;
let page: Page;
beforeAll(async () => {
  scene = await startScene();
  await scene.chrome.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await scene.chrome.context.newPage();
  await page.goto(UNFAMILIAR);
});
afterAll(async () => expect(await scene.end()).toEqual(CLEAN));

const layer = () => page.locator('syncline-teach');
const frames = () => layer().getByRole('option');
const question = () => layer().locator('#question');
const focused = () =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.firstElementChild?.textContent);

async function teachFromPopup(): Promise<void> {
  const popup = await openPopup(scene);
  await popup.getByRole('button', { name: 'Show me which is which' }).click();
  await frames().first().waitFor();
  if (!popup.isClosed()) await popup.close();
  await page.bringToFront();
}

const taughtIn = (options: Page) => options.locator('.taught tbody tr');
const status = (options: Page) => options.locator('.taught [role=status]');
const importText = (options: Page, text: string) =>
  options.locator('.taught input[type=file]').setInputFiles({
    name: 'taught.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

describe('a page nobody recognises', () => {
  it('offers its outline, which names no label of the page', async () => {
    const popup = await openPopup(scene);
    await popup.getByRole('button', { name: 'Copy outline' }).click();
    await popup.getByText('Outline copied. I recognise 0 of 2 controls on this page.').waitFor();
    const text = await popup.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('data-page="account-settings" data-recognised="0" data-expected="2"');
    expect(text).toContain('role="switch"');
    expect(text).not.toMatch(/connections|members|alike/i);
    expect(await violations(popup, 'html')).toEqual([]);
    await popup.close();
  });

  it('offers it from the help too, for the page used last', async () => {
    const help = await scene.chrome.open('workbench.html#help');
    await help.getByRole('button', { name: 'Copy the page’s outline' }).click();
    await help.getByText(/^Outline copied/).waitFor();
    expect(await help.evaluate(() => navigator.clipboard.readText())).toContain('<!doctype html>');
    await help.close();
  });

  it('is taught by keyboard: a note stands beside what was chosen, and the portal was not touched', async () => {
    const before = JSON.stringify(scene.world.portal.state);
    await teachFromPopup();
    expect(await question().innerText()).toBe(
      'Which of these is “Third-party mail and calendar integration”?',
    );
    expect(await focused()).toBe(await frames().first().locator('.sr').textContent());
    expect(await violations(page, 'syncline-teach')).toEqual([]);
    await layer().evaluate(({ shadowRoot }) => {
      for (const one of shadowRoot?.querySelectorAll<HTMLElement>('[role=option], button') ?? []) one.click();
    });
    expect(await question().innerText()).toContain('Third-party mail and calendar integration');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    const order = await frames().evaluateAll((all) =>
      all.map((one) => one.firstElementChild?.textContent ?? ''),
    );
    expect(order).toContain(MASTER);
    expect(await focused()).toBe(order.at(-2));
    await page.keyboard.press('Home');
    for (let at = 0; at < order.indexOf(MASTER); at += 1) await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(MASTER);
    // Held down: the second press is the keyboard's own, and answers nothing.
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.waitForFunction(
      () => document.querySelector('.setting-item syncline-note, [id*=renamed] syncline-note') !== null,
    );
    expect((await notesSettled(page)).length).toBeGreaterThan(0);
    expect(JSON.stringify(scene.world.portal.state)).toBe(before);
  });

  it('is taught by pointer, on our own layer', async () => {
    const before = JSON.stringify(scene.world.portal.state);
    expect(await question().innerText()).toBe('Which of these is “Two-way sync”?');
    expect(await layer().locator('.hint').innerText()).toContain(`Noted: ${MASTER}.`);
    await frames().getByText('This one').first().waitFor();
    await page.locator('.setting-item', { hasText: SYNC }).scrollIntoViewIfNeeded();
    await layer().getByRole('option', { name: SYNC }).click();
    await layer().getByRole('button', { name: 'I do not know' }).waitFor();
    await page.keyboard.press('Escape');
    await layer().waitFor({ state: 'detached' });
    expect(JSON.stringify(scene.world.portal.state)).toBe(before);
    await page.waitForFunction(() => document.querySelectorAll('syncline-note').length > 1);
  });

  it('is recognised at the next visit', async () => {
    const before = (await notesSettled(page, 2)).map(({ name }) => name);
    await page.reload();
    expect((await notesSettled(page, 2)).map(({ name }) => name)).toEqual(before);
  });
});

describe('what was taught', () => {
  it('is listed, saved, refused whole when one field is wrong, forgotten and read in again', async () => {
    const options = await scene.chrome.open('options.html');
    await taughtIn(options).nth(1).waitFor();
    expect(await violations(options, '.taught')).toEqual([]);
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      options.getByRole('button', { name: 'Export' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    const { locators } = JSON.parse(text) as { locators: TaughtLocator[] };
    expect(locators.map(({ setting }) => setting)).toEqual(['third-party-integration', 'two-way-sync']);
    expect(text).not.toMatch(/connections|members|alike/i);

    await options.getByRole('button', { name: 'Forget: Two-way sync, account settings' }).click();
    await status(options).getByText('Forgotten: Two-way sync.').waitFor();
    expect(await taughtIn(options).count()).toBe(1);
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll('syncline-note').length > 0);
    const notes = await notesSettled(page);
    expect(await page.locator('.setting-item', { hasText: SYNC }).locator('syncline-note').count()).toBe(0);
    expect(notes.length).toBeGreaterThan(0);

    const [master, sync] = locators;
    await importText(
      options,
      JSON.stringify({ version: 1, locators: [sync, master, { ...sync, page: 'x' }] }),
    );
    await status(options).getByText('Nothing was imported, and nothing was changed.').waitFor();
    expect(await status(options).getByRole('listitem').allInnerTexts()).toEqual([
      'locators[2].page: this value is not known.',
    ]);
    await importText(options, '{"version":1,"locators":[');
    await status(options).getByText('This file is not JSON.').waitFor();
    expect(await taughtIn(options).count()).toBe(1);
    await importText(options, text);
    await status(options).getByText('2 controls imported.').waitFor();
    await taughtIn(options).nth(1).waitFor();
    await options.close();
  });

  it('is dropped when the page takes another shape, and that is said in one line until it is read', async () => {
    await page.goto(UNFAMILIAR.replace('family=new', 'family=old'));
    const options = await scene.chrome.open('options.html');
    const line = options.locator('.taught .page');
    await line.getByText('What you taught no longer fits the page').waitFor();
    expect(await taughtIn(options).count()).toBe(0);
    expect(await notesOn(page)).toEqual([]);
    const popup = await openPopup(scene);
    await popup.getByText('What you taught no longer fits the page').waitFor();
    expect(await violations(popup, 'html')).toEqual([]);
    await popup.getByRole('button', { name: 'Understood' }).click();
    await popup.getByText('What you taught no longer fits the page').waitFor({ state: 'detached' });
    await line.waitFor({ state: 'detached' });
    await popup.close();
    await options.close();
  });
});
