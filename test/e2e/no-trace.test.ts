import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL } from '../browser/portal.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';
import { countObservers, NO_TRACE, traceOn } from '../browser/trace.ts';

/** The address is looked at once a second; an orphan finds out in the same look. */
const LIMIT = 3_000;

/** The list of groups: the script is there, and the page is none of ours yet. */
async function groups(page: Page, { chrome }: Scene): Promise<void> {
  await page.goto(`${PORTAL}/account/group?tab=zoomMailCalendar#/`);
  await page.locator('.page-title').first().waitFor();
  await countObservers(page, chrome.extensionId);
}

async function open(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sales EMEA' }).click();
  await notesSettled(page, 4);
}

describe('what is left on a page', () => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene();
    page = await scene.chrome.context.newPage();
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });
  const trace = () => traceOn(page, scene.chrome.extensionId);
  const settings = async () => {
    await page.goto(PORTAL + ACCOUNT_SETTINGS);
    await notesSettled(page, 6);
  };

  it('is counted at all: notes, listeners and observers while they are wanted', async () => {
    await settings();
    const { nodes, listeners, observers } = await trace();
    expect(nodes).toBeGreaterThanOrEqual(6);
    expect(listeners).toContain('window: popstate');
    expect(listeners).toContain('#document: pointerdown');
    expect(listeners).toContain('syncline-note: keydown');
    expect(observers).toBeGreaterThanOrEqual(2);
  });

  it.each(['/account/group#/', '/meeting#/previous', '/profile/privacy', '/meeting/schedule', '/recording'])(
    'is nothing on %s, which is none of ours',
    async (path) => {
      await page.goto(PORTAL + path);
      await page.locator('.page-title').first().waitFor();
      expect(await trace()).toEqual(NO_TRACE);
    },
  );

  it('is nothing once a router has left for another page, and all is back when it returns', async () => {
    await groups(page, scene);
    await open(page);
    const before = await trace();
    expect(before.observers).toBeGreaterThanOrEqual(2);
    await page.getByRole('link', { name: 'Groups', exact: true }).last().click();
    await expect.poll(trace, { timeout: LIMIT, interval: 250 }).toEqual(NO_TRACE);
    await open(page);
    const after = await trace();
    expect([after.nodes, after.listeners.toSorted()]).toEqual([before.nodes, before.listeners.toSorted()]);
    // While a scan is due one of them rests.
    await expect.poll(async () => (await trace()).observers).toBe(before.observers);
    await page.evaluate("history.pushState(null, '', '/account/user')");
    await expect.poll(trace, { timeout: LIMIT, interval: 250 }).toEqual(NO_TRACE);
  });

  it('is no node and no listener of a note that was hidden', async () => {
    await settings();
    const hide = page.getByRole('button', { name: 'Hide' });
    while ((await hide.count()) > 0) {
      const folded = page.locator('syncline-note details:not([open]) > summary.title');
      while ((await folded.count()) > 0) await folded.first().click();
      const left = await hide.count();
      await hide.first().click();
      await expect.poll(() => hide.count()).toBeLessThan(left);
    }
    const boxes = page.locator('syncline-note .box');
    expect(await boxes.count()).toBe(0);
    const { nodes, listeners } = await trace();
    const lines = await page.locator('syncline-note').count();
    expect(nodes).toBe(lines);
    const own = listeners.filter((one) => one.startsWith('syncline-note: click'));
    expect(own).toHaveLength(lines);
  });
});

describe('an extension that is updated under an open page', () => {
  it('leaves no node, no listener and no observer behind within its limit', async () => {
    const scene = await startScene();
    const page = await scene.chrome.context.newPage();
    const trace = () => traceOn(page, scene.chrome.extensionId);
    await groups(page, scene);
    await open(page);
    await page.getByRole('button', { name: /^Lock/ }).first().focus();
    await page.getByRole('note', { name: /^Before you lock/ }).waitFor();
    const { nodes, observers } = await trace();
    expect(nodes).toBeGreaterThan(4);
    expect(observers).toBeGreaterThanOrEqual(2);
    const options = await scene.chrome.open('options.html');
    await Promise.all([
      options.waitForEvent('close'),
      options.evaluate('void setTimeout(() => chrome.runtime.reload())'),
    ]);
    await expect.poll(trace, { timeout: LIMIT, interval: 250 }).toEqual(NO_TRACE);
    // What the page does afterwards wakes nothing.
    await page.getByRole('switch').first().click();
    expect(await trace()).toEqual(NO_TRACE);
    await scene.end();
  });
});
