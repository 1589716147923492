import { describe, expect, it } from 'vitest';
import { toObservation } from '../../../utils/model/observation-guard.ts';

const JUNK = 'x'.repeat(1_000_000);
const PROFILE = {
  page: 'profile',
  scope: 'zoom.us',
  recognition: 'recognised',
  recognised: 1,
  expected: 1,
  settings: [
    {
      id: 'profile-connection',
      value: {
        status: 'connected',
        service: 'office365',
        email: 'maya@alderfinch.example',
        permissions: ['calendar-read'],
      },
      lock: 'unknown',
    },
  ],
  zoomEmail: 'maya@alderfinch.example',
  hide: ['profile-connection@profile'],
};
const [CONNECTION] = PROFILE.settings;
const SETTING = { id: 'two-way-sync', value: 'on', lock: 'unlocked' };
const MEETING = { number: '81234567890', day: 'Today', time: '10:00 AM - 11:00 AM', theirs: true };
const LIST = {
  page: 'meetings',
  recognition: 'recognised',
  recognised: 1,
  expected: 1,
  settings: [],
  meetings: [MEETING],
};
const USER = { page: 'user-settings', recognition: 'recognised', recognised: 1, expected: 1 };

describe('an observation from a page', () => {
  it('is copied, member by member', () => {
    const seen = toObservation(PROFILE);
    expect(seen).toEqual(PROFILE);
    expect(seen?.settings[0]?.value).not.toBe(CONNECTION?.value);
  });

  it('loses what nobody asked for, wherever it stands', () => {
    const stuffed = {
      ...PROFILE,
      junk: JUNK,
      settings: [{ ...CONNECTION, junk: JUNK, value: { ...CONNECTION?.value, junk: JUNK } }],
    };
    expect(toObservation(stuffed)).toEqual(PROFILE);
  });

  it('of the list of meetings keeps number and time, and neither topic nor name', () => {
    const told = {
      ...LIST,
      meetings: [
        { ...MEETING, topic: JUNK, host: 'Otto' },
        { ...MEETING, theirs: 'yes' },
      ],
    };
    const { theirs: _, ...mine } = MEETING;
    expect(toObservation(told)).toEqual({ ...LIST, meetings: [MEETING, mine] });
  });

  it('has a sign-in address only of the profile page, and each hidden key once', () => {
    const seen = toObservation({ ...USER, settings: [SETTING], zoomEmail: 'a@b.example', hide: ['a', 'a'] });
    expect(seen).toEqual({ ...USER, settings: [SETTING], hide: ['a'] });
  });

  it.each([
    ['a setting told twice', { ...USER, settings: [SETTING, { ...SETTING, value: 'off' }] }],
    [
      'a setting of another page',
      { ...USER, settings: [{ ...SETTING, id: 'authorize-with', value: 'ews' }] },
    ],
    ['a connection on a settings page', { ...USER, settings: [CONNECTION] }],
    ['meetings on another page', { ...USER, settings: [], meetings: [MEETING] }],
    ['more meetings than a page shows', { ...LIST, meetings: Array.from({ length: 101 }, () => MEETING) }],
    ['a meeting number that is none', { ...LIST, meetings: [{ ...MEETING, number: '12 34' }] }],
    ['a time longer than a time', { ...LIST, meetings: [{ ...MEETING, time: 'x'.repeat(81) }] }],
    ['a setting on the meetings page', { ...USER, page: 'meetings', settings: [SETTING] }],
    [
      'a right told twice',
      {
        ...USER,
        page: 'account-settings',
        settings: [{ id: 'permissions', value: ['calendar-read', 'calendar-read'], lock: 'unlocked' }],
      },
    ],
    ['a scope that fills the store', { ...PROFILE, scope: JUNK }],
    ['a scope with a space', { ...PROFILE, scope: 'zoom.us maya' }],
    ['an address that fills the store', { ...PROFILE, zoomEmail: 'x'.repeat(400) }],
    [
      'a connection’s address that fills the store',
      {
        ...PROFILE,
        settings: [{ ...CONNECTION, value: { status: 'connected', email: 'x'.repeat(400) } }],
      },
    ],
    ['a count that is none', { ...PROFILE, recognised: -1 }],
    ['a list', []],
    ['nothing', null],
  ])('is refused with %s', (_what, value) => {
    expect(toObservation(value)).toBeNull();
  });
});

describe('taught controls told by a page', () => {
  const locator = {
    setting: 'two-way-sync',
    page: 'user-settings',
    path: ['div.row', 'button[switch]'],
    words: 'a',
    shape: 'b',
    tab: 'c',
    taughtAt: 1,
  };

  it.each(['taught', 'dropped'])('are copied as %s', (name) => {
    const told = { ...USER, settings: [], [name]: [locator] };
    expect(toObservation(told)).toEqual(told);
  });

  it.each([
    ['another page', { ...locator, page: 'account-settings' }],
    ['a setting the page has not', { ...locator, setting: 'permissions' }],
    ['markup in the path', { ...locator, path: ['<img src=x onerror=1>'] }],
    ['text in a fingerprint', { ...locator, words: 'Maya Ortiz' }],
    ['more than it has', { ...locator, html: JUNK }],
    ['no record', JUNK],
  ])('are refused whole: %s', (_name, bad) => {
    for (const name of ['taught', 'dropped'])
      expect(toObservation({ ...USER, settings: [], [name]: [locator, bad] })).toBeNull();
  });

  it('are refused when they are no list, or too long a one', () => {
    for (const bad of [locator, JUNK, 1, null, Array.from({ length: 101 }, () => locator)])
      expect(toObservation({ ...USER, settings: [], taught: bad })).toBeNull();
  });
});
