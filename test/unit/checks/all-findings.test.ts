import { expect, it } from 'vitest';
import { allFindings, CHECKS } from '../../../utils/checks/index.ts';
import type { Check } from '../../../utils/model/findings.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 14, 6);
const settings = { 'authorize-with': { value: 'ews', lock: 'unlocked' } } as const;
const outcomeAt = (seenAt: number) =>
  allFindings(CHECKS, [{ level: 'account', scope: 'zoom.us', settings, seenAt }], {}, NOW).find(
    ({ finding }) => finding.check === 'ews-retirement',
  );

it('names the page each verdict is of', () => {
  expect(outcomeAt(NOW - DAY)).toMatchObject({ scope: 'zoom.us', finding: { outcome: { kind: 'fail' } } });
});

it('gives no verdict on a look past its limit', () => {
  expect(outcomeAt(NOW - 8 * DAY)).toMatchObject({
    finding: { outcome: { kind: 'needs-review', reason: 'stale-fact' } },
  });
});

it('lets checks that no page carries speak once, however many pages there are', () => {
  const pages = ['a', 'b', 'c'].map((scope) => ({ level: 'group' as const, scope, settings, seenAt: NOW }));
  const ids = allFindings(CHECKS, pages, {}, NOW)
    .filter(({ scope }) => scope === undefined)
    .map(({ finding }) => finding.check);
  expect(new Set(ids).size).toBe(ids.length);
});

it('leaves out what only guesses at what another check knows', () => {
  const words = { title: { key: 'check_admin_approval_title' } } as const;
  const common = { levels: ['account'], sources: [] } as const;
  const guess: Check = {
    ...common,
    id: 'guess',
    setting: 'authorize-with',
    needs: ['setting/authorize-with'],
    run: () => ({ kind: 'fail', impact: 'serious', certainty: 'possible', words }),
  };
  const knows = (kind: 'pass' | 'not-applicable'): Check => ({
    ...common,
    id: 'knows',
    needs: ['microsoft/account'],
    supersedes: ['guess'],
    run: () => (kind === 'pass' ? { kind, words } : { kind, reason: 'test' }),
  });
  const facts = {
    'microsoft/account': {
      value: { username: 'maya', tenantId: 't' },
      source: 'microsoft-graph',
      observedAt: NOW,
      goodFor: DAY,
    },
  } as const;
  const said = (other: Check) =>
    allFindings([guess, other], [{ level: 'account', settings, seenAt: NOW }], facts, NOW).map(
      ({ finding }) => finding.check,
    );
  expect(said(knows('pass'))).toEqual(['knows']);
  expect(said(knows('not-applicable'))).toEqual(['guess', 'knows']);
});
