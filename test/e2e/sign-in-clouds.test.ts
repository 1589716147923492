import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';
import { CLIENT_ID } from '../sim/world/index.ts';

let scene: Scene;
let options: Page;
beforeEach(async () => {
  scene = await startScene();
  options = await scene.chrome.open('options.html');
  await options.locator('input[name="clientId"]').fill(CLIENT_ID);
});
afterEach(async () => {
  expect(await scene.end()).toEqual(CLEAN);
});

/** The browser's own question has no page a test could click on: somebody answers in its place, and it is noted what was asked. */
const answer = (yes: boolean) =>
  options.evaluate((given) => {
    const { chrome } = globalThis as unknown as {
      chrome: { permissions: Record<string, unknown> };
    };
    chrome.permissions['request'] = (asked: { origins: string[] }) => {
      document.body.dataset['asked'] = `${navigator.userActivation.isActive} ${asked.origins.join(' ')}`;
      return Promise.resolve(given);
    };
  }, yes);

const stored = () =>
  options.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<{ connection?: unknown }> } } };
    };
    return (await chrome.storage.local.get('connection')).connection;
  });

it('a chosen cloud asks for its host in the click of Save, and is kept', async () => {
  await answer(true);
  await options.getByLabel('Microsoft cloud').selectOption('gcc-high');
  await options.getByText('login.microsoftonline.us').waitFor();
  await options.getByRole('button', { name: 'Save' }).click();
  await options.getByText('Saved', { exact: true }).waitFor();
  expect(await options.locator('body').getAttribute('data-asked')).toBe('true https://graph.microsoft.us/*');
  expect(await stored()).toMatchObject({ clientId: CLIENT_ID, cloud: 'gcc-high' });
  const approval = options.getByRole('link', { name: /approval page/ });
  expect(new URL((await approval.getAttribute('href')) ?? '').host).toBe('login.microsoftonline.us');
});

it('a refused host saves nothing and says so', async () => {
  await answer(false);
  await options.getByLabel('Microsoft cloud').selectOption('china');
  await options.getByRole('button', { name: 'Save' }).click();
  await options.getByText('nothing was saved').waitFor();
  expect(await stored()).toBeUndefined();
});

it('the global cloud asks nothing', async () => {
  await answer(false);
  await options.getByRole('button', { name: 'Save' }).click();
  await options.getByText('Saved', { exact: true }).waitFor();
  expect(await options.locator('body').getAttribute('data-asked')).toBeNull();
});
