import { describe, expect, it } from 'vitest';
import { badgeFor } from '../../../utils/checks/health-badge.ts';
import { health } from '../../../utils/checks/health.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/core/clock.ts';
import { NOW, profile, connected, trouble, sync, input, keys } from './health-input.ts';

describe('the named states', () => {
  it('healthy: Outlook answered and Zoom shows the calendar as connected', () => {
    const view = health(input());
    expect(keys(view)).toEqual(['healthy', 'good', 'health_healthy']);
    expect(view.action).toBeNull();
    expect(view.certainty).toBeNull();
  });

  it('is never green by an answer dated in the future, nor at work since then', () => {
    const ahead = sync({ completedAt: NOW + 30 * DAY });
    expect(health(input({ sync: ahead })).tone).not.toBe('good');
    const run = sync({ state: 'fetching', attemptedAt: NOW + 30 * DAY });
    expect(health(input({ sync: run })).state).not.toBe('working');
    expect(health(input({ sync: sync({ notBefore: NOW + 400 * DAY }) })).state).not.toBe('waiting');
  });

  it('tells the next check while it lies ahead and somebody could go online for it', () => {
    const due = (more: Parameters<typeof input>[0]) =>
      health(input(more)).meta.some(({ key }) => key === 'health_next_check');
    expect(due({ nextCheckAt: NOW + 60_000 })).toBe(true);
    expect(due({ nextCheckAt: NOW - 60_000 })).toBe(false);
    expect(due({ nextCheckAt: NOW + 60_000, online: false })).toBe(false);
    expect(due({})).toBe(false);
  });

  it.each([
    ['never seen', {}, 'health_zoom_side_unseen'],
    ['seen and not understood', profile('unknown'), 'health_zoom_side_unseen'],
    ['seen too long ago', connected(25 * HOUR), 'health_zoom_side_old'],
  ] as const)('healthy with Zoom %s names Outlook alone and says so', (_what, facts, text) => {
    const view = health(input({ facts }));
    expect(keys(view)).toEqual(['healthy', 'good', 'health_outlook_answers']);
    expect(view.text.map((message) => message.key)).toEqual([text]);
    expect(view.action?.id).toBe('open-profile');
  });

  it('working while a run is under way, and not for ever', () => {
    const running = sync({ state: 'fetching', attemptedAt: NOW - 3_000 });
    expect(keys(health(input({ sync: running })))).toEqual(['working', 'busy', 'health_working']);
    const cutOff = sync({ state: 'fetching', attemptedAt: NOW - 6 * MINUTE, completedAt: NOW - 6 * MINUTE });
    expect(health(input({ sync: cutOff })).state).toBe('healthy');
  });

  it('working on the first read counts what it has so far', () => {
    const { completedAt: _, ...first } = sync({ state: 'fetching', attemptedAt: NOW - 3_000 });
    const round = { pages: 2, barren: 0, recent: [], removed: 0, events: 90 };
    const view = health(input({ sync: { ...first, round } }));
    expect(view.title.key).toBe('health_first_read');
    expect(view.meta).toEqual([{ key: 'health_so_far', params: { count: 90 } }]);
  });

  it('waiting until the server’s word, in its words', () => {
    const until = NOW + 14 * MINUTE;
    const view = health(
      input({
        sync: sync({ state: 'coolingDown', notBefore: until, error: { code: 'http-429', who: 'wait' } }),
      }),
    );
    expect(keys(view)).toEqual(['waiting', 'busy', 'health_waiting']);
    expect(view.title.params).toEqual({ time: { at: until, style: 'time' } });
    expect(view.meta).toContainEqual({ key: 'health_left', params: { count: 14 } });
    expect(view.action).toBeNull();
  });

  it('stale past a day, whatever else is fresh', () => {
    const old = sync({ completedAt: NOW - 3 * DAY, notBefore: NOW + HOUR });
    const view = health(input({ sync: old }));
    // Zoom's side was looked at after that answer: of the moment it came, only Outlook's is known.
    expect(keys(view)).toEqual(['stale', 'none', 'health_outlook_answered']);
    expect(view.action?.id).toBe('sync-now');
    expect(view.calendarAsOf).toBe(NOW - 3 * DAY);
  });

  it('first run: nobody signed in, nothing seen', () => {
    const view = health(input({ account: null, facts: {}, sync: null }));
    expect(keys(view)).toEqual(['first-run', 'none', 'health_first_run']);
    expect([view.action?.id, view.second?.id]).toEqual(['sign-in', 'open-profile']);
    expect(health(input({ account: null, facts: {}, sync: null, configured: false })).action?.id).toBe(
      'open-options',
    );
  });

  it('half known: the portal’s side alone is never green', () => {
    const view = health(input({ account: null, sync: null }));
    expect(keys(view)).toEqual(['half-known', 'none', 'health_half_connected']);
    const old = health(input({ account: null, sync: null, facts: connected(2 * DAY) }));
    expect(old.title.key).toBe('health_half');
  });
});

describe('green ends', () => {
  it.each([
    [2 * HOUR, 'healthy'],
    [2 * HOUR + 1, 'stale'],
    [DAY + 1, 'stale'],
  ])('with an answer %i ms old the state is %s', (age, state) => {
    expect(health(input({ sync: sync({ completedAt: NOW - age }) })).state).toBe(state);
  });

  it.each([
    ['failed', { state: 'failed', error: { code: 'offline', who: 'wait' } }],
    ['told to wait', { notBefore: NOW + HOUR, error: { code: 'offline', who: 'wait' } }],
  ] as const)(
    'offline, the last try %s: what was known, in grey, and no button that leads nowhere',
    (_what, how) => {
      const seen = { completedAt: NOW - 20 * MINUTE, ...how };
      const view = health(input({ online: false, sync: sync(seen) }));
      expect(keys(view)).toEqual(['stale', 'none', 'health_was_healthy']);
      expect(view.title.params).toEqual({ age: { key: 'age_minutes', params: { count: 20 } } });
      expect(view.text.map(({ key }) => key)).toContain('health_offline');
      expect([view.action, view.code]).toEqual([null, null]);
    },
  );

  it.each([
    ['Zoom’s side was unknown', {}, 'health_outlook_answered'],
    ['Zoom’s side was not connected', profile({ status: 'not-connected' }, 90 * DAY), 'health_was_off'],
  ] as const)('old, when %s then, is told as that', (_what, facts, title) => {
    const view = health(input({ facts, sync: sync({ completedAt: NOW - 3 * HOUR }) }));
    expect(keys(view)).toEqual(['stale', 'none', title]);
  });

  it('when the last try failed for good, though the answer is young', () => {
    const view = health(
      input({ sync: sync({ state: 'failed', error: { code: 'x', who: 'bug', raw: 'TypeError' } }) }),
    );
    expect(view.tone).toBe('none');
    expect(view.code).toBe('TypeError');
  });

  it('and is never shown without an answer', () => {
    const { completedAt: _, ...never } = sync();
    for (const state of ['idle', 'failed', 'needsResync', 'coolingDown'] as const)
      expect(health(input({ sync: { ...never, state } })).tone, state).not.toBe('good');
  });
});

describe('a person is needed', () => {
  it.each([
    ['AADSTS700084', 'person', 'health_sign_in_again', 'sign-in'],
    ['AADSTS65001', 'person', 'health_allow_calendar', 'grant-calendar'],
    ['consent-needed', 'person', 'health_allow_calendar', 'grant-calendar'],
    ['AADSTS90094', 'blocked', 'health_admin_must_approve', 'copy-admin-message'],
    ['AADSTS53003', 'blocked', 'health_rules_refused', 'copy-admin-message'],
    ['AADSTS50105', 'blocked', 'health_refused', 'copy-admin-message'],
    ['AADSTS50011', 'blocked', 'health_registration', 'open-options'],
    ['no-mailbox', 'blocked', 'health_no_mailbox', 'choose-account'],
    ['no-client-id', 'person', 'health_no_client', 'open-options'],
  ] as const)('%s', (code, who, title, action) => {
    const view = health(input({ facts: { ...connected(), ...trouble({ code, who, raw: code }) } }));
    expect([view.state, view.title.key, view.action?.id]).toEqual(['needs-you', title, action]);
    expect(badgeFor(view)).toBe('needs-you');
    const fromSync = health(input({ sync: sync({ state: 'needsPerson', error: { code, who } }) }));
    expect(fromSync.title.key).toBe(title);
  });

  it.each([
    ['AADSTS65004', 'person', 'health_sign_in_first', 'sign-in'],
    ['AADSTS90094', 'blocked', 'health_admin_must_approve_sign_in', 'copy-admin-message'],
    ['AADSTS53003', 'blocked', 'health_rules_refused', 'copy-admin-message'],
    ['no-client-id', 'person', 'health_no_client', 'open-options'],
  ] as const)(
    '%s at the first step speaks of the sign-in, not of the calendar',
    (code, who, title, action) => {
      const facts = trouble({ code, who }, 'sign-in');
      const view = health(input({ account: null, sync: null, facts }));
      expect([view.title.key, view.action?.id]).toEqual([title, action]);
      expect(view.second?.id).not.toBe('grant-calendar');
    },
  );

  it('to allow the calendar right after signing in by name', () => {
    for (const none of [null, sync({ state: 'signedOut' })])
      expect(health(input({ sync: none })).action?.id).toBe('grant-calendar');
  });

  it('to confirm that much is gone', () => {
    const view = health(
      input({ sync: sync({ state: 'suspectShrink', shrink: { before: 200, gone: 180 } }) }),
    );
    expect(view.action?.id).toBe('confirm-shrink');
    expect(view.text[0]?.params).toEqual({ gone: 180, before: 200 });
  });

  it('to name an application, only once somebody wants to sign in', () => {
    expect(health(input({ configured: false })).title.key).toBe('health_no_client');
    expect(health(input({ configured: false, account: null, sync: null })).state).toBe('half-known');
  });

  it('not when a sign-in was cancelled or only has to wait', () => {
    for (const who of ['cancelled', 'wait'] as const)
      expect(health(input({ facts: { ...connected(), ...trouble({ code: 'x', who }) } })).state).toBe(
        'healthy',
      );
  });

  it('and refusals show without an account too', () => {
    const facts = trouble({ code: 'AADSTS90094', who: 'blocked' });
    expect(health(input({ account: null, sync: null, facts })).title.key).toBe('health_admin_must_approve');
  });
});
