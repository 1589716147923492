import type { Page } from 'playwright-core';
import { notesSettled } from './portal.ts';
import type { Scene } from './scene.ts';

export const panel = (page: Page) => page.locator('[data-note=guide] aside');

/** Starts a guide as a person does: from the workbench, with the portal's page used last. */
export async function start(
  scene: Scene,
  page: Page,
  name: 'Start the guided test' | 'Start the guided set-up',
) {
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
export const said = (page: Page) => page.locator('[data-note=guide] [role=status]');

export const done = (page: Page) => panel(page).locator('li.done').count();
export const isDone = (page: Page, count: number) =>
  page.waitForFunction(
    (least) =>
      document.querySelector('[data-note=guide]')?.shadowRoot?.querySelectorAll('li.done').length === least,
    count,
  );
