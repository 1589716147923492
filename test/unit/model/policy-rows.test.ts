import { describe, expect, it } from 'vitest';
import { policyRows } from '../../../utils/model/policy-rows.ts';
import { POLICY_FIELDS, readPolicy } from '../../../utils/model/policy-reading.ts';
import { sinceAfter, toPolicySince } from '../../../utils/model/policy-since.ts';

const T = 1_000;
const ID = 'aaaaaaaa-1111-2222-3333-444444444444';
const connection = {
  clientId: ID,
  tenant: 'organizations',
  cloud: 'global',
  source: { clientId: 'options', tenant: 'default', cloud: 'default' },
} as const;

const view = (given: object, notifications = false) => {
  const reading = readPolicy(given, ['sso-prompt-off']);
  const since = sinceAfter({}, reading.policy, T);
  return policyRows({ reading, since, connection, notifications, baselines: ['cis-zoom'] });
};

describe('the policy in force', () => {
  it('has a row for every field, with its own source and date', () => {
    const { rows } = view({ tenant: 'alderfinch.example', checks: { 'sso-prompt-off': { show: false } } });
    expect(rows.map(({ field }) => field)).toEqual(POLICY_FIELDS);
    const byField = Object.fromEntries(rows.map((row) => [row.field, row]));
    expect(byField['tenant']).toMatchObject({ value: ['alderfinch.example'], source: 'policy', since: T });
    expect(byField['clientId']).toMatchObject({ value: [ID], source: 'options', since: null });
    expect(byField['cloud']).toMatchObject({ value: ['global'], source: 'default' });
    expect(byField['checks']?.value).toEqual(['sso-prompt-off: show=false']);
    expect(byField['baselines']).toMatchObject({ value: ['cis-zoom'], source: 'options' });
    expect(byField['labels']).toMatchObject({ value: [], source: 'default' });
  });

  it('puts each refusal under its field, and what has none apart', () => {
    const { rows, strange } = view({ cloud: 'mars', checks: { 'sso-promt': {} }, checksum: 1 });
    const refused = (field: string) => rows.find((row) => row.field === field)?.refused;
    expect(refused('cloud')).toEqual([{ field: 'cloud', reason: 'wrong-value' }]);
    expect(refused('checks')).toEqual([{ field: 'checks.sso-promt', reason: 'unknown-field' }]);
    expect(strange).toEqual([{ field: 'checksum', reason: 'unknown-field' }]);
  });

  it('does not claim that a policy turned notifications on', () => {
    const row = (given: object, on: boolean) =>
      view(given, on).rows.find(({ field }) => field === 'notifications');
    expect(row({ notifications: true }, false)).toMatchObject({ value: ['false'], source: 'default' });
    expect(row({ notifications: false }, true)).toMatchObject({ value: ['false'], source: 'policy' });
    expect(row({}, true)).toMatchObject({ value: ['true'], source: 'options' });
  });
});

describe('since when', () => {
  it('keeps the date of a value that stays, dates a new one, forgets one that is gone', () => {
    const first = sinceAfter({}, { tenant: 'a.example', cloud: 'dod' }, T);
    const then = sinceAfter(first, { tenant: 'a.example', cloud: 'china' }, T + 5);
    expect([then.tenant?.at, then.cloud?.at]).toEqual([T, T + 5]);
    expect(sinceAfter(then, {}, T + 9)).toEqual({});
    expect(sinceAfter(first, { tenant: 'a.example' }, T - 5).tenant?.at).toBe(T - 5);
  });

  it('reads back what it kept, and nothing else', () => {
    const kept = sinceAfter({}, { tenant: 'a.example' }, T);
    expect(
      toPolicySince(JSON.parse(JSON.stringify({ ...kept, cloud: 7, odd: { print: 1, at: 1 } }))),
    ).toEqual(kept);
    expect(toPolicySince('x')).toEqual({});
  });
});
