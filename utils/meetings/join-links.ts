/** What is kept of a Zoom link. The `pwd` of its query is a password: it is never looked at. */
export interface ZoomLink {
  /** Host as written, lower case: the account's cluster or vanity name is needed to join. */
  readonly host: string;
  /** Meeting number, digits only; absent for a personal name (`/my/…`) and a registration page, which carry none. */
  readonly number?: string;
  /** A personal meeting's name, or a page of registration: neither is fully synced (KB0058782). */
  readonly kind?: 'personal' | 'registration';
}

// Zoom's own domains, and those public detectors accept besides (portal.md 7.2, 2026-11-23). A sub-host needs the dot before it,
// so that `notzoom.us` is nobody.
const DOMAINS = ['zoom.us', 'zoomgov.com', 'zoom.com', 'zoom.com.cn', 'zoom-x.de'];
const CANDIDATE = /\b(?:https|zoommtg):\/\/[^\s<>"'`()[\]{}|\\^]+/gi;
// Nine digits in old samples, ten for a personal meeting id, eleven for a generated one (portal.md 7.1).
const NUMBERED = [
  /^\/[jws]\/(\d{9,11})(?:\/|$)/,
  /^\/wc\/join\/(\d{9,11})(?:\/|$)/,
  /^\/wc\/(\d{9,11})\/(?:join|start)(?:\/|$)/,
];
const PERSONAL = /^\/my\/[^/]+/;
/** `/w/<n>` is a webinar's, or a meeting's with registration (portal.md 7.1). */
const REGISTRATION = /^\/(?:w|webinar\/register|meeting\/register)\//;

/**
 * The first Zoom meeting link in texts, in the order given (location before body: Zoom itself looks there). A link with a number is
 * preferred to one without. Subjects and shortened links do not count, as with Zoom.
 */
export function findZoomLink(texts: readonly string[]): ZoomLink | null {
  let unnumbered: ZoomLink | null = null;
  for (const text of texts)
    for (const [candidate] of text.matchAll(CANDIDATE)) {
      const link = readLink(candidate);
      if (link?.number !== undefined) return link;
      unnumbered ??= link;
    }
  return unnumbered;
}

/** Address that joins the meeting; `null` when the number is not known. */
export function joinAddress({ zoom, zoomHost }: { zoom?: string; zoomHost?: string }): string | null {
  return zoom === undefined || zoomHost === undefined ? null : `https://${zoomHost}/j/${zoom}`;
}

function readLink(candidate: string): ZoomLink | null {
  if (!URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  const host = url.hostname.toLowerCase();
  // A host of `zoommtg:` is opaque to the parser and may carry escapes: it is no name then.
  if (url.username || url.password || url.port || !/^[a-z0-9.-]+$/.test(host)) return null;
  if (!DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`))) return null;
  const number = url.protocol === 'zoommtg:' ? clientNumber(url) : pathNumber(url.pathname);
  const kind = kindOf(url.pathname);
  if (number === undefined && kind === undefined) return null;
  return { host, ...(number === undefined ? {} : { number }), ...(kind === undefined ? {} : { kind }) };
}

function kindOf(path: string): ZoomLink['kind'] {
  if (PERSONAL.test(path)) return 'personal';
  return REGISTRATION.test(path) ? 'registration' : undefined;
}

function pathNumber(path: string): string | undefined {
  for (const shape of NUMBERED) {
    const found = shape.exec(path);
    if (found) return found[1];
  }
  return undefined;
}

/** `zoommtg://zoom.us/join?confno=…`, the address that opens Zoom's own client. */
function clientNumber(url: URL): string | undefined {
  const number = url.searchParams.get('confno') ?? '';
  return url.pathname === '/join' && /^\d{9,11}$/.test(number) ? number : undefined;
}
