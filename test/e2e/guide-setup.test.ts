import { describe, expect, it } from 'vitest';
import { isDone, said, start } from '../browser/guide.ts';
import { ACCOUNT_SETTINGS, PORTAL, PROFILE } from '../browser/portal.ts';
import { openPopup } from '../browser/popup.ts';
import { CLEAN, startScene } from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';

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

  it('names things as a French portal does, and answers a word that the page contradicts', async () => {
    const scene = await startScene({ portal: { account: { values: { 'default-service': 'google' } } } });
    const page = await scene.chrome.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&lang=fr`);
    const guide = await start(scene, page, 'Start the guided set-up');
    await guide.getByText('Open the tab Courriel et calendrier').waitFor();
    await guide.getByText('Switch on Intégrer des services de messagerie et de calendrier tiers').waitFor();
    await guide.getByRole('button', { name: 'I have done this' }).click();
    await guide.locator('li.now', { hasText: 'Choose Office 365' }).waitFor();
    await guide.getByRole('button', { name: 'I have done this' }).click();
    const shows = 'The page shows Google. Choose Office 365 there and save: then this ticks itself.';
    await guide.locator('li.now .against', { hasText: shows }).waitFor();
    await said(page).getByText(shows).waitFor();
    expect(await guide.locator('[data-act=confirm]').evaluate((button) => button.matches(':focus'))).toBe(
      true,
    );
    expect(scene.world.portal.writes).toEqual([]);
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('covers no control, and shows its current step in a narrow window', async () => {
    const scene = await startScene({ portal: { account: { values: { 'default-service': 'none' } } } });
    const page = await scene.chrome.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(PORTAL + ACCOUNT_SETTINGS);
    const guide = await start(scene, page, 'Start the guided set-up');
    const covered = () =>
      page.evaluate(() => {
        const card = document.querySelector('[data-note=guide]')?.shadowRoot?.querySelector('aside');
        const own = card?.getBoundingClientRect();
        if (!own) return ['no guide'];
        return [...document.querySelectorAll('button, [role=switch], [role=combobox], [role=radio]')]
          .filter((control) => {
            const at = control.getBoundingClientRect();
            const apart =
              at.right <= own.left || at.left >= own.right || at.bottom <= own.top || at.top >= own.bottom;
            return at.width > 0 && !apart;
          })
          .map((control) => control.outerHTML.slice(0, 120));
      });
    const inView = () =>
      guide.evaluate((card) => {
        const body = card.querySelector('.body')?.getBoundingClientRect();
        const step = card.querySelector('.now')?.getBoundingClientRect();
        return body && step && step.top >= body.top - 1 && step.top + 24 <= body.bottom;
      });
    expect(await covered()).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await guide.getByRole('button', { name: 'I have done this' }).click();
    await guide.locator('li.now', { hasText: 'Choose Office 365' }).waitFor();
    expect(await inView()).toBe(true);
    expect(await scene.end()).toEqual(CLEAN);
  });
});
