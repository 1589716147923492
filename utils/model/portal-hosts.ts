/** Where on the portal settings are (portal.md 4.2, read 2026-11-23); beginnings of paths. */
const SETTINGS_PATHS = ['account/setting', 'account/group', 'profile/setting'];
/** Where a person's own profile and meetings are. */
const PERSONAL_PATHS = ['profile', 'meeting'];

/** The content scripts, each with the pages it reads: beginnings of paths, and those among them that are another's. */
export const PORTAL_SCRIPTS = [
  { name: 'portal', paths: SETTINGS_PATHS, but: [] },
  { name: 'personal', paths: PERSONAL_PATHS, but: ['profile/setting'] },
] as const satisfies readonly {
  readonly name: string;
  readonly paths: readonly string[];
  readonly but: readonly string[];
}[];

/** Names under zoom.us that serve other products (portal.md 4.1, measured October 2026): never touched. */
export const OTHER_PRODUCTS: readonly string[] = (
  'api app applications apps blog cdn click community developer developers devforum devsupport docs ' +
  'download events explore file go help hub investors learn learning library log marketplace news oauth partner ' +
  'phone scheduler static status success support tasks trust us05tasks us05whiteboard whiteboard workflows'
).split(' ');

/**
 * Hosts read only once the person allowed them. Vanity names are under zoom.us (portal.md 4) and need nothing. Defender for Cloud
 * Apps serves a site under its own name with `.mcas.ms` behind (learn.microsoft.com, proxy-intro-aad, read 2026-11-23).
 */
export const EXTRA_HOSTS = {
  gov: ['https://*.zoomgov.com/*'],
  proxy: ['https://*.zoom.us.mcas.ms/*', 'https://*.zoomgov.com.mcas.ms/*'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ExtraHosts = keyof typeof EXTRA_HOSTS;
export const EXTRA_HOST_IDS = Object.keys(EXTRA_HOSTS) as ExtraHosts[];

const PROXY = '.mcas.ms';

/** The portal's own name of a host: what stands before the proxy's. */
export const behindProxy = (host: string): string =>
  host.endsWith(PROXY) ? host.slice(0, -PROXY.length) : host;

const isUnder = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

/** Which permission a host of the portal needs; `null` for one under zoom.us, which needs none, and for one that is no portal's. */
export function extraHostOf(host: string): ExtraHosts | null {
  const own = behindProxy(host);
  if (!isUnder(own, 'zoom.us') && !isUnder(own, 'zoomgov.com')) return null;
  if (own !== host) return 'proxy';
  return isUnder(host, 'zoomgov.com') ? 'gov' : null;
}

/** Whether the address is one our content script is made for: the same hosts and paths as where it is registered. */
export function isPortalAddress({ protocol, hostname, pathname }: URL): boolean {
  const host = behindProxy(hostname);
  return (
    protocol === 'https:' &&
    (isUnder(host, 'zoom.us') || isUnder(host, 'zoomgov.com')) &&
    !OTHER_PRODUCTS.some((name) => host === `${name}.zoom.us` || host === `${name}.zoomgov.com`) &&
    [...SETTINGS_PATHS, ...PERSONAL_PATHS].some((path) => pathname.startsWith(`/${path}`))
  );
}

/** Match patterns of a content script under a pattern of hosts that ends in `/*`: where it runs, and where it does not. */
export function matchesOf(
  { paths, but }: (typeof PORTAL_SCRIPTS)[number],
  origin: string,
): { readonly matches: string[]; readonly excludeMatches: string[] } {
  const at = (path: string) => origin.replace(/\*$/, `${path}*`);
  const others = OTHER_PRODUCTS.map((name) => origin.replace('*.', `${name}.`));
  return { matches: paths.map(at), excludeMatches: [...others, ...but.map(at)] };
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
