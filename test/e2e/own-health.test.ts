import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectByHand, openPopup } from '../browser/popup.ts';
import { CLEAN, type Scene, setUpConnection, startScene } from '../browser/scene.ts';

describe('our own health', () => {
  let scene: Scene;
  let popup: Page;

  beforeAll(async () => {
    scene = await startScene({ portal: { profile: 'connected' } });
    await setUpConnection(scene);
    popup = await openPopup(scene);
    await connectByHand(scene, popup);
    await popup.getByRole('heading', { name: 'Outlook answers' }).waitFor();
  });
  afterAll(async () => {
    expect(await scene.end()).toEqual(CLEAN);
  });

  it('a background that cannot be reached: the sentence, and what is stored stays shown', async () => {
    const before = await popup.locator('.facts').innerText();
    await popup.evaluate(() => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: Record<string, unknown> } }).chrome;
      runtime['sendMessage'] = () => Promise.reject(new Error('Receiving end does not exist.'));
    });
    await popup.getByRole('button', { name: 'Sync now' }).first().click();
    const notice = popup.locator('.notice', { hasText: 'The background part did not answer in time.' });
    await notice.waitFor();
    expect(await popup.locator('h1').first().innerText()).toBe('Outlook answers');
    expect(await popup.locator('.facts').innerText()).toBe(before);
  });

  it('a store that cannot be opened: said as such, never green, and back by itself', async () => {
    const page = await scene.chrome.context.newPage();
    await page.addInitScript(() => {
      const open = indexedDB.open.bind(indexedDB);
      IDBFactory.prototype.open = function refuse(...asked: Parameters<IDBFactory['open']>) {
        if (document.documentElement.dataset['mended'] === 'yes') return open(...asked);
        throw new DOMException('refused', 'UnknownError');
      };
    });
    await page.goto(popup.url());
    await page.getByRole('heading', { name: 'What is stored here could not be read' }).waitFor();
    expect(await page.locator('.state').getAttribute('class')).toContain('none');
    expect(await page.locator('.good').count()).toBe(0);
    await page.evaluate(() => {
      document.documentElement.dataset['mended'] = 'yes';
    });
    await page.getByRole('heading', { name: 'Outlook answers' }).waitFor();
    await page.close();
  });
});
