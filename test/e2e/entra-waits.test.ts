import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { ENDED } from '../browser/audit.ts';
import {
  CLEAN,
  passMicrosoft,
  type Scene,
  setUpConnection,
  startScene,
  windowAfter,
} from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';
import { letPass } from '../browser/time.ts';
import { ADMIN } from '../sim/world/index.ts';

let scene: Scene;
afterEach(async () => {
  expect(await scene.end()).toEqual(CLEAN);
});

async function begin(): Promise<Page> {
  scene = await startScene();
  await setUpConnection(scene);
  const page = await scene.chrome.open('workbench.html#apps');
  await page.getByRole('heading', { name: 'Entra apps', level: 1 }).waitFor();
  return page;
}

it('a reading waits at Microsoft’s window for as long as that stands open', async () => {
  const page = await begin();
  const button = page.getByRole('button', { name: 'Run the audit' });
  const window = await windowAfter(scene.chrome, () => button.click());
  await page.getByText('Waiting for Microsoft’s window').waitFor();
  await letPass(page, 10 * 60_000);
  await page.reload();
  await page.getByText('Waiting for Microsoft’s window').waitFor();
  expect(await page.getByText('cut off').count()).toBe(0);
  await passMicrosoft(window, ADMIN);
  await storeUntil(page, ENDED);
});
