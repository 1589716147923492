import { describe, expect, it } from 'vitest';
import { badgeFor } from '../../../utils/checks/health-badge.ts';
import { health } from '../../../utils/checks/health.ts';
import { DAY, HOUR } from '../../../utils/core/clock.ts';
import type { FactBook, PersonFact } from '../../../utils/model/facts.ts';
import { account, connected, input, keys, NOW, profile, sessions, trouble } from './health-input.ts';

const SINCE = NOW - 10 * DAY;
const DATES = sessions({ sessionsValidFrom: NOW - 2 * DAY, passwordChangedAt: NOW - 2 * DAY });
const shown = (email: string, seen = HOUR) =>
  profile({ status: 'connected', service: 'office365', email }, seen, SINCE);
const person = (value: PersonFact): FactBook => ({
  'microsoft/person': { value, source: 'microsoft-graph', observedAt: NOW - HOUR, goodFor: DAY },
});
const SIGNED_IN: FactBook = {
  'microsoft/account': {
    value: account,
    source: 'microsoft-entra',
    observedAt: NOW - DAY,
    goodFor: 365 * DAY,
  },
};
const MAYA = {
  ...SIGNED_IN,
  ...person({ mail: 'maya.laurent@alderfinch.example', userPrincipalName: account.username }),
};

describe('Zoom on another mailbox than the one signed in here', () => {
  const OTHER = ['half-known', 'none', 'health_other_mailbox'];

  it.each([
    ['fresh', HOUR],
    ['seen too long ago', 3 * DAY],
  ])('is not healthy, and no red either, %s', (_when, seen) => {
    const view = health(input({ facts: { ...MAYA, ...shown('otto@alderfinch.example', seen) } }));
    expect(keys(view)).toEqual(OTHER);
    expect([view.action?.id, view.certainty, badgeFor(view)]).toEqual(['open-profile', null, 'none']);
  });

  it('is known by the sign-in name alone, before the person was read', () => {
    const facts = { ...SIGNED_IN, ...shown('otto@alderfinch.example') };
    expect(keys(health(input({ facts })))).toEqual(OTHER);
  });

  it('gets no forecast from the dates of this one', () => {
    const mine = { ...MAYA, ...DATES, ...shown(account.username, 4 * DAY) };
    expect(health(input({ facts: mine })).title.key).toBe('health_may_have_lost');
    const theirs = { ...MAYA, ...DATES, ...shown('otto@alderfinch.example', 4 * DAY) };
    const view = health(input({ facts: theirs }));
    expect(keys(view)).toEqual(OTHER);
    expect(view.facts.map(({ value }) => value.key)).not.toContain('health_unchanged');
  });

  it('still has lost what Zoom’s own page shows as lost', () => {
    const lost = profile({ status: 'needs-attention', email: 'otto@alderfinch.example' }, HOUR);
    expect(health(input({ facts: { ...MAYA, ...lost } })).title.key).toBe('health_attention');
  });

  it.each([
    ['the sign-in name', 'MAYA@alderfinch.example'],
    ['the mail address', 'Maya.Laurent@Alderfinch.example'],
  ])('is not said of %s in another writing', (_what, email) => {
    expect(keys(health(input({ facts: { ...MAYA, ...shown(email) } })))).toEqual([
      'healthy',
      'good',
      'health_healthy',
    ]);
  });

  it('is not said where either address is unknown', () => {
    expect(health(input({ facts: { ...MAYA, ...connected() } })).state).toBe('healthy');
    expect(health(input({ facts: shown('otto@alderfinch.example') })).state).toBe('healthy');
  });
});

describe('a refusal at sign-in', () => {
  it('decides while it is fresh, and no longer', () => {
    const refused = trouble({ code: 'AADSTS90094', who: 'blocked' }, 'calendar');
    const facts = { ...connected(), ...refused };
    expect(health(input({ facts })).state).toBe('needs-you');
    const old = { ...refused['microsoft/trouble']!, observedAt: NOW - 8 * DAY, goodFor: 7 * DAY };
    const later = health(input({ facts: { ...connected(), 'microsoft/trouble': old } }));
    expect([later.state, badgeFor(later)]).toEqual(['healthy', 'none']);
  });
});
