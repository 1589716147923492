import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { ENDED, picture } from '../browser/audit.ts';
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
import { ADMIN, MAYA } from '../sim/world/index.ts';

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

it('nobody becomes the product’s account unawares: the page says so first, then as whom it runs', async () => {
  const page = await begin();
  await page.getByText('Whoever signs in for the audit becomes Syncline’s account').waitFor();
  await picture(page, 'nobody');
  const popup = await scene.chrome.open('popup.html');
  const signIn = popup.getByRole('button', { name: /sign in/i });
  await passMicrosoft(await windowAfter(scene.chrome, () => signIn.click()), MAYA);
  await page.getByText(`The audit runs as ${MAYA.username}.`).waitFor();
  expect(await page.getByText('Nobody is signed in').count()).toBe(0);
});

it('an app named during a reading is read once that has ended', async () => {
  const page = await begin();
  const button = page.getByRole('button', { name: 'Run the audit' });
  await passMicrosoft(await windowAfter(scene.chrome, () => button.click()), ADMIN);
  await storeUntil(page, ENDED);
  scene.world.graph.faults.add({
    on: 'directory',
    times: 1,
    fault: { kind: 'status', status: 429, retryAfter: 2 },
  });
  await page.getByRole('button', { name: 'Read again' }).click();
  await page.getByText(/Looking for Zoom’s apps|Reading/).waitFor();
  await page.getByRole('button', { name: 'Treat Zoom Calendar Helper as Zoom’s' }).click();
  await page.getByRole('button', { name: /^Zoom Calendar Helper Named by you/ }).waitFor();
  expect(await page.getByRole('button', { name: /^Treat/ }).count()).toBe(0);
});

it('at 320 px nothing scrolls sideways in any section', async () => {
  const page = await begin();
  const button = page.getByRole('button', { name: 'Run the audit' });
  await passMicrosoft(await windowAfter(scene.chrome, () => button.click()), ADMIN);
  await storeUntil(page, ENDED);
  await page.setViewportSize({ width: 320, height: 800 });
  for (const name of ['Overview', 'Settings', 'Baselines', 'Entra apps', 'Meetings', 'Sync runs']) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    const wider = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.wide')].map(
        (part) => part.scrollWidth - part.clientWidth,
      ),
    );
    expect(Math.max(...wider), name).toBe(0);
  }
});
