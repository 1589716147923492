import { behindProxy } from '../model/portal-hosts.ts';
import type { PageId } from '../model/settings.ts';

/** Accounts live on clusters named like `us02web`; other products share the prefix (`us05whiteboard`). */
const CLUSTER = /^[a-z]{2}\d{2}/;

function isPortalHost(host: string): boolean {
  const match = /^(?:([a-z0-9-]+)\.)?(?:zoom\.us|zoomgov\.com)$/.exec(behindProxy(host));
  if (!match) return false;
  const sub = match[1];
  if (sub === undefined) return true;
  // Hosts of other products are left out where the scripts are registered, by name (`OTHER_PRODUCTS`).
  return !CLUSTER.test(sub) || /^[a-z]{2}\d{2}web$/.test(sub);
}

interface PortalPath {
  readonly path: string;
  readonly query: string;
  readonly hash: string;
}

let latest: { readonly address: string; readonly at: PortalPath | null } | undefined;

/** A page is looked at many times under one address. */
function portalPath(address: string): PortalPath | null {
  if (latest?.address !== address) latest = { address, at: parse(address) };
  return latest.at;
}

/** As the browser writes an address; with a name or password in it it is nobody's we know. */
const ADDRESS = /^https:\/\/([a-z\d.-]+)(?::\d+)?(\/[^?#]*)?(\?[^#]*)?(#.*)?$/;

/** The address without its noise: Zoom appends amplitude ids to every query (portal.md 4.2), so only host, path and hash count. */
function parse(address: string): PortalPath | null {
  const [, host = '', path = '', query = '', hash = ''] = ADDRESS.exec(address) ?? [];
  return isPortalHost(host) ? { path: path.replace(/\/+$/, ''), query, hash } : null;
}

/**
 * Which page of the portal an address is.
 * @returns null for every other page, so that nothing runs there
 */
export function pageOf(address: string): PageId | null {
  const at = portalPath(address);
  if (!at) return null;
  const { path, hash } = at;
  if (/^\/account\/setting(\/\w+)?$/.test(path)) return 'account-settings';
  if (/^\/profile\/setting(\/\w+)?$/.test(path)) return 'user-settings';
  if (path === '/profile') return 'profile';
  if (path === '/account/group') return /^#\/detail\/[^/]+/.test(hash) ? 'group-settings' : null;
  if (path === '/meeting') return /^(#\/?(upcoming\b.*)?)?$/.test(hash) ? 'meetings' : null;
  return null;
}

/** Whether the address is where the portal sends people who are signed out. */
export function isSignIn(address: string): boolean {
  const path = portalPath(address)?.path;
  return path === '/signin' || path === '/login';
}

/** What the address says of the open tab: Mail & Calendar, another one, or nothing. */
export function tabOf(address: string): 'mail' | 'other' | null {
  const at = portalPath(address);
  const tab = (/[?&]tab=([^&]*)/.exec(at?.query ?? '') ?? /\/setting\/(\w+)$/.exec(at?.path ?? ''))?.[1];
  if (!tab) return null;
  // The key was seen on the user page and is assumed for the account page (portal.md 1).
  return tab === 'zoomMailCalendar' ? 'mail' : 'other';
}
