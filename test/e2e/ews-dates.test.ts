import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL, type SeenNote } from '../browser/portal.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';
import { storeUntil } from '../browser/store.ts';

const TENANT = {
  portal: { account: { values: { 'default-service': 'office365', 'authorize-with': 'ews' } } },
} as const;

let scene: Scene;
afterEach(async () => expect(await scene.end()).toEqual(CLEAN));

/** Sets a page's clock; from there it runs fast: a day passes in a good tenth of a second. */
async function at(page: Page, day: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setVirtualTimePolicy', {
    policy: 'advance',
    initialVirtualTime: Date.parse(`${day}T09:00:00Z`) / 1000,
  });
}

/** Sets the worker's clock, by which notes are judged. */
async function judgedAt(day: string): Promise<void> {
  const worker = await scene.chrome.worker();
  await worker.evaluate(
    (now) => {
      const real = Date.now;
      const ahead = now - real();
      Date.now = () => real() + ahead;
    },
    Date.parse(`${day}T09:00:00Z`),
  );
}

async function noteOn(day: string): Promise<SeenNote> {
  await judgedAt(day);
  const page = await scene.chrome.context.newPage();
  await page.goto(PORTAL + ACCOUNT_SETTINGS);
  const found = (await notesSettled(page, 4)).find(({ text }) => text.includes('Get-OrganizationConfig'));
  await page.close();
  if (!found) throw new Error('no note about EWS');
  return found;
}

describe('a tenant that is still on EWS', () => {
  it('is told how many days are left on 23 November 2026, and on 2 April 2027 that it has ended', async () => {
    scene = await startScene(TENANT);
    const before = await noteOn('2026-11-23');
    expect(before.kind).toContain('error');
    expect(before.text).toContain('in 129 days.');
    expect(before.text).toContain('MC1227454');
    expect(before.text).not.toContain('has ended');

    const after = await noteOn('2027-04-02');
    expect(after.kind).toContain('error');
    expect(after.text).toContain('has ended');
    expect(after.text).not.toMatch(/\d+ days/);
  });

  it('is not accused in April by what was seen in November: that has gone grey', async () => {
    scene = await startScene(TENANT);
    const options = await scene.chrome.open('options.html');
    const portal = await scene.chrome.context.newPage();
    await portal.goto(PORTAL + ACCOUNT_SETTINGS);
    await notesSettled(portal, 4);
    await storeUntil(options, ({ facts }) => facts['portal/account'] !== undefined);
    const seenAt = new Date();
    const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

    const workbench = await scene.chrome.context.newPage();
    const findings = workbench.locator('section').filter({ has: workbench.locator('#findings') });
    const overview = `chrome-extension://${scene.chrome.extensionId}/workbench.html`;
    await workbench.goto(overview);
    await findings.getByText(/EWS/).first().waitFor();
    await at(workbench, '2027-04-02');
    await workbench.goto(`${overview}?later`);
    await findings.waitFor();
    expect(await findings.getByText(/EWS (?:is being|in Exchange)/).count()).toBe(0);
    await workbench.goto(`${overview}?later#settings`);
    await workbench
      .getByText(new RegExp(`days ago|${day.format(seenAt)}`))
      .first()
      .waitFor();
  });
});
