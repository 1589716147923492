import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ManagedBuild, managedBuild } from '../browser/policy.ts';
import { notesSettled, PORTAL, PROFILE } from '../browser/portal.ts';
import { CLEAN, type Scene, startScene } from '../browser/scene.ts';

/** What the browser shows of ours, asked of the browser itself. */
const shown = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { notifications: { getAll(): Promise<Record<string, true>> } };
    };
    return Object.keys(await chrome.notifications.getAll());
  });
const kept = (page: Page): Promise<{ told: number; endedAt?: number } | undefined> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<Record<string, never>> } } };
    };
    return (await chrome.storage.local.get('notify'))['notify'];
  });

const alarms = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { alarms: { getAll(): Promise<{ name: string }[]> } };
    };
    return (await chrome.alarms.getAll()).map(({ name }) => name);
  });

const DAY = 86_400_000;

/** Runs in a page of ours, where the browser's own interfaces are. */
const inside = <T>(page: Page, script: string): Promise<T> => page.evaluate<T>(`(async () => {${script}})()`);

/** Every moment kept of the notice, so much earlier. */
const moveNotice = (page: Page, by: number) =>
  inside<void>(
    page,
    `const { notify } = await chrome.storage.local.get('notify');
     await chrome.storage.local.set({
       notify: { ...notify, since: notify.since - ${by}, lastAt: notify.lastAt - ${by} },
     });`,
  );

/** The alarm for the next look, now. */
const ring = (page: Page) =>
  inside<void>(page, "await chrome.alarms.create('notify', { when: Date.now() });");

/** The look after a rung alarm has ended: it sets the alarm anew, for a later day. */
const setAgain = (page: Page) =>
  inside<boolean>(page, "return ((await chrome.alarms.get('notify'))?.scheduledTime ?? 0) > Date.now();");

const clear = (page: Page) => inside<void>(page, "await chrome.notifications.clear('health');");

describe('a connection that breaks', () => {
  let build: ManagedBuild;
  let scene: Scene;
  let page: Page;

  beforeAll(async () => {
    build = managedBuild({ given: ['notifications'] });
    scene = await startScene({ browser: { build: build.folder } });
    page = await scene.chrome.open('options.html');
  });
  afterAll(async () => {
    const left = await scene.end();
    build.end();
    expect(left).toEqual(CLEAN);
  });

  /** The person's own profile page, showing the connection so. */
  const seeProfile = async (status: 'connected' | 'needs-attention') => {
    scene.world.portal.state.profile.status = status;
    const profile = await scene.chrome.context.newPage();
    await profile.goto(PORTAL + PROFILE);
    return profile;
  };

  it('is told of once, however often it is seen and whoever dies between', async () => {
    expect(await shown(page)).toEqual([]);
    const profile = await seeProfile('needs-attention');
    await expect.poll(() => shown(page), { timeout: 20_000 }).toEqual(['health']);
    expect(await kept(page)).toMatchObject({ told: 1 });
    await scene.chrome.killWorker();
    await profile.reload();
    await notesSettled(profile);
    await expect.poll(() => alarms(page)).toContain('notify');
    expect(await kept(page)).toMatchObject({ told: 1 });
    await profile.close();
  });

  it('is told of again on the third day, not before, though nobody opens the portal', async () => {
    // The trouble is three days old to whoever reads the stored moments; the look at the portal itself stays fresh.
    await moveNotice(page, 1.5 * DAY);
    await ring(page);
    await expect.poll(() => setAgain(page), { timeout: 20_000 }).toBe(true);
    expect(await kept(page)).toMatchObject({ told: 1 });
    await clear(page);
    await moveNotice(page, DAY);
    await ring(page);
    await expect.poll(() => kept(page), { timeout: 20_000 }).toMatchObject({ told: 2 });
    await expect.poll(() => shown(page)).toEqual(['health']);
    expect(await alarms(page)).toContain('notify');
  });

  it('takes its notice back when it works again, and waits for nothing more', async () => {
    const profile = await seeProfile('connected');
    await expect.poll(() => shown(page), { timeout: 20_000 }).toEqual([]);
    // No one is signed in to Microsoft here: the page's word ends the trouble, and with it its count.
    await expect.poll(() => kept(page)).toBeUndefined();
    expect(await alarms(page)).not.toContain('notify');
    await profile.close();
    const again = await seeProfile('needs-attention');
    await expect.poll(() => kept(page), { timeout: 20_000 }).toMatchObject({ told: 1 });
    await expect.poll(() => shown(page)).toEqual(['health']);
    await again.close();
  });

  it('leaves nothing behind when everything is deleted', async () => {
    await page.getByRole('button', { name: 'Delete everything…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }).click();
    await page.getByText(/^Deleted\./).waitFor();
    expect([await shown(page), await kept(page)]).toEqual([[], undefined]);
  });

  it('asks for nothing and shows nothing in a build nobody gave the permission to', async () => {
    const plain = await startScene();
    try {
      const own = await plain.chrome.open('options.html');
      plain.world.portal.state.profile.status = 'needs-attention';
      const profile = await plain.chrome.context.newPage();
      await profile.goto(PORTAL + PROFILE);
      await expect.poll(() => kept(own), { timeout: 20_000 }).toMatchObject({ told: 0 });
      await own.getByRole('button', { name: 'Turn on' }).waitFor();
      await own.getByRole('button', { name: 'Delete everything…' }).click();
      await own.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }).click();
      await own.getByText(/^Deleted\./).waitFor();
    } finally {
      expect(await plain.end()).toEqual(CLEAN);
    }
  });
});
