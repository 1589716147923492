import { describe, expect, it } from 'vitest';
import { CHECKS, runChecks } from '../../../utils/checks/index.ts';
import type { Finding } from '../../../utils/model/findings.ts';
import type { Level } from '../../../utils/model/settings.ts';
import type { FactBook } from '../../../utils/model/facts.ts';
import { NOW, settingsOf } from './fixtures.ts';

interface Case {
  readonly level: Level;
  readonly settings: Parameters<typeof settingsOf>[0];
  readonly facts?: FactBook;
}

function run(id: string, { level, settings, facts = {} }: Case): Finding {
  const check = CHECKS.filter((one) => one.id === id);
  const [finding] = runChecks(check, { settings: settingsOf(settings), facts, now: NOW, level });
  if (!finding) throw new Error(`${id} does not speak for ${level}`);
  return finding;
}

describe('every check', () => {
  it('has an id of its own', () => {
    expect(new Set(CHECKS.map((check) => check.id)).size).toBe(CHECKS.length);
  });

  it.each(CHECKS.map((check) => [check.id, check] as const))(
    '%s names dated sources over https',
    (_id, check) => {
      expect(check.sources.length, 'name the pages it rests on').toBeGreaterThan(0);
      for (const { name, url, read } of check.sources) {
        expect(name.length).toBeGreaterThan(3);
        expect(new URL(url).protocol).toBe('https:');
        expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    },
  );

  it.each(CHECKS.filter((check) => check.setting).map((check) => [check.id, check] as const))(
    '%s could not tell when its control was not read',
    (id, check) => {
      const level = check.levels[0] as Level;
      const { outcome } = run(id, { level, settings: { [check.setting as string]: 'unknown' } });
      expect(outcome).toEqual({ kind: 'needs-review', reason: 'unknown-value' });
    },
  );
});

describe('EWS', () => {
  const at = (day: string, value = 'ews') =>
    runChecks(
      CHECKS.filter((one) => one.id === 'ews-retirement'),
      {
        settings: settingsOf({ 'authorize-with': value }),
        facts: {},
        now: Date.parse(day),
        level: 'account',
      },
    )[0]?.outcome;

  it.each([
    ['2026-11-23T12:00Z', 129],
    ['2027-03-31T12:00Z', 1],
    ['2027-03-31T00:00Z', 1],
    ['2027-03-30T23:59Z', 2],
  ])('counts the days from %s: %i', (day, count) => {
    const outcome = at(day);
    expect(outcome?.kind === 'fail' && outcome.words.why).toEqual({
      key: 'check_ews_retirement_why',
      params: { count },
    });
  });

  it('says that it has ended from the day it ends', () => {
    const outcome = at('2027-04-01T00:00Z');
    expect(outcome?.kind === 'fail' && outcome.words.title.key).toBe('check_ews_retirement_title_ended');
    expect(outcome?.kind === 'fail' && outcome.words.why?.key).toBe('check_ews_retirement_why_ended');
  });

  it('is critical and confirmed, with the command that asks Exchange', () => {
    const outcome = at('2026-11-23T12:00Z');
    expect(outcome).toMatchObject({
      kind: 'fail',
      impact: 'critical',
      certainty: 'confirmed',
      words: { command: { code: 'Get-OrganizationConfig | Format-List Ews*' } },
    });
  });
});

describe('admin approval', () => {
  const trouble = (code: string, step: 'sign-in' | 'calendar', age = 0) => ({
    'microsoft/trouble': {
      value: { error: { code, who: 'blocked' as const }, step },
      source: 'microsoft-entra' as const,
      observedAt: NOW - age,
      goodFor: 3_600_000,
    },
  });
  const certainty = (facts: object) => {
    const { outcome, observedAt } = run('admin-approval', {
      level: 'account',
      settings: { 'setup-method': 'oauth' },
      facts,
    });
    return outcome.kind === 'fail' ? [outcome.certainty, observedAt] : null;
  };

  it('is only possible while nothing is known of the tenant', () => {
    expect(certainty({})).toEqual(['possible', NOW]);
  });

  it('is likely once our own calendar request was sent to an admin, and as old as that', () => {
    expect(certainty(trouble('AADSTS90094', 'calendar', 60_000))).toEqual(['likely', NOW - 60_000]);
  });

  it.each([
    ['another code', trouble('AADSTS50058', 'calendar')],
    ['another step', trouble('AADSTS90094', 'sign-in')],
    ['a stale refusal', trouble('AADSTS90094', 'calendar', 2 * 3_600_000)],
  ])('stays possible on %s', (_what, facts) => {
    expect(certainty(facts)?.[0]).toBe('possible');
  });
});

describe('the boxes of permissions', () => {
  it('are not judged where application permissions ignore them', () => {
    for (const id of ['contacts-asked', 'calendar-write'])
      expect(
        run(id, {
          level: 'account',
          settings: { permissions: ['contacts-read'], 'setup-method': 'application-permissions' },
        }).outcome.kind,
      ).toBe('not-applicable');
  });
});

describe('the profile', () => {
  const outcome = (value: unknown) =>
    run('profile-connection', { level: 'profile', settings: { 'profile-connection': value } }).outcome;

  it('warns when nothing is connected, and is sure when Zoom itself says it is broken', () => {
    expect(outcome({ status: 'not-connected' })).toMatchObject({ kind: 'fail', impact: 'moderate' });
    expect(outcome({ status: 'needs-attention' })).toMatchObject({
      kind: 'fail',
      impact: 'critical',
      certainty: 'confirmed',
    });
  });

  it('has nothing to judge on another service', () => {
    expect(outcome({ status: 'connected', service: 'google' })).toMatchObject({
      kind: 'not-applicable',
      words: { title: { params: { service: 'Google Calendar' } } },
    });
  });
});
