/** Where on the portal a calendar setting, a profile or meetings are (portal.md 4.2, read 2026-11-23); beginnings of paths. */
export const PORTAL_PATHS: readonly string[] = ['account/setting', 'account/group', 'profile', 'meeting'];

/** Names under zoom.us that serve other products (portal.md 4.1, measured October 2026): never touched. */
export const OTHER_PRODUCTS: readonly string[] = [
  'app',
  'community',
  'docs',
  'hub',
  'library',
  'marketplace',
  'scheduler',
  'support',
  'us05tasks',
  'us05whiteboard',
];

/** Whether the address is one our content script is made for: the same hosts and paths as in the manifest. */
export function isPortalAddress({ protocol, hostname, pathname }: URL): boolean {
  return (
    protocol === 'https:' &&
    (hostname === 'zoom.us' || hostname.endsWith('.zoom.us')) &&
    !OTHER_PRODUCTS.some((name) => hostname === `${name}.zoom.us`) &&
    PORTAL_PATHS.some((path) => pathname.startsWith(`/${path}`))
  );
}

/** Longest group id kept; those of the portal have about 22 characters. */
const ID_LENGTH = 100;

/**
 * What a page of settings speaks for, as far as its address tells: the host, and the group from the hash router's path
 * (`/account/group#/detail/<groupId>/detail`, portal.md 1). Nothing else of the address, whose query may be personal.
 *
 * @returns e.g. `zoom.us` or `us02web.zoom.us/AbC1`; undefined where there is no host
 */
export function scopeOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, hash } = new URL(address);
  if (hostname === '') return undefined;
  const group = pathname.startsWith('/account/group') ? /^#\/detail\/([^/?#\s]+)/.exec(hash)?.[1] : undefined;
  return group === undefined ? hostname : `${hostname}/${group.slice(0, ID_LENGTH)}`;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^(?=.{4,253}$)(?:${LABEL}\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$`);

/** A name of one host, in lower case: no wildcard, no port, no number for an address. */
export function isExactHost(host: string): boolean {
  return HOST.test(host);
}
