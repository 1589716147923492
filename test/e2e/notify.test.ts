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
