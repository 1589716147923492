import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panel, start } from '../browser/guide.ts';
import { launchChrome } from '../browser/launch.ts';
import { ACCOUNT_SETTINGS, notesSettled, PROFILE } from '../browser/portal.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';

const GOV = 'https://agency.zoomgov.com';
const ORIGIN = 'https://*.zoomgov.com/*';

interface ExtensionsPage {
  readonly chrome: {
    readonly developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
  };
}

/**
 * A person's yes to one host, given beforehand on the browser's own page of extensions: the window in which a browser asks is no
 * page, so no test can press its button. Nothing is in force by it until the extension asks, in a click.
 */
async function sayYesBeforehand({ chrome }: Scene): Promise<void> {
  const page = await chrome.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    ([id = '', host = '']) =>
      (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.addHostPermission(id, host),
    [chrome.extensionId, ORIGIN],
  );
  await page.close();
}

/** What the browser has in force for that host: the permission, and the script for its pages. */
const inForce = (page: Page) =>
  page.evaluate(
    `(async () => ({
      allowed: await chrome.permissions.contains({ origins: ['${ORIGIN}'] }),
      scripts: (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).toSorted(),
    }))()`,
  );
const NOTHING = { allowed: false, scripts: [] };

interface ScriptingPage {
  readonly chrome: { readonly scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> } };
}

/** The worker follows a change of permissions a moment later. */
const scriptsAre = (page: Page, count: number) =>
  page.waitForFunction(
    async (wanted) =>
      (await (globalThis as unknown as ScriptingPage).chrome.scripting.getRegisteredContentScripts())
        .length === wanted,
    count,
  );

describe('a portal under another host, with the production build as it is', () => {
  let scene: Scene;
  let options: Page;
  beforeAll(async () => {
    scene = await startScene();
    options = await scene.chrome.open('options.html');
  });
  afterAll(async () => expect(await scene.end()).toEqual(CLEAN));

  const row = () => options.locator('[data-hosts=gov]');
  const visit = async (path: string) => {
    const page = await scene.chrome.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(GOV + path);
    await page.getByRole('heading').first().waitFor();
    return page;
  };
  it('is left alone until it is allowed', async () => {
    await row().getByText('Not allowed').waitFor();
    expect(await inForce(options)).toEqual(NOTHING);
    const page = await visit(ACCOUNT_SETTINGS);
    await page.getByRole('switch').first().waitFor();
    expect(await page.locator('syncline-note').count()).toBe(0);
    await page.close();
  });

  it('is read from the click on, with notes and the guide', async () => {
    await sayYesBeforehand(scene);
    expect(await inForce(options)).toEqual(NOTHING);
    await row().getByRole('button').click();
    await row().getByText('Allowed. Pages opened from now on get notes.').waitFor();
    await scriptsAre(options, 2);
    expect(await inForce(options)).toEqual({ allowed: true, scripts: ['personal-gov', 'portal-gov'] });
    const page = await visit(ACCOUNT_SETTINGS);
    expect((await notesSettled(page)).length).toBeGreaterThan(0);
    await page.goto(GOV + PROFILE);
    const guide = await start(scene, page, 'Start the guided test');
    await guide.locator('li.done').first().waitFor();
    await page.close();
  });

  it('survives a killed worker', async () => {
    await scene.chrome.killWorker();
    const page = await visit(ACCOUNT_SETTINGS);
    expect((await notesSettled(page)).length).toBeGreaterThan(0);
    await page.close();
  });

  it('is left alone again once it is taken back', async () => {
    await options.bringToFront();
    await row().getByRole('button').click();
    await row().getByText('Not allowed').waitFor();
    await scriptsAre(options, 0);
    expect(await inForce(options)).toEqual(NOTHING);
    const page = await visit(PROFILE);
    expect(await page.locator('syncline-note').count()).toBe(0);
    expect(await panel(page).count()).toBe(0);
    await page.close();
  });
});

describe('a browser that was closed', () => {
  it('reads the allowed host when it is started again, and asks nobody', async () => {
    const scene = await startScene();
    const { world, chrome } = scene;
    await sayYesBeforehand(scene);
    const options = await chrome.open('options.html');
    await options.locator('[data-hosts=gov]').getByRole('button').click();
    await scriptsAre(options, 2);
    await chrome.close({ keepProfile: true });
    const again = await launchChrome({ world, profile: chrome.profile });
    const page = await again.context.newPage();
    await page.goto(GOV + ACCOUNT_SETTINGS);
    expect((await notesSettled(page)).length).toBeGreaterThan(0);
    await again.close();
    await world.close();
    expect([...chrome.errors, ...again.errors, ...world.unexpected, ...world.failures]).toEqual([]);
  });
});
