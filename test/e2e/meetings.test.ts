import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectByHand, openPopup } from '../browser/popup.ts';
import { PORTAL } from '../browser/portal.ts';
import { CLEAN, type Scene, setUpConnection, startScene } from '../browser/scene.ts';
import { readStore, storeUntil } from '../browser/store.ts';
import { MAYA } from '../sim/world/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const QUARTER = 15 * MINUTE;

describe('Outlook and Zoom side by side', () => {
  let scene: Scene;
  let popup: Page;
  let table: Page;
  const now = Date.now();
  const at = (hours: number) => Math.ceil((now + hours * HOUR) / QUARTER) * QUARTER;
  const row = (number: string) => table.locator('.meet tbody tr', { hasText: number });

  beforeAll(async () => {
    const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const topic = 'A title that stays on the page';
    scene = await startScene({
      portal: {
        profile: 'connected',
        timeZone,
        meetings: [
          { topic, number: '81111111111', start: at(25), minutes: 30 },
          { topic, number: '82222222222', start: at(27), minutes: 30 },
          { topic, number: '83333333333', start: at(30), minutes: 30 },
          { topic, number: '84444444444', start: at(49.5), minutes: 30 },
        ],
      },
    });
    const calendar = scene.world.graph.calendar(MAYA.username);
    const event = (number: string, hours: number, more: object = {}) =>
      calendar.add({
        subject: `Meeting ${number}`,
        start: at(hours),
        end: at(hours) + 30 * MINUTE,
        location: `https://us02web.zoom.us/j/${number}`,
        mine: true,
        ...more,
      });
    event('81111111111', 25);
    event('82222222222', 28);
    event('83333333333', 30, { cancelled: true });
    event('85555555555', 26);
    event('86666666666', 26.25, { location: 'https://us02web.zoom.us/w/86666666666' });
    await setUpConnection(scene);
    popup = await openPopup(scene);
    await connectByHand(scene, popup);
    table = await scene.chrome.open('workbench.html#meetings');
    await table.locator('.meet').waitFor();
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('says that Zoom’s list was not seen, and that no reason is known, never that all is well', async () => {
    expect(await table.locator('.scope').innerText()).toContain('list not open in the last 24 h');
    const text = await row('811 1111 1111').innerText();
    expect(text).toContain('Not compared');
    expect(text).toContain('No known reason why it would not sync');
    expect(await row('866 6666 6666').innerText()).toContain('Uses registration');
  });

  it('compares once the list was open, and keeps of it number and time alone', async () => {
    const page = await scene.chrome.context.newPage();
    await page.goto(`${PORTAL}/meeting`);
    await storeUntil(popup, ({ facts }) => facts['portal/meetings'] !== undefined);
    await page.close();
    await row('811 1111 1111').getByText('Same').waitFor();
    expect(await row('822 2222 2222').innerText()).toContain('Time differs');
    expect(await row('833 3333 3333').innerText()).toContain('Cancelled once');
    expect(await row('844 4444 4444').innerText()).toMatch(/Zoom only|Not compared/);
    expect(await row('855 5555 5555').innerText()).toContain('Outlook only');
    expect(await row('866 6666 6666').innerText()).toContain('Known limit');
    const { facts } = await readStore(popup);
    expect(JSON.stringify(facts)).not.toContain('A title that stays on the page');
  });

  it('shows one verdict at a press, and tells the popup', async () => {
    await table.getByRole('button', { name: /^Time differs/ }).click();
    expect(await table.locator('.meet tbody tr').count()).toBe(1);
    await table.getByRole('button', { name: /^All/ }).click();
    await popup.getByRole('heading', { name: /differ between Outlook and Zoom/ }).waitFor();
  });

  it('asks which sync the account has, and drops what only sync 1.0 limits', async () => {
    const exceptions = () => table.getByText(/If your account has sync 1\.0/).count();
    expect(await exceptions()).toBeGreaterThan(0);
    await table.getByText('Sync 2.0', { exact: true }).click();
    await table
      .getByText(/If your account has sync 1\.0/)
      .first()
      .waitFor({ state: 'detached' });
    expect(await exceptions()).toBe(0);
    await table.reload();
    await table.locator('.meet').waitFor();
    expect(await table.locator('input[value="2.0"]').isChecked()).toBe(true);
  });
});

describe('Microsoft’s window', () => {
  it('is named in a second popup, and explained when its background is gone', async () => {
    const scene = await startScene();
    await setUpConnection(scene);
    const popup = await openPopup(scene);
    const opened = scene.chrome.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Sign in to Microsoft' }).click();
    const microsoft = await opened;
    const second = await openPopup(scene);
    await second.getByText('Microsoft’s sign-in window is open already').waitFor();
    await scene.chrome.killWorker();
    await second.evaluate("chrome.alarms.create('sync', { when: Date.now() })");
    await second.getByText('A Microsoft window of an earlier try may still be open').waitFor();
    await microsoft.close();
    expect(await scene.end()).toEqual(CLEAN);
  });
});
