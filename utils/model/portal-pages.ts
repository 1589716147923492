import type { Level } from './settings.ts';

/** The tab of Mail & Calendar; seen on the user page, assumed on the account page (portal.md 1, read 2026-11-23). */
const TAB = '?tab=zoomMailCalendar';

/**
 * The portal's page of a level, for a link from elsewhere.
 *
 * @param scope host and group as last seen, e.g. `us02web.zoom.us/AbC1`; zoom.us leads to the right host by itself
 */
export function portalPage(level: Level, scope = 'zoom.us'): string {
  const [host, group] = scope.split('/');
  const root = `https://${host}`;
  if (level === 'account') return `${root}/account/setting${TAB}`;
  if (level === 'user') return `${root}/profile/setting${TAB}`;
  if (level === 'profile') return `${root}/profile`;
  const path = group === undefined ? '' : `detail/${encodeURIComponent(group)}/detail`;
  return `${root}/account/group#/${path}`;
}
