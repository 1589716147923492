import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, isDone, panel, said, start } from '../browser/guide.ts';
import { notesSettled, PORTAL, PROFILE } from '../browser/portal.ts';
import { openPopup } from '../browser/popup.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';

describe('the guided test on the profile page', () => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene();
    page = await scene.chrome.context.newPage();
    page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('is not there until somebody asks', async () => {
    await page.goto(PORTAL + PROFILE);
    await notesSettled(page);
    expect(await panel(page).count()).toBe(0);
  });

  it('ticks itself from the first step to a verdict, over Microsoft and back', async () => {
    const guide = await start(scene, page, 'Start the guided test');
    const current = () => guide.locator('[aria-current=step] b').innerText();
    expect(await done(page)).toBe(1);
    expect(await current()).toBe('Press Configure Calendar and Contacts Service');
    await page.getByRole('button', { name: 'Configure Calendar and Contacts Service' }).click();
    await isDone(page, 2);
    await said(page).getByText('Step 2 of 6 done').waitFor();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await isDone(page, 3);
    await guide.getByRole('button', { name: 'Yes, I am' }).click();
    await guide.getByRole('button', { name: 'I have done this' }).click();
    expect(await current()).toBe('Sign in at Microsoft and Accept');
    await dialog.getByRole('button', { name: 'Authorize' }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await guide.getByText('Connected: the test passed').waitFor();
    expect(await guide.innerText()).toMatch(/Tested by a non-admin, in \d+ seconds?\./);
    expect(await guide.getByText('Follows from the last step').count()).toBe(1);
    await guide.getByRole('button', { name: 'Close' }).click();
    await guide.waitFor({ state: 'detached' });
  });

  it('tells of it in the popup, with its age', async () => {
    const popup = await openPopup(scene);
    const { facts } = await storeUntil(popup, ({ facts }) => facts['guide/test'] !== undefined);
    expect(facts['guide/run']).toBeUndefined();
    expect(await popup.locator('.facts').innerText()).toMatch(/Guided test\s+Passed in \d+ seconds?/);
    await popup.close();
  });
});

describe('the guided test where Microsoft wants an admin', () => {
  it('passes nobody who comes back without a connection, in the old components', async () => {
    const scene = await startScene({ portal: { family: 'old', consent: 'needs-admin-approval' } });
    const page = await scene.chrome.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(PORTAL + PROFILE);
    const guide = await start(scene, page, 'Start the guided test');
    await page.getByRole('button', { name: 'Configure Calendar and Contacts Service' }).click();
    await isDone(page, 2);
    await page.getByRole('button', { name: 'Next' }).click();
    await isDone(page, 3);
    await page.getByRole('button', { name: 'Authorize' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await guide.locator('li.now', { hasText: 'Confirm the permissions' }).waitFor();
    expect(await guide.locator('.verdict').count()).toBe(0);
    expect(await scene.end()).toEqual(CLEAN);
  });
});

describe('a guide that is left alone', () => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene();
    page = await scene.chrome.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(PORTAL + PROFILE);
  });
  afterAll(async () => {
    expect(scene.world.portal.writes).toEqual([]);
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('goes on after a reload, folded as it was, and in no other tab', async () => {
    const guide = await start(scene, page, 'Start the guided test');
    await page.getByRole('button', { name: 'Configure Calendar and Contacts Service' }).click();
    await isDone(page, 2);
    await guide.getByRole('button', { name: 'Fold', exact: true }).click();
    expect(await guide.getByRole('list').count()).toBe(0);
    const unfold = guide.getByRole('button', { name: 'Unfold' });
    expect(await unfold.getAttribute('aria-expanded')).toBe('false');
    await page.reload();
    await unfold.waitFor();
    expect(await guide.innerText()).toContain('2 of 6');
    await unfold.click();
    expect(await done(page)).toBe(2);
    const other = await scene.chrome.context.newPage();
    await other.goto(PORTAL + PROFILE);
    await notesSettled(other);
    expect(await panel(other).count()).toBe(0);
    await other.close();
  });

  it('survives a worker that was stopped', async () => {
    await scene.chrome.killWorker();
    await page.reload();
    await isDone(page, 2);
    expect(await panel(page).locator('header').innerText()).toContain('2 of 6');
  });

  it('is asked for again without beginning anew', async () => {
    await start(scene, page, 'Start the guided test');
    expect(await done(page)).toBe(2);
    expect(await page.locator('[data-note=guide]').count()).toBe(1);
  });

  it('ends when asked, says how far it came, and leaves nothing behind', async () => {
    const guide = panel(page);
    await guide.getByRole('button', { name: 'End' }).click();
    await guide.getByText('Ended before the last step').waitFor();
    await guide.getByRole('button', { name: 'Close' }).click();
    await guide.waitFor({ state: 'detached' });
    expect(await page.locator('[data-note=guide]').count()).toBe(0);
    await page.reload();
    await notesSettled(page);
    expect(await page.locator('[data-note=guide]').count()).toBe(0);
    const popup = await openPopup(scene);
    const { facts } = await storeUntil(popup, (store) => store.facts['guide/test'] !== undefined);
    expect(facts['guide/test']?.value).toMatchObject({ verdict: 'stopped', done: 2, total: 6 });
    await popup.close();
  });
});
