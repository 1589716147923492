import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL, PROFILE } from '../browser/portal.ts';
import { openPopup } from '../browser/popup.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';

const panel = (page: Page) => page.locator('[data-note=guide] aside');

/** Starts a guide as a person does: from the workbench, with the portal's page used last. */
async function start(scene: Scene, page: Page, name: 'Start the guided test' | 'Start the guided set-up') {
  await page.bringToFront();
  await notesSettled(page);
  const workbench = await scene.chrome.open('workbench.html#help');
  await workbench.getByRole('button', { name }).click();
  const guide = panel(page);
  await guide.waitFor();
  await workbench.close();
  return guide;
}

/** What screen readers are told. */
const said = (page: Page) => page.locator('[data-note=guide] [role=status]');

const done = (page: Page) => panel(page).locator('li.done').count();
const isDone = (page: Page, count: number) =>
  page.waitForFunction(
    (least) =>
      document.querySelector('[data-note=guide]')?.shadowRoot?.querySelectorAll('li.done').length === least,
    count,
  );

describe('the guided test on the profile page', () => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene();
    page = await scene.chrome.context.newPage();
    page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('is not there until somebody asks', async () => {
    await page.goto(PORTAL + PROFILE);
    await notesSettled(page);
    expect(await panel(page).count()).toBe(0);
  });

  it('ticks itself from the first step to a verdict, over Microsoft and back', async () => {
    const guide = await start(scene, page, 'Start the guided test');
    const current = () => guide.locator('[aria-current=step] b').innerText();
    expect(await done(page)).toBe(1);
    expect(await current()).toBe('Press Configure Calendar and Contacts Service');
    await page.getByRole('button', { name: 'Configure Calendar and Contacts Service' }).click();
    await isDone(page, 2);
    await said(page).getByText('Step 2 of 6 done').waitFor();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await isDone(page, 3);
    await guide.getByRole('button', { name: 'Yes, I am' }).click();
    await guide.getByRole('button', { name: 'I have done this' }).click();
    expect(await current()).toBe('Sign in at Microsoft and Accept');
    await dialog.getByRole('button', { name: 'Authorize' }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await guide.getByText('Connected: the test passed').waitFor();
    expect(await guide.innerText()).toMatch(/Tested by a non-admin, in \d+ seconds?\./);
    expect(await guide.getByText('Follows from the last step').count()).toBe(1);
    await guide.getByRole('button', { name: 'Close' }).click();
    await guide.waitFor({ state: 'detached' });
  });

  it('tells of it in the popup, with its age', async () => {
    const popup = await openPopup(scene);
    const { facts } = await storeUntil(popup, ({ facts }) => facts['guide/test'] !== undefined);
    expect(facts['guide/run']).toBeUndefined();
    expect(await popup.locator('.facts').innerText()).toMatch(/Guided test\s+Passed in \d+ seconds?/);
    await popup.close();
  });
});

describe('a guide that is left alone', () => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene();
    page = await scene.chrome.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(PORTAL + PROFILE);
  });
  afterAll(async () => {
    expect(scene.world.portal.writes).toEqual([]);
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('goes on after a reload, folded as it was, and in no other tab', async () => {
    const guide = await start(scene, page, 'Start the guided test');
    await page.getByRole('button', { name: 'Configure Calendar and Contacts Service' }).click();
    await isDone(page, 2);
    await guide.getByRole('button', { name: 'Fold', exact: true }).click();
    expect(await guide.getByRole('list').count()).toBe(0);
    const unfold = guide.getByRole('button', { name: 'Unfold' });
    expect(await unfold.getAttribute('aria-expanded')).toBe('false');
    await page.reload();
    await unfold.waitFor();
    expect(await guide.innerText()).toContain('2 of 6');
    await unfold.click();
    expect(await done(page)).toBe(2);
    const other = await scene.chrome.context.newPage();
    await other.goto(PORTAL + PROFILE);
    await notesSettled(other);
    expect(await panel(other).count()).toBe(0);
    await other.close();
  });

  it('survives a worker that was stopped', async () => {
    await scene.chrome.killWorker();
    await page.reload();
    await isDone(page, 2);
    expect(await panel(page).locator('header').innerText()).toContain('2 of 6');
  });

  it('is asked for again without beginning anew', async () => {
    await start(scene, page, 'Start the guided test');
    expect(await done(page)).toBe(2);
    expect(await page.locator('[data-note=guide]').count()).toBe(1);
  });

  it('ends when asked, says how far it came, and leaves nothing behind', async () => {
    const guide = panel(page);
    await guide.getByRole('button', { name: 'End' }).click();
    await guide.getByText('Ended before the last step').waitFor();
    await guide.getByRole('button', { name: 'Close' }).click();
    await guide.waitFor({ state: 'detached' });
    expect(await page.locator('[data-note=guide]').count()).toBe(0);
    await page.reload();
    await notesSettled(page);
    expect(await page.locator('[data-note=guide]').count()).toBe(0);
    const popup = await openPopup(scene);
    const { facts } = await storeUntil(popup, (store) => store.facts['guide/test'] !== undefined);
    expect(facts['guide/test']?.value).toMatchObject({ verdict: 'stopped', done: 2, total: 6 });
    await popup.close();
  });
});

describe('the guide by keyboard alone', () => {
  it('is reached and left by its key while a dialog of the portal holds the focus', async () => {
    const scene = await startScene();
    const page = await scene.chrome.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(PORTAL + PROFILE);
    // What focus traps do: fetch back whatever leaves the dialog.
    await page.evaluate(() =>
      document.addEventListener('focusin', ({ target }) => {
        const dialog = document.querySelector<HTMLElement>('[role=dialog]');
        if (dialog && !dialog.contains(target as Node)) dialog.focus();
      }),
    );
    const guide = await start(scene, page, 'Start the guided test');
    const focused = () =>
      page.evaluate(() => {
        const active = document.activeElement;
        return (active?.shadowRoot?.activeElement ?? active)?.textContent?.trim() ?? '';
      });
    expect(await focused()).toBe('Test the integration');
    await page.getByRole('button', { name: 'Configure Calendar and Contacts Service' }).focus();
    await page.keyboard.press('Enter');
    await isDone(page, 2);
    expect(await focused()).toBe('Next');
    await page.keyboard.press('Alt+Shift+G');
    expect(await focused()).toBe('Test the integration');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await guide.getByRole('button', { name: 'Unfold' }).waitFor();
    await page.keyboard.press('Enter');
    await guide.getByRole('button', { name: 'Fold', exact: true }).waitFor();
    await page.keyboard.press('Alt+Shift+G');
    expect(await focused()).toBe('Next');
    await page.keyboard.press('Enter');
    await isDone(page, 3);
    await page.keyboard.press('Alt+Shift+G');
    const confirm = guide.getByRole('button', { name: 'I have done this' });
    while (!(await confirm.evaluate((button) => button.matches(':focus')))) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await isDone(page, 4);
    expect(await scene.end()).toEqual(CLEAN);
  });
});

describe('the guided set-up on the account page', () => {
  it('ticks what the page shows, takes back what is no longer so, and ends with a verdict', async () => {
    const scene = await startScene({
      portal: { account: { values: { 'third-party-integration': 'off' } } },
    });
    const page = await scene.chrome.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(PORTAL + ACCOUNT_SETTINGS);
    const guide = await start(scene, page, 'Start the guided set-up');
    const state = (step: string) => guide.locator('li', { hasText: step }).getAttribute('class');
    await guide.getByRole('button', { name: 'I have done this' }).click();
    await page.goto(`${PORTAL}${PROFILE}`);
    await page.goto(PORTAL + ACCOUNT_SETTINGS);
    await guide.locator('li.done', { hasText: 'Press Integrations' }).waitFor();
    expect(await state('Switch on Integrate')).toBe('now');
    await page.getByRole('switch', { name: /^Integrate third-party mail/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enable' }).click();
    await guide.locator('li.done', { hasText: 'Switch on Integrate' }).waitFor();
    // Folded, it stands over no switch.
    await guide.getByRole('button', { name: 'Fold', exact: true }).click();
    await page.getByRole('switch', { name: /^Integrate third-party mail/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await guide.getByText('5 of 8').waitFor();
    await guide.getByRole('button', { name: 'Unfold' }).click();
    await guide.locator('li.now', { hasText: 'Switch on Integrate' }).waitFor();
    await page.getByRole('switch', { name: /^Integrate third-party mail/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enable' }).click();
    await guide.locator('li.now', { hasText: 'Choose Office 365' }).waitFor();
    await page.getByRole('combobox', { name: /^Choose default/ }).click();
    await page.getByRole('option', { name: 'Office 365' }).click();
    // Chosen is not saved: nothing is ticked yet.
    await page.getByRole('radio', { name: 'Graph API' }).waitFor();
    expect(await state('Choose Office 365')).toBe('now');
    await page.getByRole('button', { name: 'Save' }).first().click();
    // The page shows Graph API and OAuth: both last steps tick themselves.
    await guide.getByText('The set-up is complete').waitFor();
    await said(page).getByText('The set-up is complete').waitFor();
    const popup = await openPopup(scene);
    const { facts } = await storeUntil(popup, (store) => store.facts['guide/setup'] !== undefined);
    expect(facts['guide/setup']?.value).toMatchObject({ verdict: 'passed', done: 8, total: 8 });
    expect(await scene.end()).toEqual(CLEAN);
  });
});
