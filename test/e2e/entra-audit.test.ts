import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { ENDED, picture, verdicts, violations } from '../browser/audit.ts';
import { ACCOUNT_SETTINGS, notesSettled, PORTAL } from '../browser/portal.ts';
import {
  CLEAN,
  passMicrosoft,
  type Scene,
  type SceneOptions,
  setUpConnection,
  startScene,
  windowAfter,
} from '../browser/scene.ts';
import { readStore, storeUntil } from '../browser/store.ts';
import { adminGrant, assignment, directoryWith, ELEVEN } from '../sim/graph/directory/scenes.ts';
import { ADMIN, friendlyGraph, MAYA, TENANT_ID } from '../sim/world/index.ts';

let scene: Scene;
afterEach(async () => {
  expect(await scene.end()).toEqual(CLEAN);
});

async function begin(options: SceneOptions = {}): Promise<Page> {
  scene = await startScene(options);
  await setUpConnection(scene);
  const page = await scene.chrome.open('workbench.html#apps');
  await page.getByRole('heading', { name: 'Entra apps', level: 1 }).waitFor();
  return page;
}

const withDirectory = (changes: Parameters<typeof directoryWith>[1]): SceneOptions => ({
  graph: { ...friendlyGraph(), directory: directoryWith(Date.now(), changes) },
});

/** Presses the button and does the admin's part of Microsoft's window. */
async function runAudit(page: Page, person = ADMIN): Promise<void> {
  const button = page.getByRole('button', { name: 'Run the audit' });
  await passMicrosoft(await windowAfter(scene.chrome, () => button.click()), person);
}

/** Reads once more; the admin's token is still there, so no window opens. */
async function readAgain(page: Page): Promise<void> {
  const before = (await readStore(page)).facts['entra/run']?.observedAt ?? 0;
  await page.getByRole('button', { name: 'Read again' }).click();
  await storeUntil(page, (store) => ENDED(store) && (store.facts['entra/run']?.observedAt ?? 0) > before);
}

describe('an admin narrows Zoom’s app from eleven permissions to one', () => {
  it('sees the excess by clicks, takes it away in Entra, reads again and sees it gone', async () => {
    const roles = ELEVEN.map((role, at) => assignment(role, at));
    const page = await begin(withDirectory({ appRoleAssignments: roles, oauth2PermissionGrants: [] }));
    expect(await violations(page)).toEqual([]);
    await runAudit(page);
    await storeUntil(page, ENDED);
    await page.locator('.perms tbody tr').nth(10).waitFor();
    expect((await verdicts(page)).sort()).toEqual([
      'Excess Directory.Read.All',
      'Excess Mail.ReadWrite',
      'Excess Mail.Send',
      'Excess full_access_as_app',
      'Expected Calendars.ReadWrite',
      'Expected User.Read.All',
      'Unknown Contacts.Read',
      'Unknown Contacts.ReadWrite',
      'Unknown Mail.Read',
      'Unknown MailboxSettings.Read',
      'Unknown Place.Read.All',
    ]);
    const link = page.locator('.perms .step a').first();
    expect(await link.getAttribute('href')).toBe(
      'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/1b7f4c92-0a36-4be3-9d53-64f1e2a8c001/appId/7c1d9e40-52ab-4f8e-b0c3-5a6e8d2f9100',
    );
    await page.getByText('Zoom Calendar Helper', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'eleven');

    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByText('Zoom’s apps hold 3 permissions they do not need').waitFor();
    await page.getByRole('link', { name: 'Entra apps' }).click();

    scene.world.graph.directory.appRoleAssignments = [assignment('Calendars.ReadWrite')];
    await readAgain(page);
    await expect.poll(() => verdicts(page)).toEqual(['Expected Calendars.ReadWrite']);
    await page.getByText('no EWS permission').waitFor();
    await picture(page, 'one');
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect.poll(() => page.getByText('permissions they do not need').count()).toBe(0);
    expect(scene.world.graph.writes).toEqual([]);
  });
});

describe('“Need admin approval”, again and again', () => {
  it('is found by two answers without any right, by the audit for sure, and ended by one consent', async () => {
    const grants = withDirectory({
      appRoleAssignments: [],
      oauth2PermissionGrants: [adminGrant('User.Read')],
    });
    const page = await begin({ ...grants, tenant: { consentPolicy: 'managed' } });
    const portal = await scene.chrome.context.newPage();
    await portal.goto(PORTAL + ACCOUNT_SETTINGS);
    await notesSettled(portal);
    await storeUntil(page, ({ facts }) => facts['portal/account'] !== undefined);
    await page.bringToFront();

    const card = page.locator('section', { has: page.getByRole('heading', { name: /two questions/ }) });
    await card.getByLabel('Users, by OAuth').check();
    await card.getByLabel('Microsoft-managed policy').check();
    await card.getByText('They do not match').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'questions');

    await runAudit(page);
    await storeUntil(page, ENDED);
    const consent = page.locator('section', {
      has: page.getByRole('heading', { name: 'Consent: both sides' }),
    });
    await consent.getByText('They do not match').waitFor();
    await consent.getByText('Grant admin consent to Zoom’s app in Entra.').waitFor();
    await picture(page, 'loop');
    await page.getByRole('link', { name: 'Overview' }).click();
    const row = page.getByRole('row', { name: /Zoom and Entra disagree about consent/ });
    await row.getByText('Confirmed').waitFor();
    // The guess gives way to what is known.
    expect(await page.getByText('New people may stop at').count()).toBe(0);

    scene.world.graph.directory.oauth2PermissionGrants = [
      adminGrant('User.Read Calendars.ReadWrite offline_access'),
    ];
    await page.getByRole('link', { name: 'Entra apps' }).click();
    await readAgain(page);
    await consent.getByText('They match').waitFor();
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect.poll(() => page.getByText('disagree about consent').count()).toBe(0);
  });

  it('meets somebody without the right: the window sends them to an admin, and a message is ready', async () => {
    const page = await begin();
    const button = page.getByRole('button', { name: 'Run the audit' });
    const window = await windowAfter(scene.chrome, () => button.click());
    const ended = passMicrosoft(window, MAYA);
    await window.getByRole('heading', { name: /admin approval/i }).waitFor();
    await window.locator('#returnWithoutConsent').click();
    await ended;
    await page.getByText('Entra was not read').waitFor();
    await page.getByRole('button', { name: 'Copy message for an admin' }).waitFor();
    const approval = page.getByRole('link', { name: 'Open the approval page' });
    expect(decodeURIComponent((await approval.getAttribute('href')) ?? '')).toContain(
      'https://graph.microsoft.com/Policy.Read.All',
    );
    expect(await violations(page)).toEqual([]);
    await picture(page, 'refused');
    // The person's own connection is another matter.
    expect((await readStore(page)).facts['microsoft/trouble']).toBeUndefined();
  });
});

describe('an app named by its id', () => {
  it('that is not in the tenant is told so and taken back; a look-alike is taken in, unverified as it is', async () => {
    const page = await begin();
    await runAudit(page);
    await storeUntil(page, ENDED);
    const field = page.getByLabel('Another app of Zoom’s, by its application ID');
    await field.fill('Zoom');
    await page.getByRole('button', { name: 'Add and read' }).click();
    await page.getByText(/An application ID looks like/).waitFor();
    await field.fill('11111111-2222-4333-8444-555555555555');
    await page.getByRole('button', { name: 'Add and read' }).click();
    const absent = page.locator('.absent', { hasText: '11111111' });
    await absent.getByText('not in this tenant').waitFor();
    expect(await violations(page)).toEqual([]);
    await absent.getByRole('button', { name: 'Not Zoom’s after all' }).click();
    await absent.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Treat Zoom Calendar Helper as Zoom’s' }).click();
    await page.getByRole('button', { name: /^Zoom Calendar Helper Named by you/ }).click();
    const card = page.locator('section', {
      has: page.getByRole('heading', { name: 'Zoom Calendar Helper' }),
    });
    await card.getByText('not verified').waitFor();
    expect(await verdicts(page)).toEqual(['Missing Calendars.ReadWrite']);
  });
});

describe('sign-ins', () => {
  it('without the licence are no failure; with it they show the last refusal', async () => {
    const page = await begin({ tenant: { premium: false } });
    await page.getByLabel('Also read last sign-ins').check();
    await runAudit(page);
    await storeUntil(page, ENDED);
    await page.getByText('needs Entra ID P1 or P2').waitFor();
    scene.world.entra.tenant(TENANT_ID).premium = true;
    await readAgain(page);
    const refused = page.getByText(/refused .*AADSTS50173/);
    await refused.waitFor();
    expect(await refused.count()).toBe(1);
    await picture(page, 'sign-ins');
  });

  it('refused with 403 leave the rest standing', async () => {
    const page = await begin();
    scene.world.graph.faults.add({ on: 'signIns', times: 9, fault: { kind: 'status', status: 403 } });
    await page.getByLabel('Also read last sign-ins').check();
    await runAudit(page);
    await storeUntil(page, ENDED);
    await page.getByText('could not be read').first().waitFor();
    expect(await verdicts(page)).toContain('Excess full_access_as_app');
    expect(await violations(page)).toEqual([]);
  });
});
