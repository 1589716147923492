import { describe, expect, it } from 'vitest';
import { badgeFor } from '../../../utils/checks/health-badge.ts';
import { forecast } from '../../../utils/checks/health-forecast.ts';
import { health } from '../../../utils/checks/health.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/core/clock.ts';
import type { FactBook } from '../../../utils/model/facts.ts';
import { NOW, profile, connected, sessions, input, trouble } from './health-input.ts';

describe('the forecast', () => {
  const SINCE = NOW - 10 * DAY;
  const lately = NOW - DAY;

  it.each([
    [{ status: 'not-connected' }, 'bad', 'health_disconnected', 'broken'],
    [{ status: 'needs-attention' }, 'bad', 'health_attention', 'broken'],
    [{ status: 'connected', service: 'google' }, 'ask', 'health_other_service', 'needs-you'],
  ] as const)('confirms only what Zoom’s page shows: %o', (connection, tone, title, badge) => {
    const view = health(input({ facts: profile(connection) }));
    expect([view.state, view.tone, view.title.key, view.certainty]).toEqual([
      'problem',
      tone,
      title,
      'confirmed',
    ]);
    expect(badgeFor(view)).toBe(badge);
    expect(health(input({ facts: profile(connection), account: null, sync: null })).state).toBe('problem');
  });

  it('does not confirm by a page seen too long ago', () => {
    const view = health(input({ facts: profile({ status: 'not-connected' }, 2 * DAY) }));
    expect([view.tone, view.title.key]).toEqual(['none', 'health_was_off']);
  });

  it('likely: sessions revoked after the link was made, the password untouched', () => {
    const facts = {
      ...connected(4 * DAY, SINCE),
      ...sessions({ sessionsValidFrom: lately, passwordChangedAt: SINCE - DAY }),
    };
    const view = health(input({ facts }));
    expect([view.title.key, view.tone, view.certainty]).toEqual(['health_probably_lost', 'ask', 'likely']);
    expect(badgeFor(view)).toBe('needs-you');
  });

  it.each([
    ['the password alone changed', { sessionsValidFrom: SINCE - DAY, passwordChangedAt: lately }],
    ['both dates moved together', { sessionsValidFrom: lately, passwordChangedAt: lately - MINUTE }],
  ])('possible: %s', (_what, dates) => {
    const view = health(input({ facts: { ...connected(4 * DAY, SINCE), ...sessions(dates) } }));
    expect([view.title.key, view.certainty]).toEqual(['health_may_have_lost', 'possible']);
    expect(badgeFor(view)).toBe('none');
  });

  it.each([
    [
      'Zoom showed it connected well after that',
      { ...connected(HOUR, SINCE), ...sessions({ sessionsValidFrom: lately, passwordChangedAt: lately }) },
    ],
    [
      'the dates lie before the link',
      {
        ...connected(HOUR, SINCE),
        ...sessions({ sessionsValidFrom: SINCE - 1, passwordChangedAt: SINCE - 1 }),
      },
    ],
    [
      'Microsoft’s dates are too old',
      {
        ...connected(4 * DAY, SINCE),
        ...sessions({ sessionsValidFrom: lately, passwordChangedAt: null }, 25 * HOUR),
      },
    ],
    [
      'nobody knows since when it is connected',
      { ...connected(4 * DAY), ...sessions({ sessionsValidFrom: lately, passwordChangedAt: lately }) },
    ],
    [
      'no person’s grant is involved',
      {
        ...connected(4 * DAY, SINCE),
        ...sessions({ sessionsValidFrom: lately, passwordChangedAt: null }),
        'portal/account': {
          value: {
            page: 'account-settings',
            recognition: 'recognised',
            recognised: 9,
            expected: 9,
            settings: { 'setup-method': { value: 'application-permissions', lock: 'unlocked' } },
          },
          source: 'zoom-portal',
          observedAt: NOW - HOUR,
          goodFor: 7 * DAY,
        },
      },
    ],
  ] as [string, FactBook][])('says nothing when %s', (_what, facts) => {
    expect(health(input({ facts })).state).toBe('healthy');
  });
});

describe('the forecast by settings', () => {
  const SINCE = NOW - 10 * DAY;
  const page = (settings: object, age = HOUR) => ({
    value: { page: 'account-settings', recognition: 'recognised', recognised: 9, expected: 9, settings },
    source: 'zoom-portal',
    observedAt: NOW - age,
    goodFor: 7 * DAY,
  });
  const method = (value: string, lock = 'unlocked') => page({ 'setup-method': { value, lock } });
  const revoked = {
    ...connected(4 * DAY, SINCE),
    ...sessions({ sessionsValidFrom: NOW - DAY, passwordChangedAt: null }),
  };
  const of = (more: object, change: object = {}) => {
    const view = health(input({ facts: { ...revoked, ...more }, ...change }));
    return view.certainty;
  };

  it.each([
    ['the account alone says OAuth', { 'portal/account': method('oauth') }, 'likely'],
    [
      'the account alone says application permissions',
      { 'portal/account': method('application-permissions') },
      null,
    ],
    [
      'a group says what the account does not',
      { 'portal/account': method('oauth'), 'portal/group': method('application-permissions') },
      'possible',
    ],
    ['only some group was seen', { 'portal/group': method('application-permissions') }, 'possible'],
    [
      'a group keeps OAuth where the account does not',
      { 'portal/account': method('application-permissions'), 'portal/group': method('oauth') },
      'possible',
    ],
    [
      'the account’s choice is locked',
      { 'portal/account': method('application-permissions', 'locked'), 'portal/group': method('oauth') },
      null,
    ],
  ])('whose grant it is: %s', (_what, facts, certainty) => {
    expect(of(facts)).toBe(certainty);
  });

  const ews = (settings: object) =>
    page({ 'authorize-with': { value: 'ews', lock: 'unlocked' }, ...settings });
  const view = (facts: object, change: object = {}) =>
    health(input({ facts: { ...connected(), ...facts }, ...change }));

  it('likely lost: EWS still chosen after Microsoft began to block it', () => {
    const likely = view({ 'portal/account': ews({}) });
    expect([likely.certainty, likely.tone, likely.text[0]?.key]).toEqual(['likely', 'ask', 'health_ews_why']);
    expect(badgeFor(likely)).toBe('needs-you');
    expect(view({ 'portal/account': ews({}) }, { account: null, sync: null }).certainty).toBe('likely');
  });

  it('EWS is no matter before 1 October 2026, on servers of one’s own, or long ago', () => {
    const own = { 'default-service': { value: 'exchange', lock: 'unlocked' } };
    expect(view({ 'portal/account': ews(own) }).certainty).toBeNull();
    expect(view({ 'portal/account': { ...ews({}), observedAt: NOW - 8 * DAY } }).certainty).toBeNull();
    const before = Date.UTC(2026, 8, 30, 23, 59);
    const then = { ...ews({}), observedAt: before };
    expect(forecast({ 'portal/account': then } as FactBook, before)).toBeNull();
    expect(forecast({ 'portal/account': then } as FactBook, before + MINUTE)).toMatchObject({ kind: 'ews' });
  });

  it('EWS in a group need not be this person’s', () => {
    expect(view({ 'portal/group': ews({}) }).certainty).toBe('possible');
    const locked = page({ 'authorize-with': { value: 'graph', lock: 'locked' } });
    expect(view({ 'portal/group': ews({}), 'portal/account': locked }).certainty).toBeNull();
  });

  it('possible: our own token refused as revoked, said beside the sign-in that is asked for', () => {
    const refused = trouble({ code: 'AADSTS50173', who: 'person' });
    const facts = { ...connected(4 * DAY, SINCE), ...refused };
    expect(forecast(facts, NOW)).toMatchObject({ kind: 'refused', certainty: 'possible' });
    const asked = health(input({ facts }));
    expect(asked.state).toBe('needs-you');
    expect(asked.text.at(-1)?.key).toBe('health_may_have_lost_too');
    expect(forecast({ ...facts, ...trouble({ code: 'AADSTS700084', who: 'person' }) }, NOW)).toBeNull();
  });
});

describe('what it rests on', () => {
  it('lists each fact with its age and marks those past their limit', () => {
    const facts: FactBook = {
      ...connected(25 * HOUR, NOW - 10 * DAY),
      ...sessions({ sessionsValidFrom: NOW - 20 * DAY, passwordChangedAt: NOW - 20 * DAY }),
      'calendar/contents': {
        value: { events: 214, windowStart: 0, windowEnd: 1 },
        source: 'microsoft-graph',
        observedAt: NOW - 4 * MINUTE,
        goodFor: DAY,
      },
    };
    expect(health(input({ facts })).facts.map((row) => [row.name.key, row.value.key, row.stale])).toEqual([
      ['health_fact_calendar', 'health_read', false],
      ['health_fact_profile', 'health_connected_office', true],
      ['health_fact_sessions', 'health_unchanged', false],
    ]);
  });

  it('says that nobody has looked rather than nothing', () => {
    expect(
      health(input({ facts: {}, account: null, sync: null })).facts.map((row) => [
        row.value.key,
        row.observedAt,
      ]),
    ).toEqual([
      ['health_not_asked', null],
      ['health_not_seen_yet', null],
    ]);
  });

  it('knows a page that looks different', () => {
    const known = connected();
    const fact = known['portal/profile'];
    if (!fact) throw new Error('the fixture has a profile');
    const facts: FactBook = {
      'portal/profile': { ...fact, value: { ...fact.value, unrecognisedAt: NOW - MINUTE } },
    };
    expect(health(input({ facts })).unfamiliarAt).toBe(NOW - MINUTE);
    expect(health(input()).unfamiliarAt).toBeNull();
  });
});
