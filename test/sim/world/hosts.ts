/** Names the portal stand-in answers to. */
export const PORTAL_HOSTS = ['zoom.us', '*.zoom.us', 'zoomgov.com', '*.zoomgov.com'] as const;
export const ENTRA_HOST = 'login.microsoftonline.com';
export const GRAPH_HOST = 'graph.microsoft.com';

/** Pages the product links to; the world shows a plain card there instead of a failure. */
export const LINKED_HOSTS = [
  'library.zoom.com',
  'support.zoom.com',
  'developers.zoom.us',
  'learn.microsoft.com',
  'techcommunity.microsoft.com',
  'entra.microsoft.com',
  'portal.azure.com',
  'outlook.office365.com',
  'outlook.office.com',
  'teams.microsoft.com',
  'workbench.cisecurity.org',
  'www.cisecurity.org',
] as const;

export const ALL_HOSTS: readonly string[] = [...PORTAL_HOSTS, ENTRA_HOST, GRAPH_HOST, ...LINKED_HOSTS];

/** Hosts Chromium itself asks for whatever its flags; they say nothing of the extension. */
export const CHROMIUM_OWN_HOSTS: readonly string[] = [
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'update.googleapis.com',
];

/** Whether a request for an unknown host is the browser's own: its services, or the end of a web-auth flow. */
export const isBrowsersOwn = (host: string): boolean =>
  CHROMIUM_OWN_HOSTS.includes(host) ||
  host.endsWith('.chromiumapp.org') ||
  host.endsWith('.extensions.allizom.org');

export type Service = 'portal' | 'entra' | 'graph' | 'linked';

/** Which stand-in answers for a host name; `undefined` for a name this world does not know. */
export function serviceOf(host: string): Service | undefined {
  if (host === ENTRA_HOST) return 'entra';
  if (host === GRAPH_HOST) return 'graph';
  if ((LINKED_HOSTS as readonly string[]).includes(host)) return 'linked';
  const fits = PORTAL_HOSTS.some((name) =>
    name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name,
  );
  return fits ? 'portal' : undefined;
}
