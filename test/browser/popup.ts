import type { Page } from 'playwright-core';
import { passMicrosoft, type Scene, windowAfter } from './scene.ts';
import { type StoreContents, storeUntil } from './store.ts';

/** Width and height of a toolbar popup at its largest. */
const POPUP = { width: 400, height: 600 };

/** The popup's page in a tab of the popup's size; a real popup cannot be opened without a window manager. */
export async function openPopup({ chrome }: Scene): Promise<Page> {
  const page = await chrome.open('popup.html');
  await page.setViewportSize(POPUP);
  await page.locator('h1').first().waitFor();
  return page;
}

export const popupTitle = (popup: Page): Promise<string> => popup.locator('h1').first().innerText();

/** Both consent steps with clicks; gives the store after the first complete round. */
export async function connectByHand(
  scene: Scene,
  popup: Page,
  person?: { username: string; password: string },
): Promise<StoreContents> {
  await signInByHand(scene, popup, person);
  await allowCalendar(scene, popup, person);
  return storeUntil(popup, ({ sync }) => sync?.state === 'idle' && sync.completedAt !== undefined);
}

/** The first step: who you are. */
export async function signInByHand(
  scene: Scene,
  popup: Page,
  person?: { username: string; password: string },
): Promise<void> {
  const button = popup.getByRole('button', { name: 'Sign in to Microsoft' });
  await passMicrosoft(await windowAfter(scene.chrome, () => button.click()), person);
  await storeUntil(popup, (store) => store.facts['microsoft/account'] !== undefined);
}

/** The second step: reading the calendar. */
export async function allowCalendar(
  scene: Scene,
  popup: Page,
  person?: { username: string; password: string },
): Promise<void> {
  const button = popup.getByRole('button', { name: /calendar/i }).first();
  await passMicrosoft(await windowAfter(scene.chrome, () => button.click()), person);
}
