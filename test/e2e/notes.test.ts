import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ACCOUNT_SETTINGS,
  CLUSTER,
  notesOn,
  notesSettled,
  PORTAL,
  PROFILE,
  USER_SETTINGS,
} from '../browser/portal.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';

const EWS = { account: { values: { 'default-service': 'office365', 'authorize-with': 'ews' } } } as const;

describe('notes on the portal, nobody signed in anywhere', () => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene();
    page = await scene.chrome.context.newPage();
  });
  afterAll(async () => {
    // Reading never changed anything: every write below was a click of the test's own.
    expect(scene.world.portal.writes).toEqual([]);
    expect(scene.world.log.filter((line) => /microsoft/.test(line.host))).toEqual([]);
    expect(await scene.end()).toEqual(CLEAN);
  });

  const look = async (query: string, path = ACCOUNT_SETTINGS, host = PORTAL) => {
    await page.goto(`${host}${path}${path.includes('?') ? '&' : '?'}${query}`);
    return notesSettled(page);
  };
  const names = async (query: string, path?: string) => (await look(query, path)).map((note) => note.name);

  it.each(['new', 'old'])('annotates the account page in the %s components', async (family) => {
    const notes = await names(`family=${family}`);
    expect(notes.length).toBeGreaterThanOrEqual(6);
    expect(notes.some((name) => name.includes('Need admin approval'))).toBe(true);
    expect(new Set(notes).size).toBe(notes.length);
  });

  it.each([1, 2, 3])('knows label generation %i', async (generation) => {
    expect((await names(`family=old&generation=${generation}`)).length).toBeGreaterThanOrEqual(2);
  });

  it('works on the cluster host alike', async () => {
    expect((await look('family=new', ACCOUNT_SETTINGS, CLUSTER)).length).toBeGreaterThanOrEqual(6);
  });

  it('says that EWS is an error, with both dates', async () => {
    scene.world.portal.reset(EWS);
    const error = (await look('family=new')).find((note) => note.name.startsWith('Error'));
    expect(error?.text).toContain('1 October 2026');
    expect(error?.text).toContain('1 April 2027');
    scene.world.portal.reset({});
  });

  it('warns at the lock and in its dialog, before anything is confirmed', async () => {
    await look('family=new');
    const lock = page.getByRole('button', { name: /^Lock/ }).first();
    await lock.focus();
    await page.getByRole('note', { name: /^Before you lock/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('note', { name: /^Before you lock/ }).waitFor({ state: 'detached' });
    await lock.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('note', { name: /^Before you lock/ }).waitFor();
    expect(await dialog.getByRole('note').innerText()).toMatch(/disconnected/);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('never stands in the way: the portal draws its rows anew and each note is there once', async () => {
    const calm = (await look('family=new')).map((note) => note.name);
    expect((await look('family=new&rerender=replace-rows')).map((note) => note.name)).toEqual(calm);
    expect((await look('family=new&rerender=replace-app')).map((note) => note.name)).toEqual(calm);
  });

  it('annotates the user page and the profile page', async () => {
    expect((await names('family=new', USER_SETTINGS)).length).toBeGreaterThanOrEqual(1);
    expect((await names('family=new', PROFILE)).join()).toMatch(/not connected|no calendar/i);
  });

  it('annotates a group with the tab and leaves one without it alone', async () => {
    await page.goto(`${PORTAL}/account/group#/detail/gSalesEmea/detail`);
    await page.getByRole('tab', { name: 'Mail & Calendar' }).click();
    expect((await notesSettled(page)).length).toBeGreaterThanOrEqual(4);
    await page.goto(`${PORTAL}/account/group#/detail/gContractors/detail`);
    await page.waitForFunction(() => document.querySelectorAll('syncline-note').length === 0);
    await page.getByText('Contractors').first().waitFor();
    expect(await notesOn(page)).toEqual([]);
  });

  it('follows a navigation that loads no page, and leaves nothing behind', async () => {
    await look('family=new');
    await page.getByRole('tab', { name: 'Recording' }).click();
    await page.waitForFunction(() => document.querySelectorAll('syncline-note').length === 0);
    await page.getByRole('tab', { name: 'Mail & Calendar' }).click();
    expect((await notesSettled(page, 6)).length).toBeGreaterThanOrEqual(6);
  });

  it('hides a note for good when asked', async () => {
    const before = await look('family=new');
    const note = page.getByRole('note', { name: /Nobody is asked to connect/ });
    await note
      .getByRole('button', { name: 'Hide' })
      .or(note.getByRole('link', { name: 'Hide' }))
      .click();
    await note.waitFor({ state: 'detached' });
    expect((await look('family=new')).length).toBe(before.length - 1);
  });

  it('stays silent on a page it does not know and on the signed-out portal', async () => {
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&unfamiliar=1`);
    await page.getByText('Account Settings').first().waitFor();
    await page.waitForTimeout(1_000);
    expect(await notesOn(page)).toEqual([]);
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&signedIn=0`);
    await page.waitForTimeout(500);
    expect(await notesOn(page)).toEqual([]);
    await page.goto(`${PORTAL}/recording`);
    expect(await page.locator('syncline-note').count()).toBe(0);
  });
});

describe('notes in French', () => {
  it('speak French in a French browser on a French portal, and on an English one', async () => {
    const scene = await startScene({ browser: { language: 'fr' } });
    const page = await scene.chrome.context.newPage();
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&lang=fr`);
    const french = await notesSettled(page, 4);
    expect(french.some((note) => note.name.startsWith('Conseil'))).toBe(true);
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&lang=en`);
    expect((await notesSettled(page, 4)).map((note) => note.name)).toEqual(french.map((note) => note.name));
    expect(await scene.end()).toEqual(CLEAN);
  });
});
