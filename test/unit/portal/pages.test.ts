import { expect, test } from 'vitest';
import { isSignIn, pageOf, readPortal } from '../../../utils/portal/index.ts';
import { tabOf } from '../../../utils/portal/pages.ts';

const NOISE = 'ampDeviceId=6ad31d8d&ampSessionId=17&_x_zm_rtaid=abc';

test.each([
  ['https://zoom.us/account/setting', 'account-settings'],
  [`https://us02web.zoom.us/account/setting?${NOISE}&tab=zoomMailCalendar`, 'account-settings'],
  ['https://eu01web.zoom.us/account/setting/security', 'account-settings'],
  ['https://admin.zoom.us/account/setting/?tab=security', 'account-settings'],
  ['https://acme.zoom.us/profile/setting?tab=meeting#CalendarEventSyncBackToMeeting', 'user-settings'],
  ['https://www.zoom.us/profile?page_from=client', 'profile'],
  ['https://zoomgov.com/profile/', 'profile'],
  ['https://acme.zoomgov.com/meeting#/upcoming', 'meetings'],
  ['https://zoom.us/meeting', 'meetings'],
  ['https://zoom.us/meeting#/upcoming?page=2', 'meetings'],
  ['https://zoom.us/account/group#/detail/gAbc/detail', 'group-settings'],
] as const)('%s is %s', (url, page) => {
  expect(pageOf(url)).toBe(page);
});

test.each([
  'http://zoom.us/account/setting',
  'https://zoom.us.evil.example/account/setting',
  'https://evilzoom.us/account/setting',
  'https://zoom.us@evil.example/profile',
  'https://a.b.zoom.us/profile',
  'https://us05whiteboard.zoom.us/profile',
  'https://us05tasks.zoom.us/meeting',
  'https://zoom.us/account/settings',
  'https://zoom.us/account/group#/',
  'https://zoom.us/profile/privacy',
  'https://zoom.us/meeting/schedule',
  'https://zoom.us/meeting#/previous',
  'https://zoom.us/signin',
  'about:blank',
  'not an address',
])('%s is no page of ours', (url) => {
  expect(pageOf(url)).toBeNull();
});

test('elsewhere the page is not even looked at', () => {
  const trap = new Proxy({}, { get: () => expect.unreachable('the page was read') }) as Document;
  expect(readPortal(trap, 'https://zoom.us/recording')).toEqual({
    page: null,
    recognition: 'unrecognised',
    settings: [],
    recognised: 0,
    expected: 0,
    look: 'old',
  });
  expect(readPortal(trap, 'https://zoom.us/signin?x=1').recognition).toBe('signed-out');
});

test('signed-out landings and tabs are read from the address', () => {
  expect(isSignIn('https://zoom.us/login')).toBe(true);
  expect(isSignIn('https://evil.example/login')).toBe(false);
  expect(tabOf(`https://zoom.us/profile/setting?${NOISE}&tab=zoomMailCalendar`)).toBe('mail');
  expect(tabOf('https://zoom.us/account/setting/zoomMailCalendar')).toBe('mail');
  expect(tabOf('https://zoom.us/account/setting/security')).toBe('other');
  expect(tabOf('https://zoom.us/account/setting')).toBeNull();
});
