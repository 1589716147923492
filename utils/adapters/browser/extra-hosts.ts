import { browser } from 'wxt/browser';
import type { ExtraHosts } from '../../model/portal-hosts.ts';
import { EXTRA_HOST_IDS, EXTRA_HOSTS, OTHER_PRODUCTS, PORTAL_PATHS } from '../../model/portal-hosts.ts';

const origins = (id: ExtraHosts) => [...EXTRA_HOSTS[id]];
const scriptId = (id: ExtraHosts) => `portal-${id}`;

/** Whether the browser lets us read these hosts. */
export const hostsAllowed = (id: ExtraHosts): Promise<boolean> =>
  browser.permissions.contains({ origins: origins(id) });

/** Asks for these hosts. Call it first thing in a click: after an `await` browsers no longer see one. */
export const askForHosts = (id: ExtraHosts): Promise<boolean> =>
  browser.permissions.request({ origins: origins(id) });

/** Gives these hosts back; the worker takes their script away. */
export async function giveHostsBack(id: ExtraHosts): Promise<void> {
  await browser.permissions.remove({ origins: origins(id) });
}

/** The portal's content script as the manifest names it, at the same paths of other hosts. */
const script = (id: ExtraHosts) => ({
  id: scriptId(id),
  js: ['content-scripts/portal.js'],
  matches: origins(id).flatMap((origin) => PORTAL_PATHS.map((path) => origin.replace(/\*$/, `${path}*`))),
  excludeMatches: OTHER_PRODUCTS.flatMap((name) =>
    origins(id).map((origin) => origin.replace('*.', `${name}.`)),
  ),
  runAt: 'document_idle' as const,
  persistAcrossSessions: true,
});

let turn: Promise<void> = Promise.resolve();

async function follow(): Promise<void> {
  for (const id of EXTRA_HOST_IDS) {
    const [allowed, registered] = await Promise.all([
      hostsAllowed(id),
      browser.scripting.getRegisteredContentScripts({ ids: [scriptId(id)] }),
    ]);
    if (allowed && registered.length === 0) await browser.scripting.registerContentScripts([script(id)]);
    if (!allowed && registered.length > 0)
      await browser.scripting.unregisterContentScripts({ ids: [scriptId(id)] });
  }
}

/** The content script is registered for the hosts allowed and no other: after a click, a change in the browser's own settings, an update. */
export function followHosts(): Promise<void> {
  turn = turn.catch(() => undefined).then(follow);
  return turn;
}

/** Calls the listener when permissions were given or taken back. Register at once. */
export function onPermissionsChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
