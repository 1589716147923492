import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openPopup } from '../browser/popup.ts';
import { CLEAN, passMicrosoft, setUpConnection, startScene, windowAfter } from '../browser/scene.ts';
import { type readStore, storeUntil } from '../browser/store.ts';
import { assignment, directoryWith, ELEVEN } from '../sim/graph/directory/scenes.ts';
import { ADMIN, friendlyGraph, TENANT_ID } from '../sim/world/index.ts';

it('an admin narrows Zoom’s app from eleven permissions to one, and shows it to an auditor', async () => {
  const roles = ELEVEN.map((role, at) => assignment(role, at));
  const scene = await startScene({
    graph: {
      ...friendlyGraph(),
      directory: directoryWith(Date.now(), { appRoleAssignments: roles, oauth2PermissionGrants: [] }),
    },
  });
  await setUpConnection(scene);
  const page = await scene.chrome.open('workbench.html#apps');
  const ended = ({ facts }: Awaited<ReturnType<typeof readStore>>) =>
    (facts['entra/run']?.value as { state?: string } | undefined)?.state === 'ended';
  const run = page.getByRole('button', { name: 'Run the audit' });
  await passMicrosoft(await windowAfter(scene.chrome, () => run.click()), ADMIN);
  const before = (await storeUntil(page, ended)).facts['entra/run']?.observedAt ?? 0;

  scene.world.graph.directory.appRoleAssignments = [assignment('Calendars.ReadWrite')];
  await page.getByRole('button', { name: 'Read again' }).click();
  await storeUntil(page, (store) => ended(store) && (store.facts['entra/run']?.observedAt ?? 0) > before);

  await page.getByRole('link', { name: 'Evidence pack' }).click();
  await page.getByText('JSON', { exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save file' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  const { permissions, checks } = JSON.parse(text) as {
    permissions: {
      permission: string;
      result: string;
      before: { held: boolean };
      after: { held: boolean };
    }[];
    checks: { check: string; state: string }[];
  };
  const by = (result: string) =>
    permissions.filter((row) => row.result === result).map(({ permission }) => permission);
  expect(by('same')).toEqual(['Calendars.ReadWrite']);
  expect(by('removed').toSorted()).toEqual(
    ELEVEN.filter((role) => role !== 'Calendars.ReadWrite').toSorted(),
  );
  expect(permissions.every((row) => row.before.held)).toBe(true);
  expect(checks.find(({ check }) => check === 'entra-app-excess')?.state).toBe('pass');
  // The admin's own name and the tenant's id are masked; the apps' ids, which name nobody, are not.
  expect(text).not.toContain(ADMIN.username);
  expect(text).not.toContain(TENANT_ID);

  // What Entra told goes at sign-out, its history too.
  const snapshots = () =>
    page.evaluate(
      () =>
        new Promise<number>((done) => {
          const opening = indexedDB.open('syncline');
          opening.addEventListener('success', () => {
            const all = opening.result.transaction('snapshots').objectStore('snapshots').count();
            all.addEventListener('success', () => {
              opening.result.close();
              done(all.result);
            });
          });
        }),
    );
  expect(await snapshots()).toBe(2);
  const popup = await openPopup(scene);
  await popup.getByRole('button', { name: 'More' }).click();
  await popup.getByRole('menuitem', { name: /^Sign out/ }).click();
  await expect.poll(snapshots).toBe(0);
  expect(scene.world.graph.writes).toEqual([]);
  expect(await scene.end()).toEqual(CLEAN);
});
