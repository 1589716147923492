import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../utils/core/clock.ts';
import { limitsOf, syncContext } from '../../../utils/meetings/index.ts';
import type { FactBook } from '../../../utils/model/facts.ts';
import type { SyncVersion } from '../../../utils/model/meetings.ts';
import { A, event, NOW } from './compare-input.ts';

const keys = (more: Parameters<typeof event>[1], version: SyncVersion = 'unknown', hours = 2) =>
  limitsOf(event(hours, more), version, NOW).map(({ words, certainty }) => [words.key, certainty]);

describe('why a meeting may not sync', () => {
  it.each([
    ['registration', { zoom: A, link: 'registration' }, 'meeting_why_registration', 'likely'],
    ['a personal link', { link: 'personal' }, 'meeting_why_personal', 'likely'],
    ['ten digits', { zoom: '5551234567' }, 'meeting_why_personal_maybe', 'possible'],
    ['a link in the subject', { link: 'subject' }, 'meeting_why_subject', 'possible'],
  ] as const)('%s, whichever sync it is', (_what, more, key, certainty) => {
    for (const version of ['unknown', '1.0', '2.0'] as const)
      expect(keys(more, version)).toEqual([[key, certainty]]);
  });

  it.each([
    ['1.0', 'meeting_why_exception', 'meeting_why_far', 'likely'],
    ['unknown', 'meeting_why_exception_maybe', 'meeting_why_far_maybe', 'possible'],
  ] as const)('one date of a series, and 30 days: sync %s', (version, exception, far, certainty) => {
    expect(keys({ zoom: A, type: 'exception' }, version)).toEqual([[exception, certainty]]);
    expect(keys({ zoom: A }, version, 30 * 24)).toEqual([]);
    expect(keys({ zoom: A }, version, 30 * 24 + 1)).toEqual([[far, certainty]]);
  });

  it('neither under sync 2.0', () => {
    expect(keys({ zoom: A, type: 'exception' }, '2.0', 50 * 24)).toEqual([]);
  });

  it('nothing known is an empty list', () => {
    expect(keys({ zoom: A })).toEqual([]);
  });

  it('each published limit names its article', () => {
    for (const link of ['registration', 'personal'] as const)
      expect(limitsOf(event(2, { link }), '1.0', NOW)[0]?.source?.name).toBe('Zoom KB0058782');
    expect(limitsOf(event(40 * 24, { zoom: A }), '1.0', NOW)[0]?.source?.name).toBe('Zoom KB0082569');
  });
});

describe('what holds for every meeting', () => {
  const page = (settings: object, age = HOUR) => ({
    value: { page: 'user-settings', recognition: 'recognised', recognised: 1, expected: 1, settings },
    source: 'zoom-portal',
    observedAt: NOW - age,
    goodFor: 7 * DAY,
  });
  const profile = (connection: object | 'unknown', age = HOUR) => ({
    'portal/profile': {
      value: { recognition: 'recognised', connection },
      source: 'zoom-portal',
      observedAt: NOW - age,
      goodFor: DAY,
    },
  });
  const of = (facts: object) =>
    syncContext(facts as FactBook, 'unknown', NOW).general.map(({ words }) => words.key);
  const off = { 'two-way-sync': { value: 'off', lock: 'unlocked' } };
  const on = { 'two-way-sync': { value: 'on', lock: 'unlocked' } };

  it('a connection that Zoom shows as gone', () => {
    for (const status of ['not-connected', 'needs-attention'])
      expect(of(profile({ status }))).toEqual(['meeting_why_lost']);
    expect(of(profile({ status: 'connected', service: 'office365' }))).toEqual([]);
    expect(of(profile({ status: 'not-connected' }, 2 * DAY))).toEqual([]);
    expect(of(profile('unknown'))).toEqual([]);
  });

  it('Exchange, which may be on one’s own servers', () => {
    expect(of(profile({ status: 'connected', service: 'exchange' }))).toEqual(['meeting_why_exchange']);
  });

  it('two-way sync off: one’s own switch counts before the account’s', () => {
    expect(of({ 'portal/user': page(off) })).toEqual(['meeting_why_off']);
    expect(of({ 'portal/account': page(off) })).toEqual(['meeting_why_off_account']);
    expect(of({ 'portal/account': page(off), 'portal/user': page(on) })).toEqual([]);
    expect(of({ 'portal/account': page(off, 8 * DAY) })).toEqual([]);
  });

  it('only the primary calendar, under application permissions', () => {
    const account = { 'portal/account': page({ 'setup-method': { value: 'application-permissions' } }) };
    expect(syncContext(account as unknown as FactBook, '2.0', NOW).primaryOnly).toBe(true);
    expect(syncContext({}, '2.0', NOW).primaryOnly).toBe(false);
  });
});
