import type { Page } from 'playwright-core';
import {
  CLIENT_ID,
  MAYA,
  startWorld,
  TENANT_DOMAIN,
  type World,
  type WorldScenario,
} from '../sim/world/index.ts';
import { type Chrome, launchChrome, type LaunchOptions } from './launch.ts';

export interface Scene {
  readonly world: World;
  readonly chrome: Chrome;
  /** Closes the browser and the world; says what went wrong unseen: console errors, strange hosts, faults of a simulator. */
  end(): Promise<{ errors: readonly string[]; unexpected: readonly string[]; failures: readonly unknown[] }>;
}

export type SceneOptions = WorldScenario & { readonly browser?: Omit<LaunchOptions, 'world'> };

/** A world and a browser in it, the extension's redirect URI registered; nobody has signed in or set anything up. */
export async function startScene({ browser = {}, ...scenario }: SceneOptions = {}): Promise<Scene> {
  const world = await startWorld(scenario);
  const chrome = await launchChrome({ world, ...browser });
  world.registerRedirect(`https://${chrome.extensionId}.chromiumapp.org/`);
  return {
    world,
    chrome,
    async end() {
      await chrome.close();
      await world.close();
      return { errors: chrome.errors, unexpected: world.unexpected, failures: world.failures };
    },
  };
}

/** What a scene that went well leaves behind. */
export const CLEAN = { errors: [], unexpected: [], failures: [] };

/** Enters client id and tenant on the options page, as an admin would. */
export async function setUpConnection({ chrome }: Scene): Promise<void> {
  const page = await chrome.open('options.html');
  await page.locator('input[name="clientId"]').fill(CLIENT_ID);
  await page.locator('input[name="tenant"]').fill(TENANT_DOMAIN);
  await page.locator('form button[type="submit"]').first().click();
  await page.locator('[role="status"]:not(:empty)').first().waitFor();
  await page.close();
}

/**
 * Does the work of Microsoft's window, whatever pages it shows (account, password, "stay signed in", consent), until it closes itself.
 */
export async function passMicrosoft(
  window: Page,
  person: { username: string; password: string } = MAYA,
  answer: 'Accept' | 'Cancel' = 'Accept',
): Promise<void> {
  const button = (name: string) => window.getByRole('button', { name, exact: true });
  const pages = [
    {
      mark: window.locator('input[name="loginfmt"]'),
      pass: async () => {
        await window.locator('input[name="loginfmt"]').fill(person.username);
        await button('Next').click();
      },
    },
    {
      mark: window.locator('input[name="passwd"]'),
      pass: async () => {
        await window.locator('input[name="passwd"]').fill(person.password);
        await button('Sign in').click();
      },
    },
    {
      mark: window.getByRole('heading', { name: 'Verify your identity' }),
      pass: () => button('Verify').click(),
    },
    { mark: window.getByRole('heading', { name: 'Stay signed in?' }), pass: () => button('Yes').click() },
    {
      mark: window.getByRole('heading', { name: 'Pick an account' }),
      pass: () => window.locator(`[data-test-id="${person.username}"]`).click(),
    },
    {
      mark: window.getByRole('heading', { name: /^Permissions requested/ }),
      pass: () => button(answer).click(),
    },
  ];
  const closed = window.isClosed() ? Promise.resolve(null) : window.waitForEvent('close').then(() => null);
  /** What a closing window interrupts was not a failure. */
  const unlessClosed = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      if (window.isClosed()) return null;
      throw error;
    }
  };
  while (!window.isClosed()) {
    const shown = await Promise.race([
      closed,
      unlessClosed(Promise.any(pages.map((page) => page.mark.waitFor().then(() => page)))),
    ]);
    if (!shown) return;
    await unlessClosed(shown.pass());
    await Promise.race([closed, unlessClosed(shown.mark.waitFor({ state: 'hidden' }))]);
  }
}

/** Clicks the popup's button that opens Microsoft's window, and gives that window. */
export async function windowAfter(chrome: Chrome, click: () => Promise<void>): Promise<Page> {
  const opened = chrome.context.waitForEvent('page');
  await click();
  return opened;
}
