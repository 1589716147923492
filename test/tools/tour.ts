import { inspect } from 'node:util';
import type { Page } from 'playwright-core';
import { ACCOUNT_SETTINGS, type SeenNote, PORTAL, PROFILE, notesSettled } from '../browser/portal.ts';
import { allowCalendar, openPopup, popupTitle, signInByHand } from '../browser/popup.ts';
import { type Scene, setUpConnection, startScene } from '../browser/scene.ts';
import { differences, storeUntil } from '../browser/store.ts';
import { MAYA } from '../sim/world/index.ts';
import { TourLog } from './tour-log.ts';

async function connect(scene: Scene, log: TourLog, popup: Page): Promise<void> {
  await log.step('First look at the popup', async () => {
    await log.picture(popup, 'popup-first-run');
    return `"${await popupTitle(popup)}"`;
  });
  await log.step('Sign in to Microsoft', async () => {
    await signInByHand(scene, popup);
    const { facts } = await storeUntil(popup, (store) => store.facts['microsoft/account'] !== undefined);
    const account = facts['microsoft/account']?.value as { username: string } | undefined;
    return `${account?.username ?? 'nobody'}, asked for User.Read`;
  });
  await log.step('Allow calendar reading', async () => {
    await popup
      .getByRole('button', { name: /calendar/i })
      .first()
      .waitFor();
    await log.picture(popup, 'popup-second-consent');
    await allowCalendar(scene, popup);
    return 'consent to Calendars.ReadBasic, a question of its own';
  });
  await log.step('First sync', async () => {
    const store = await storeUntil(
      popup,
      ({ sync }) => sync?.state === 'idle' && sync.completedAt !== undefined,
    );
    const run = store.runs.at(-1);
    return `${store.sync?.events ?? 0} events in ${run?.pages ?? 0} pages, ${Math.round((run?.bytes ?? 0) / 1000)} kB`;
  });
  await log.step('Calendar against the truth', async () => {
    const store = await storeUntil(popup, ({ sync }) => sync?.state === 'idle');
    const calendar = scene.world.graph.calendar(MAYA.username);
    const { rows, differences: found } = await differences(store, (window) => calendar.truth(window));
    if (found.length > 0)
      throw new Error(`The stored calendar is not the true one:\n${found.slice(0, 10).join('\n')}`);
    if (rows < 600) throw new Error(`Only ${rows} rows: the seeded calendar has 600 and more.`);
    return `${rows} rows equal, one by one`;
  });
}

async function lookAtSettings(scene: Scene, log: TourLog, findings: SeenNote[]): Promise<Page> {
  const page = await scene.chrome.context.newPage();
  for (const family of ['new', 'old'] as const)
    await log.step(`Account settings, ${family} components`, async () => {
      await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}&family=${family}`);
      const notes = await notesSettled(page);
      if (notes.length < 4) throw new Error(`Only ${notes.length} notes on the page.`);
      await log.picture(page, `account-${family}`, { fullPage: true });
      if (family === 'new') findings.push(...notes);
      return `${notes.length} notes`;
    });
  await log.step('Lock, before it is confirmed', async () => {
    const writes = scene.world.portal.writes.length;
    await page.goto(`${PORTAL}${ACCOUNT_SETTINGS}`);
    await notesSettled(page);
    const lock = page.getByRole('button', { name: /^Lock/ }).first();
    await lock.focus();
    const panel = page.getByRole('note', { name: /^Before you lock/ });
    await panel.waitFor();
    await log.picture(page, 'lock-panel');
    await lock.click();
    const inDialog = page.getByRole('dialog').getByRole('note', { name: /^Before you lock/ });
    await inDialog.waitFor();
    await log.picture(page, 'lock-dialog');
    const words = await inDialog.innerText();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    if (scene.world.portal.writes.length !== writes) throw new Error('Something was changed in the portal.');
    return `"${words.split('\n')[0] ?? ''}"`;
  });
  return page;
}

async function testOnProfile(scene: Scene, log: TourLog, page: Page): Promise<void> {
  await log.step('Profile page, not connected', async () => {
    await page.goto(PORTAL + PROFILE);
    const notes = await notesSettled(page);
    await log.picture(page, 'profile-not-connected', { fullPage: true });
    return notes.map((note) => note.name).join('; ');
  });
  await log.step('Connecting as a person would', async () => {
    await page.getByRole('button', { name: 'Configure Calendar and Contacts Service' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: 'Authorize' }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('button', { name: 'Edit' }).first().waitFor();
    const notes = await notesSettled(page);
    await log.picture(page, 'profile-connected', { fullPage: true });
    return notes.map((note) => note.name).join('; ');
  });
}

async function lookAtPopup(log: TourLog, popup: Page): Promise<void> {
  await log.step('The popup at the end', async () => {
    await popup.reload();
    await popup.getByRole('heading', { name: 'Healthy' }).waitFor();
    await log.picture(popup, 'popup-healthy');
    const status = await popup.locator('.state').innerText();
    return status.replace(/\s*\n\s*/g, ' · ');
  });
}

const SECTIONS = ['overview', 'settings', 'baselines', 'apps', 'meetings', 'evidence'] as const;

async function lookAtWorkbench(scene: Scene, log: TourLog): Promise<void> {
  await log.step('The workbench, section by section', async () => {
    const page = await scene.chrome.open('workbench.html');
    for (const id of SECTIONS) {
      await page.locator(`nav a[href="#${id}"]`).click();
      await page.locator(`nav a[href="#${id}"][aria-current="page"]`).waitFor();
      await log.picture(page, `workbench-${id}`, { fullPage: true });
    }
    return SECTIONS.join(', ');
  });
}

/** Walks the product from nothing to healthy; prints a table and the findings. Gives the process's exit code. */
export async function walkTour(say: (line: string) => void): Promise<number> {
  const log = new TourLog('tour');
  const findings: SeenNote[] = [];
  say('Starting the simulated portal, Entra and Graph …');
  const scene = await startScene();
  let failure: unknown;
  try {
    await log.step('Set up client id and tenant', async () => {
      await setUpConnection(scene);
      return 'entered on the options page, saved';
    });
    const popup = await openPopup(scene);
    await connect(scene, log, popup);
    const page = await lookAtSettings(scene, log, findings);
    await testOnProfile(scene, log, page);
    await lookAtPopup(log, popup);
    await lookAtWorkbench(scene, log);
  } catch (error) {
    failure = error;
  }
  const { errors, unexpected, failures } = await scene.end();
  say(`\n${log.table()}\n`);
  say('Findings on the account page');
  for (const note of findings) say(`  ${note.name}`);
  say(
    `\nConsole errors: ${errors.length}. Requests to other hosts: ${unexpected.length}. Pictures: test-output/tour/`,
  );
  for (const error of errors) say(`  ${error}`);
  if (failure) {
    say(`\n${inspect(failure)}`);
    return 1;
  }
  return errors.length + unexpected.length + failures.length === 0 ? 0 : 1;
}
