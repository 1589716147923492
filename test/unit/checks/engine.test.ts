import { describe, expect, it } from 'vitest';
import { defineCheck } from '../../../utils/checks/define.ts';
import { runChecks } from '../../../utils/checks/index.ts';
import type { Check, Outcome } from '../../../utils/model/findings.ts';
import { HOUR, NOW, settingsOf } from './fixtures.ts';

const pass: Outcome = { kind: 'pass', words: { title: { key: 'check_two_way_sync_pass' } } };
const check = (parts: Partial<Check>): Check => ({
  id: 'probe',
  levels: ['account'],
  needs: [],
  sources: [],
  run: () => pass,
  ...parts,
});
const person = (age: number) => ({
  'microsoft/person': {
    value: { mail: 'a@b.example' },
    source: 'microsoft-graph' as const,
    observedAt: NOW - age,
    goodFor: 24 * HOUR,
  },
});
const input = (parts: object = {}) => ({
  settings: {},
  facts: {},
  now: NOW,
  level: 'account' as const,
  ...parts,
});
const kinds = (checks: readonly Check[], parts: object = {}) =>
  runChecks(checks, input(parts)).map(({ outcome }) => outcome);

describe('runChecks', () => {
  it('hands over declared facts only', () => {
    const seen: unknown[] = [];
    const probe = defineCheck({
      id: 'probe',
      levels: ['account'],
      needs: ['setting/two-way-sync'],
      sources: [],
      run: (given) => {
        seen.push(given);
        return pass;
      },
    });
    runChecks(
      [probe],
      input({
        settings: settingsOf({ 'two-way-sync': 'on', 'sso-prompt': 'off' }),
        facts: person(0),
      }),
    );
    expect(seen).toEqual([{ 'setting/two-way-sync': { value: 'on', lock: 'unlocked' } }]);
  });

  it.each([
    ['missing', {}, 'missing-fact'],
    ['past its limit', person(25 * HOUR), 'stale-fact'],
    ['from a clock that went backwards', person(-2 * HOUR), 'stale-fact'],
  ])('asks for a look when a fact is %s', (_what, facts, reason) => {
    expect(kinds([check({ needs: ['microsoft/person'] })], { facts })).toEqual([
      { kind: 'needs-review', reason },
    ]);
  });

  it('asks for a look when a control could not be read, and when it is not there', () => {
    const probe = [check({ needs: ['setting/two-way-sync'] })];
    expect(kinds(probe, { settings: settingsOf({ 'two-way-sync': 'unknown' }) })).toEqual([
      { kind: 'needs-review', reason: 'unknown-value' },
    ]);
    expect(kinds(probe)).toEqual([{ kind: 'needs-review', reason: 'missing-fact' }]);
  });

  it('takes "none ticked" for an answer', () => {
    expect(
      kinds([check({ needs: ['setting/permissions'] })], { settings: settingsOf({ permissions: [] }) }),
    ).toEqual([pass]);
  });

  it('turns a check that throws into an error of its own, and lets the others go on', () => {
    const broken = check({
      id: 'broken',
      run: () => {
        throw new RangeError('boom');
      },
    });
    expect(kinds([broken, check({})])).toEqual([{ kind: 'error', code: 'RangeError' }, pass]);
  });

  it('leaves out checks of other levels', () => {
    expect(runChecks([check({ levels: ['user'] })], input())).toEqual([]);
  });

  it('goes without wanted facts that are missing or stale, and hands over fresh ones', () => {
    const seen: string[][] = [];
    const probe = check({
      wants: ['microsoft/person'],
      run: (given) => {
        seen.push(Object.keys(given));
        return pass;
      },
    });
    for (const facts of [{}, person(25 * HOUR), person(HOUR)]) runChecks([probe], input({ facts }));
    expect(seen).toEqual([[], [], ['microsoft/person']]);
  });

  it('is as old as its oldest fact, and ageless without one', () => {
    const ages = runChecks(
      [
        check({ needs: ['microsoft/person', 'setting/two-way-sync'] }),
        check({ needs: ['setting/two-way-sync'] }),
        check({}),
      ],
      input({
        facts: person(3 * HOUR),
        settings: settingsOf({ 'two-way-sync': 'on' }),
        settingsSeenAt: NOW - HOUR,
      }),
    ).map(({ observedAt }) => observedAt);
    expect(ages).toEqual([NOW - 3 * HOUR, NOW - HOUR, null]);
  });
});

describe('a control a higher level has locked', () => {
  const above = (age: number, lock = 'locked', value: unknown = 'on') => ({
    'portal/account': {
      value: {
        page: 'account-settings' as const,
        recognition: 'recognised' as const,
        recognised: 1,
        expected: 1,
        settings: settingsOf({ 'two-way-sync': value }, lock),
      },
      source: 'zoom-portal' as const,
      observedAt: NOW - age,
      goodFor: 7 * 24 * HOUR,
    },
  });
  const group = (facts: object, level: 'group' | 'user' = 'group') =>
    runChecks(
      [check({ setting: 'two-way-sync', levels: ['group', 'user'], needs: ['setting/two-way-sync'] })],
      input({ level, facts, settings: settingsOf({ 'two-way-sync': 'on' }, 'locked-above') }),
    );
  const words = (facts: object, level?: 'user') => {
    const outcome = group(facts, level)[1]?.outcome;
    return outcome?.kind === 'not-applicable' ? outcome.words : undefined;
  };

  it('is judged where it is decided, not here', () => {
    expect(group({})[0]?.outcome).toEqual({ kind: 'not-applicable', reason: 'decided-above' });
  });

  it('says what was seen there, and when', () => {
    expect(words(above(96 * HOUR))?.title).toEqual({
      key: 'check_decided_above_account_seen',
      params: {
        value: { key: 'check_decided_above_on' },
        age: { key: 'age_days', params: { count: 4 } },
      },
    });
    expect(words(above(96 * HOUR))?.step?.href).toMatch(/^https:\/\/zoom\.us\/account\/setting/);
  });

  it.each([
    ['nothing was seen there', {}],
    ['what was seen there is stale', above(8 * 24 * HOUR)],
    ['it was not locked there', above(HOUR, 'unlocked')],
    ['its value was not read there', above(HOUR, 'locked', 'unknown')],
  ])('says only where it is decided when %s', (_what, facts) => {
    expect(words(facts)?.title).toEqual({ key: 'check_decided_above_account' });
  });

  it('does not guess which level locked it for a person', () => {
    expect(words(above(HOUR), 'user')).toEqual({ title: { key: 'check_decided_above_admin' } });
  });
});
