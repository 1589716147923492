import { expect, it } from 'vitest';
import { isPortalAddress } from '../../../utils/model/portal-hosts.ts';
import { portalPage } from '../../../utils/model/portal-pages.ts';
import type { Level } from '../../../utils/model/settings.ts';

it.each([
  ['account', undefined, 'https://zoom.us/account/setting?tab=zoomMailCalendar'],
  ['account', 'acme.zoomgov.com', 'https://acme.zoomgov.com/account/setting?tab=zoomMailCalendar'],
  ['group', 'zoom.us/AbC1', 'https://zoom.us/account/group#/detail/AbC1/detail'],
  ['group', 'zoom.us', 'https://zoom.us/account/group#/'],
  ['user', 'us02web.zoom.us', 'https://us02web.zoom.us/profile/setting?tab=zoomMailCalendar'],
  ['profile', undefined, 'https://zoom.us/profile'],
] as const)('the page of %s as seen on %s, where our notes stand', (level, scope, address) => {
  expect(portalPage(level satisfies Level, scope)).toBe(address);
  expect(isPortalAddress(new URL(address))).toBe(true);
});
