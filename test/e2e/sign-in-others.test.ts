import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { connectByHand, openPopup, signInByHand } from '../browser/popup.ts';
import {
  CLEAN,
  passMicrosoft,
  type Scene,
  type SceneOptions,
  setUpConnection,
  startScene,
  windowAfter,
} from '../browser/scene.ts';
import { readStore, storeUntil } from '../browser/store.ts';
import { ADMIN, CLIENT_ID, MAYA, OUTSIDER } from '../sim/world/index.ts';

const OTHER_CLIENT = '6e1a5c6f-4d2b-4f1f-8d4a-2a7b3c8d9ea1';

describe('other people, other registrations, other steps', () => {
  let scene: Scene;
  const begin = async (options?: SceneOptions): Promise<Page> => {
    scene = await startScene(options);
    await setUpConnection(scene);
    return openPopup(scene);
  };
  afterEach(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('a second step is taken in the window', async () => {
    const popup = await begin({ maya: { mfa: 'required' } });
    await signInByHand(scene, popup);
    expect((await readStore(popup)).facts['microsoft/trouble']).toBeUndefined();
  });

  it('an account of another tenant is told so in the window, and the right one goes on', async () => {
    const popup = await begin();
    const window = await windowAfter(scene.chrome, () =>
      popup.getByRole('button', { name: 'Sign in to Microsoft' }).click(),
    );
    await window.locator('input[name="loginfmt"]').fill(OUTSIDER.username);
    await window.getByRole('button', { name: 'Next' }).click();
    await window.getByText('AADSTS50020').waitFor();
    await passMicrosoft(window);
    const { facts } = await storeUntil(popup, (store) => store.facts['microsoft/account'] !== undefined);
    expect(facts['microsoft/account']?.value).toMatchObject({ username: MAYA.username });
  });

  it('another account finds nothing of the one before', async () => {
    const popup = await begin();
    await connectByHand(scene, popup);
    await popup.getByRole('button', { name: 'More' }).click();
    const other = popup.getByRole('menuitem', { name: /another account/ });
    const window = await windowAfter(scene.chrome, () => other.click());
    await window.locator('#otherTile').click();
    await passMicrosoft(window, ADMIN);
    const store = await storeUntil(
      popup,
      ({ facts }) =>
        (facts['microsoft/account']?.value as { username?: string } | undefined)?.username === ADMIN.username,
    );
    expect([store.events, store.sync?.state]).toEqual([[], 'signedOut']);
    expect(JSON.stringify(store)).not.toContain(MAYA.username);
    await storeUntil(popup, ({ facts }) => facts['microsoft/sessions'] !== undefined);
  });

  it('another client id ends the sign-in of the old one', async () => {
    const popup = await begin();
    await connectByHand(scene, popup);
    const [app] = scene.world.entra.apps;
    if (!app) throw new Error('the world has no app');
    scene.world.entra.apps.push({ ...app, clientId: OTHER_CLIENT });
    const options = await scene.chrome.open('options.html');
    expect(await options.locator('input[name="clientId"]').inputValue()).toBe(CLIENT_ID);
    await options.locator('input[name="clientId"]').fill(OTHER_CLIENT);
    await options.getByRole('button', { name: 'Save' }).click();
    await storeUntil(
      popup,
      ({ events, sync, facts }) =>
        events.length === 0 && sync?.state === 'signedOut' && !facts['microsoft/account'],
    );
    const kept = await (await scene.chrome.worker()).evaluate('chrome.storage.session.get(null)');
    expect(Object.keys(kept as object).filter((key) => key.startsWith('msal:'))).toEqual([]);
    await signInByHand(scene, popup);
    expect(scene.world.entra.log.findLast(({ what }) => what === 'token')?.clientId).toBe(OTHER_CLIENT);
  });

  it('a worker killed while the window stands open is in nobody’s way', async () => {
    const popup = await begin();
    const button = popup.getByRole('button', { name: 'Sign in to Microsoft' });
    const window = await windowAfter(scene.chrome, () => button.click());
    await window.locator('input[name="loginfmt"]').waitFor();
    await scene.chrome.killWorker();
    // The orphaned window still ends at the redirect; its answer belongs to nobody.
    await passMicrosoft(window);
    await popup.reload();
    expect((await readStore(popup)).facts['microsoft/account']).toBeUndefined();
    await signInByHand(scene, popup);
  });
});
