import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bringLacking, portalTab, runOnPage } from '../../../../utils/adapters/browser/page-script.ts';
import { PAGE_HOOK, type PageHook } from '../../../../utils/model/page-hook.ts';

type Tab = { id: number; url?: string; lastAccessed?: number };
const tabs = vi.hoisted(() => ({ query: vi.fn(async (_asked: object): Promise<Tab[]> => []) }));
const scripting = vi.hoisted(() => ({ executeScript: vi.fn() }));
vi.mock('wxt/browser', async () => ({
  browser: { ...(await import('./fake-browser.ts')).fakeBrowser, tabs, scripting },
}));

const PROFILE = 'https://us02web.zoom.us/profile';
const world = globalThis as { [PAGE_HOOK]?: Pick<PageHook<unknown>, 'scripts'> };

/** A page as the browser is: it runs functions in its world, and files by their path. */
function page(files: Record<string, () => void>) {
  const loaded: string[] = [];
  scripting.executeScript.mockImplementation(
    async (asked: { func?: (...args: unknown[]) => unknown; args?: unknown[]; files?: string[] }) => {
      for (const path of asked.files ?? []) {
        loaded.push(path);
        files[path]?.();
      }
      return [{ result: asked.func?.(...structuredClone(asked.args ?? [])) }];
    },
  );
  return loaded;
}

beforeEach(() => void tabs.query.mockClear());
afterEach(() => delete world[PAGE_HOOK]);

describe('a script on demand', () => {
  it('is loaded once and then only told', async () => {
    world[PAGE_HOOK] = { scripts: new Map() };
    const orders: unknown[] = [];
    const loaded = page({
      '/guide.js': () => void world[PAGE_HOOK]?.scripts.set('guide', (order) => orders.push(order)),
    });
    await runOnPage(7, 'guide', { kind: 'user' });
    await runOnPage(7, 'guide', { kind: 'admin' });
    expect(loaded).toEqual(['/guide.js']);
    expect(orders).toEqual([{ kind: 'user' }, { kind: 'admin' }]);
    expect(scripting.executeScript.mock.calls.every(([asked]) => asked.target.tabId === 7)).toBe(true);
  });

  it('hands back what the script answers', async () => {
    world[PAGE_HOOK] = { scripts: new Map([['teach', (order) => ({ heard: order['act'] })]]) };
    page({});
    expect(await runOnPage(7, 'teach', { act: 'outline' })).toEqual({ heard: 'outline' });
  });

  it('says that a page without our content script must be reloaded, and loads nothing into it', async () => {
    const loaded = page({});
    await expect(runOnPage(7, 'guide', {})).rejects.toMatchObject({ info: { code: 'page-too-old' } });
    expect(loaded).toEqual([]);
  });

  it('says that the browser let nothing in, and keeps the cause', async () => {
    const cause = new Error('Cannot access contents of the page');
    scripting.executeScript.mockRejectedValue(cause);
    await expect(runOnPage(7, 'guide', {})).rejects.toMatchObject({ info: { code: 'page-closed' }, cause });
  });
});

describe('the page that is meant', () => {
  const fronted = (front: Tab, others: Tab[] = []) =>
    tabs.query.mockImplementation(async (asked) => ('active' in asked ? [front] : others));

  it('is the one in front', async () => {
    fronted({ id: 3, url: PROFILE });
    expect(await portalTab()).toBe(3);
  });

  it('is none when the tab in front is not the portal, whatever else is open', async () => {
    for (const url of [undefined, 'https://zoom.us/recording', 'https://scheduler.zoom.us/profile']) {
      fronted({ id: 3, ...(url === undefined ? {} : { url }) }, [{ id: 4, url: PROFILE }]);
      await expect(portalTab()).rejects.toMatchObject({ info: { code: 'page-not-portal' } });
    }
  });

  it('is the one used last when asked from a page of ours', async () => {
    const front = { id: 3, url: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/workbench.html' };
    fronted(front, [
      { id: 4, url: PROFILE, lastAccessed: 10 },
      { id: 5, url: 'https://zoom.us/profile', lastAccessed: 30 },
      { id: 6, url: 'https://zoom.us/recording', lastAccessed: 40 },
    ]);
    expect(await portalTab()).toBe(5);
  });
});

describe('what a page lacks', () => {
  it('is brought: the finder of what was pointed out once, the page’s own script by its kind', async () => {
    world[PAGE_HOOK] = { scripts: new Map() };
    const loaded = page({
      '/taught.js': () => void world[PAGE_HOOK]?.scripts.set('taught', () => true),
    });
    await bringLacking({ page: 'account-settings', lacks: 'taught' }, 7);
    await bringLacking({ page: 'account-settings', lacks: 'taught' }, 7);
    await bringLacking({ page: 'user-settings', lacks: 'script' }, 7);
    await bringLacking({ page: 'profile', lacks: 'script' }, 7);
    expect(loaded).toEqual(['/taught.js', '/content-scripts/portal.js', '/content-scripts/personal.js']);
  });

  it('is nothing where nothing lacks, or the message came from no tab', async () => {
    const loaded = page({});
    await bringLacking({ page: 'profile' }, 7);
    await bringLacking({ page: 'profile', lacks: 'script' }, undefined);
    expect(loaded).toEqual([]);
  });
});
