import { browser } from 'wxt/browser';
import type { ExtraHosts } from '../../model/portal-hosts.ts';
import { EXTRA_HOST_IDS, EXTRA_HOSTS, matchesOf, PORTAL_SCRIPTS } from '../../model/portal-hosts.ts';

const origins = (id: ExtraHosts) => [...EXTRA_HOSTS[id]];

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

/** The portal's content scripts as the manifest names them, at the same paths of other hosts. */
const scripts = (id: ExtraHosts) =>
  PORTAL_SCRIPTS.map((script) => {
    const where = origins(id).map((origin) => matchesOf(script, origin));
    return {
      id: `${script.name}-${id}`,
      js: [`content-scripts/${script.name}.js`],
      matches: where.flatMap(({ matches }) => matches),
      excludeMatches: where.flatMap(({ excludeMatches }) => excludeMatches),
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    };
  });

let turn: Promise<void> = Promise.resolve();

async function follow(): Promise<void> {
  for (const host of EXTRA_HOST_IDS) {
    const wanted = scripts(host);
    const [allowed, registered] = await Promise.all([
      hostsAllowed(host),
      browser.scripting.getRegisteredContentScripts({ ids: wanted.map(({ id }) => id) }),
    ]);
    const there = new Set(registered.map(({ id }) => id));
    const missing = allowed ? wanted.filter(({ id }) => !there.has(id)) : [];
    if (missing.length > 0) await browser.scripting.registerContentScripts(missing);
    if (!allowed && there.size > 0) await browser.scripting.unregisterContentScripts({ ids: [...there] });
  }
}

/** The content scripts are registered for the hosts allowed and no other: after a click, a change in the browser's own settings, an update. */
export function followHosts(): Promise<void> {
  turn = turn.catch(() => undefined).then(follow);
  return turn;
}

/** Calls the listener when permissions were given or taken back. Register at once. */
export function onPermissionsChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
