import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../browser/axe.ts';
import { connectByHand, openPopup } from '../browser/popup.ts';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL, PROFILE, USER_SETTINGS } from '../browser/portal.ts';
import { CLEAN, type Scene, setUpConnection, startScene } from '../browser/scene.ts';
import { readStore, storeUntil } from '../browser/store.ts';
import { CLIENT_ID, MAYA, TENANT_ID } from '../sim/world/index.ts';

const FORMATS = ['HTML page', 'Markdown', 'CSV', 'JSON'] as const;
const PICTURES = process.env['SYNCLINE_PICTURES'];

/** Saves the pack as a person would, and gives what the browser stored. */
async function save(page: Page, format: (typeof FORMATS)[number]): Promise<{ name: string; text: string }> {
  await page.getByText(format, { exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save file' }).click();
  const download = await downloading;
  const text = readFileSync(await download.path(), 'utf8');
  await page.getByText(/saved to this computer/).waitFor();
  return { name: download.suggestedFilename(), text };
}

const openSection = async (scene: Scene, id: string, title: string) => {
  const page = await scene.chrome.open(`workbench.html#${id}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return page;
};

async function shown(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

describe('evidence of a change of settings', () => {
  let scene: Scene;
  let portal: Page;
  beforeAll(async () => {
    scene = await startScene({
      portal: { account: { values: { 'default-service': 'office365', 'authorize-with': 'ews' } } },
    });
    portal = await scene.chrome.context.newPage();
    const look = async (until: string) => {
      await portal.goto(PORTAL + ACCOUNT_SETTINGS);
      await notesSettled(portal, 1);
      await storeUntil(await optionsPage(), ({ facts }) =>
        JSON.stringify(facts['portal/account'] ?? '').includes(until),
      );
    };
    let options: Page | null = null;
    const optionsPage = async () => (options ??= await scene.chrome.open('options.html'));
    await look('"authorize-with":{"value":"ews"');
    // What an admin would click; no click of ours ever changes the portal.
    const { account } = scene.world.portal.state;
    account.values['authorize-with'] = 'graph';
    account.locks = ['third-party-integration'];
    await look('"authorize-with":{"value":"graph"');
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('shows both looks under Settings, with the words Was and Is', async () => {
    const page = await openSection(scene, 'settings', 'Settings');
    const table = page.locator('.diff');
    await table.waitFor();
    const rows = await table
      .locator('tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(rows[0]).toEqual(['Setting', 'Was', 'Is']);
    // The lock of the integration's row closes what stands in it, and the permissions come with Graph.
    expect(rows.slice(1)).toEqual(
      expect.arrayContaining([
        ['Third-party mail and calendar integrationLock', 'not locked', 'locked'],
        ['Authorize with', 'EWS', 'Graph API'],
        ['Who can set up the integrationNot compared', 'Not on the page', 'Users, by OAuth'],
      ]),
    );
    expect(rows).toHaveLength(7);
    await page.getByText(/^Seen is not changed/).waitFor();
    await shown(page, 'settings');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('is saved in four formats: before, after, checks, sources', async () => {
    const page = await openSection(scene, 'evidence', 'Evidence pack');
    await page.getByLabel('Change ticket').fill('CHG-20418');
    const files = new Map<string, string>();
    for (const format of FORMATS) {
      const { name, text } = await save(page, format);
      expect(name).toMatch(/^syncline-evidence-\d{4}-\d\d-\d\d\.(?:html|md|csv|json)$/);
      files.set(format, text);
    }
    const pack = JSON.parse(files.get('JSON') ?? '') as {
      about: { ticket: string };
      settings: { setting: string; result: string }[];
      checks: { check: string; state: string; before: string; sources: unknown[] }[];
    };
    expect(pack.about.ticket).toBe('CHG-20418');
    expect(pack.settings.filter(({ result }) => result === 'differs').map(({ setting }) => setting)).toEqual([
      'third-party-integration',
      'default-service',
      'authorize-with',
    ]);
    const ews = pack.checks.find(({ check }) => check === 'ews-retirement');
    expect(ews).toMatchObject({ state: 'pass', before: 'error' });
    expect(ews?.sources.length).toBeGreaterThan(0);
    expect(files.get('CSV')?.startsWith('\uFEFF"part",')).toBe(true);
    expect(files.get('Markdown')).toContain('Evidence for CHG-20418');
    expect(files.get('HTML page')).toContain('EWS');
    await page.getByText('HTML page', { exact: true }).click();
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    await shown(page, 'evidence');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('is a page that stands alone: it runs nothing, asks for nothing and reads well', async () => {
    const page = await openSection(scene, 'evidence', 'Evidence pack');
    const { text } = await save(page, 'HTML page');
    await page.close();
    const alone = await scene.chrome.context.newPage();
    const asked: string[] = [];
    alone.on('request', (request) => asked.push(request.url()));
    await alone.route('https://evidence.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: text }),
    );
    await alone.goto('https://evidence.example/');
    await alone.getByRole('heading', { level: 1 }).waitFor();
    // The style is let in by its digest: without it the margins would be the browser's.
    expect(await alone.evaluate(() => getComputedStyle(document.body).maxWidth)).toBe('1200px');
    await shown(alone, 'evidence-page');
    await alone.emulateMedia({ colorScheme: 'dark' });
    await shown(alone, 'evidence-page-dark');
    expect(asked.length).toBe(1);
    await alone.close();
  });

  it('can be made by keyboard alone', async () => {
    const page = await openSection(scene, 'evidence', 'Evidence pack');
    await page.getByLabel('Checks, before and after').focus();
    for (let step = 0; step < 30; step += 1) {
      if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === 'Save file') break;
      await page.keyboard.press('Tab');
    }
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await downloading).suggestedFilename()).toMatch(/\.html$/);
    await page.close();
  });
});

describe('what is handed on of a seeded calendar', () => {
  it('holds none of its subjects, names or addresses', async () => {
    const scene = await startScene();
    await setUpConnection(scene);
    const popup = await openPopup(scene);
    await connectByHand(scene, popup);
    const portal = await scene.chrome.context.newPage();
    for (const path of [PROFILE, USER_SETTINGS, ACCOUNT_SETTINGS]) {
      await portal.goto(PORTAL + path);
      await notesSettled(portal);
    }
    const { events, runs, facts } = await storeUntil(popup, (store) =>
      Boolean(store.facts['portal/profile'] && store.facts['portal/account']),
    );
    // A round that fails leaves a run and a line of the log with what the other side said.
    scene.world.graph.calendar(MAYA.username);
    const subjects = [...new Set(events.flatMap(({ subject }) => subject ?? []))];
    const places = [...new Set(events.flatMap(({ place }) => place ?? []))];
    const numbers = [...new Set(events.flatMap(({ zoom }) => zoom ?? []))];
    expect(subjects.length).toBeGreaterThan(50);
    const words = [
      ...subjects.filter((subject) => subject.length > 5),
      ...places.filter((place) => place.length > 5),
      ...numbers,
      MAYA.username,
      'maya.laurent',
      'Maya',
      'Laurent',
      TENANT_ID,
      MAYA.password,
    ];
    // Each word is there to be found: the store holds it.
    expect(JSON.stringify([events, facts])).toContain(MAYA.username);

    const help = await openSection(scene, 'help', 'Help');
    const report = await help.locator('.report pre').innerText();
    expect(report).toContain('## Runs (1 of 1');
    expect(report).not.toContain(CLIENT_ID);
    expect(report).not.toContain('alderfinch');
    await shown(help, 'help');
    expect(await violations(help)).toEqual([]);

    const page = await openSection(scene, 'evidence', 'Evidence pack');
    const handed = new Map<string, string>([
      ['report', report],
      ['runs', JSON.stringify(runs)],
      [
        'log',
        JSON.stringify(await (await scene.chrome.worker()).evaluate('chrome.storage.session.get("log")')),
      ],
    ]);
    for (const format of FORMATS) handed.set(format, (await save(page, format)).text);
    for (const [what, text] of handed)
      expect(
        words.filter((word) => text.includes(word)),
        what,
      ).toEqual([]);

    // In full by choice: names then, subjects never.
    await page.getByLabel(/^In full/).check();
    const { text } = await save(page, 'JSON');
    expect(text).toContain(MAYA.username);
    expect(subjects.filter((subject) => subject.length > 5 && text.includes(subject))).toEqual([]);
    expect((await readStore(page)).events.length).toBe(events.length);
    expect(await scene.end()).toEqual(CLEAN);
  });
});
