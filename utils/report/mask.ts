import { behindProxy, isExactHost, OTHER_PRODUCTS } from '../model/portal-hosts.ts';

/** What stands for a name nobody needs to know. */
export const HIDDEN = '•••';

/** A mail address or sign-in name, wherever it stands in a text. */
const ADDRESS = /([^\s@<>()"'`,;:|[\]]+)@([^\s@<>()"'`,;:|[\]]+\.[^\s@<>()"'`,;:|[\].]+)/gu;

/** A host under Zoom's own names, with what stands before them. */
const ZOOM_HOST = /\b([a-z0-9-]+(?:\.[a-z0-9-]+)*)\.(zoom\.us|zoomgov\.com)\b/gi;
/** Zoom's own hosts and clusters, which say nothing of whose account it is (portal.md 4.1). */
const ZOOMS_OWN = new RegExp(`^(?:www|[a-z]{2}\\d{2}web|${OTHER_PRODUCTS.join('|')})$`, 'i');

/** Masks for one file: the same name has the same number in all of it, so that a reader can still tell two apart. */
export interface Mask {
  /** The text with no address, no host and no domain of an organisation's own: `m•••@•••1`, `•••2.zoom.us`. */
  readonly text: (text: string) => string;
  /** What stands for the name of a person or an organisation; a host or domain keeps its number. */
  readonly name: (name: string) => string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const isZooms = (host: string) => /(?:^|\.)(?:zoom\.us|zoomgov\.com)$/.test(behindProxy(host));

/**
 * @param names addresses, hosts and domains known beforehand: they are hidden wherever they stand, and get the first numbers
 */
export function createMask(names: readonly string[] = []): Mask {
  const numbers = new Map<string, string>();
  const numbered = (name: string): string => {
    const key = name.toLowerCase();
    const known = numbers.get(key) ?? `${HIDDEN}${numbers.size + 1}`;
    numbers.set(key, known);
    return known;
  };
  const withoutHosts = (text: string) =>
    text.replace(ZOOM_HOST, (all, before: string, zoom: string) =>
      ZOOMS_OWN.test(before) ? all : `${numbered(before)}.${zoom}`,
    );
  const own: string[] = [];
  for (const name of names) {
    const host = name.slice(name.indexOf('@') + 1).toLowerCase();
    if (isZooms(host)) withoutHosts(host);
    else if (isExactHost(host) && numbered(host)) own.push(escaped(host));
  }
  const known = own.length > 0 ? new RegExp(`(?<![\\w-])(?:${own.join('|')})(?![\\w-])`, 'gi') : null;

  const text = (given: string): string => {
    const noAddress = given.replace(
      ADDRESS,
      (_all, local: string, domain: string) => `${[...local][0]}${HIDDEN}@${numbered(domain)}`,
    );
    const noHost = withoutHosts(noAddress);
    return known ? noHost.replace(known, numbered) : noHost;
  };
  return {
    text,
    name(given) {
      const host = given.slice(given.indexOf('@') + 1).toLowerCase();
      // Anything else around it may be somebody's name.
      if (!isExactHost(host) || /\s/.test(given)) return HIDDEN;
      if (host.length < given.length || isZooms(host)) return text(given);
      return numbered(host);
    },
  };
}

/** The text with no trace of any address. */
export function dropAddresses(text: string): string {
  return text.replace(ADDRESS, HIDDEN);
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9._:/[\]-]{0,63}$/;

/** A code of ours or of the other side as it is; anything else is somebody's text and stays out. */
export function asCode(text: string): string {
  return CODE.test(text) ? text : 'not-a-code';
}
