import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture } from '../browser/audit.ts';
import { connectByHand, openPopup } from '../browser/popup.ts';
import { CLEAN, type Scene, setUpConnection, startScene } from '../browser/scene.ts';
import { readStore } from '../browser/store.ts';
import { CLIENT_ID, MAYA } from '../sim/world/index.ts';

const UNREAD = /did not tell your organisation’s policy in time: it could not be read/;

/** As a worker that read the policy before has kept it. */
const policySeen = (page: Page, fields: readonly string[]) =>
  page.evaluate(async (names) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(values: object): Promise<void> } } };
    };
    const since = Object.fromEntries(names.map((name) => [name, { print: 1, at: Date.now() }]));
    await chrome.storage.local.set({ policySince: since });
  }, fields);

describe('a browser that does not tell its policy', () => {
  let scene: Scene;
  let popup: Page;

  beforeAll(async () => {
    scene = await startScene({ browser: { policyHeldBack: true } });
    await setUpConnection(scene);
    popup = await openPopup(scene);
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('keeps nobody from connecting by what the options say', async () => {
    const store = await connectByHand(scene, popup);
    expect(store.facts['microsoft/account']?.value).toMatchObject({ username: MAYA.username });
    expect(store.events.length).toBeGreaterThan(0);
  });

  it('says in the options that the policy could not be read, and never that there is none', async () => {
    const options = await scene.chrome.open('options.html');
    await options.locator('#policy + *, section').getByText(UNREAD).first().waitFor();
    expect(await options.getByText('No policy is set').count()).toBe(0);
    expect(await options.locator('input[name="clientId"]').inputValue()).toBe(CLIENT_ID);
    await picture(options, 'policy-late');
    await options.close();
  });

  it('lets nobody sign in through another registration where a policy had set one, and throws nothing away', async () => {
    await policySeen(popup, ['clientId']);
    const before = await readStore(popup);
    const pages = scene.chrome.context.pages().length;
    const answer = await popup.evaluate(
      "chrome.runtime.sendMessage({ mark: 'syncline/1', name: 'auth/sign-in' }).then(JSON.stringify)",
    );
    expect(answer).toContain('policy-unanswered');
    expect(scene.chrome.context.pages().length).toBe(pages);
    const after = await readStore(popup);
    expect(after.events).toEqual(before.events);
    expect(after.facts['microsoft/account']).toEqual(before.facts['microsoft/account']);
  });
});
