import { browser } from 'wxt/browser';
import { SynclineError } from '../../core/errors.ts';
import type { PortalObservation } from '../../model/messages.ts';
import { PAGE_HOOK, type PageHook, type PageOrder, type PageScript } from '../../model/page-hook.ts';
import { EXTRA_HOSTS, isPortalAddress } from '../../model/portal-hosts.ts';
import type { PageId } from '../../model/settings.ts';

/** Everywhere the portal may be; the browser tells of those tabs alone whose hosts were allowed. */
const HOSTS = ['https://*.zoom.us/*', ...Object.values(EXTRA_HOSTS).flat()];

type Handed = 'not-loaded' | 'no-hook' | { readonly value: unknown };

/** Runs inside the page, in the extension's own world: it sees nothing of this file. */
function hand(name: string, script: PageScript, order: PageOrder): Handed {
  const hook = (globalThis as unknown as Record<string, PageHook<unknown> | undefined>)[name];
  if (!hook) return 'no-hook';
  const run = hook.scripts.get(script);
  return run ? { value: run(order) } : 'not-loaded';
}

async function inject<Result>(
  work: () => Promise<readonly { readonly result?: Result }[]>,
): Promise<Result | undefined> {
  try {
    return (await work())[0]?.result;
  } catch (cause) {
    // The tab is gone, shows an error page, or a policy keeps extensions from it.
    throw new SynclineError({ code: 'page-closed', who: 'person' }, 'the page took no script', { cause });
  }
}

/** Whether the tab shows a page our content script is made for; of other pages the browser tells us no address. */
export function isPortalTab({ url }: { readonly url?: string | undefined }): boolean {
  return url !== undefined && URL.canParse(url) && isPortalAddress(new URL(url));
}

/**
 * The page of the portal the person means: the one in front, else (asked from a tab of our own) the one used last.
 *
 * @throws SynclineError `page-not-portal` when no such page is open
 */
export async function portalTab(): Promise<number> {
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  const home = browser.runtime.getURL('/');
  const candidates =
    front?.url?.startsWith(home) === true
      ? (await browser.tabs.query({ url: HOSTS }))
          .filter(isPortalTab)
          .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
      : [front].filter((tab) => tab !== undefined && isPortalTab(tab));
  const id = candidates[0]?.id;
  if (id === undefined)
    throw new SynclineError({ code: 'page-not-portal', who: 'person' }, 'no page of the portal is in front');
  return id;
}

/** The content script that reads a page of the portal; the manifest puts it there, unless the portal changed pages by itself. */
const SCRIPT_OF: Readonly<Record<PageId, string>> = {
  'account-settings': 'portal',
  'group-settings': 'portal',
  'user-settings': 'portal',
  profile: 'personal',
  meetings: 'personal',
};

/**
 * Gives the order to the script in the tab's page, loading it there first when it is not: it shares the world of our content
 * script, of which the page sees nothing. Only ever from a person's act, to go on with what one began, or for what the content
 * script lacks to read the page.
 *
 * @returns what the script answers, as JSON
 * @throws SynclineError `page-too-old` when the page has no content script of ours (it was open before the installation or an
 * update), `page-closed` when the browser lets no script in
 */
export async function runOnPage(tabId: number, script: PageScript, order: PageOrder): Promise<unknown> {
  const target = { tabId };
  // The paths wxt knows are those of the last build; this one is named by its type.
  const files = [`/${script}.js`] as never;
  const give = () =>
    inject(() => browser.scripting.executeScript({ target, func: hand, args: [PAGE_HOOK, script, order] }));
  let handed = await give();
  if (handed === 'not-loaded') {
    await inject(() => browser.scripting.executeScript({ target, files }));
    handed = await give();
  }
  if (typeof handed === 'object') return handed.value;
  throw new SynclineError({ code: 'page-too-old', who: 'person' }, `the page has no ${handed ?? 'answer'}`);
}

/**
 * Brings what a look at the page was told to lack: the finder of what people pointed out, or the content script of the page.
 *
 * @throws SynclineError `page-closed` when the browser lets no script in
 */
export async function bringLacking(
  { lacks, page }: Pick<PortalObservation, 'lacks' | 'page'>,
  tabId: number | undefined,
): Promise<void> {
  if (tabId === undefined || lacks === undefined) return;
  const files = [`/content-scripts/${SCRIPT_OF[page]}.js`] as never;
  if (lacks === 'taught') await runOnPage(tabId, 'taught', {});
  else await inject(() => browser.scripting.executeScript({ target: { tabId }, files }));
}
