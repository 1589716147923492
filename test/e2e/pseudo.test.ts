import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chrome, launchChrome } from '../browser/launch.ts';
import { connectByHand, openPopup } from '../browser/popup.ts';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL, PROFILE, USER_SETTINGS } from '../browser/portal.ts';
import { pseudo, pseudoBuild } from '../browser/pseudo.ts';
import { type Scene, setUpConnection, startScene } from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';
import { sweep } from '../browser/sweep.ts';

/** Nobody's words: names of products, people, meetings and published pages, addresses, codes. */
const ALLOWED = [
  /^[·,–—\s\d.:/%()-]*(?:Syncline|Zoom|Microsoft 365|Outlook|CIS Zoom v1\.0\.0|Markdown|CSV|JSON|HTML)[·,\s]*$/,
  /^(?:Zoom|Microsoft|CIS Zoom|MC)\b[^.!?]{0,90}$/,
  /^\S+@\S*$|^https?:\S+$|^[·\s]*[\w.-]+\.(?:com|us|cn|example|html|json|csv|md)[·\s]*$/,
];

describe('a catalogue a third longer, that nobody can take for English', () => {
  let scene: Scene;
  let chrome: Chrome;
  let build: string;
  const subjects = new Set<string>();

  beforeAll(async () => {
    scene = await startScene({
      portal: {
        profile: 'connected',
        account: { values: { 'authorize-with': 'ews', 'default-service': 'office365' } },
      },
    });
    await setUpConnection(scene);
    const popup = await openPopup(scene);
    const { events } = await connectByHand(scene, popup);
    for (const { subject } of events) if (subject !== undefined) subjects.add(subject);
    const page = await scene.chrome.context.newPage();
    for (const path of [PROFILE, USER_SETTINGS, ACCOUNT_SETTINGS]) {
      await page.goto(PORTAL + path);
      await notesSettled(page);
    }
    await storeUntil(popup, ({ facts }) => Boolean(facts['portal/account'] && facts['portal/profile']));
    await scene.chrome.close({ keepProfile: true });
    build = pseudoBuild();
    chrome = await launchChrome({ world: scene.world, profile: scene.chrome.profile, build });
  });
  afterAll(async () => {
    await chrome?.close();
    await scene?.world.close();
    if (build) rmSync(build, { recursive: true, force: true });
  });

  const looked = async (page: Page, notes = false) => {
    const { untranslated, escaping } = await sweep(page, ALLOWED, notes);
    return { untranslated: untranslated.filter((text) => !subjects.has(text)), escaping };
  };
  const FINE = { untranslated: [], escaping: [] };

  it('is what it says', () => {
    expect(pseudo('Read {count} events of `Calendars.Read`')).toMatch(
      /^⟦R\S+d \{count\} \S+ \S+ `Calendars\.Read`~*⟧$/u,
    );
    const text = 'Nobody can connect a calendar while this is off';
    expect(pseudo(text).length).toBeGreaterThanOrEqual(Math.floor(text.length * 1.35));
  });

  it('shows in the popup, all of it, within 400 px', async () => {
    const popup = await chrome.open('popup.html');
    await popup.setViewportSize({ width: 400, height: 600 });
    await popup.locator('h1').first().waitFor();
    expect(await looked(popup)).toEqual(FINE);
    await popup.close();
  });

  it.each([1280, 320])('shows in the options, all of it, within %i px', async (width) => {
    const page = await chrome.open('options.html');
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('checkbox').first().waitFor();
    expect(await looked(page)).toEqual(FINE);
    await page.close();
  });

  it('shows in every section of the workbench, all of it, wide and within 320 px', async () => {
    const page = await chrome.open('workbench.html');
    await page.locator('nav a[aria-current]').waitFor();
    const links = await page
      .locator('nav a[href^="#"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThanOrEqual(7);
    for (const link of links) {
      await page.evaluate((hash) => (location.hash = hash), link);
      await page.locator(`nav a[href="${link}"][aria-current]`).waitFor();
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await looked(page), `${link} at ${width} px`).toEqual(FINE);
      }
    }
    await page.close();
  });

  it.each([1280, 320])('shows in the notes, all of it, within the setting, at %i px', async (width) => {
    const page = await chrome.context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(PORTAL + ACCOUNT_SETTINGS);
    const notes = await notesSettled(page, 4);
    expect(notes.every(({ name }) => name.includes('⟦'))).toBe(true);
    expect(await looked(page, true)).toEqual(FINE);
    await page.close();
  });
});
