import { describe, expect, it } from 'vitest';
import { baselineOverview, CHECKS, storedFindings } from '../../../utils/checks/index.ts';
import type { FactBook } from '../../../utils/model/facts.ts';
import type { PageRules } from '../../../utils/model/policy.ts';
import { HOUR, NOW, settingsOf } from './fixtures.ts';

const seen = (page: 'account' | 'group', values: Record<string, unknown>, age = HOUR): FactBook => ({
  [`portal/${page}`]: {
    value: {
      page: `${page}-settings`,
      recognition: 'recognised',
      recognised: 1,
      expected: 1,
      settings: settingsOf(values),
    },
    source: 'zoom-portal',
    observedAt: NOW - age,
    goodFor: 24 * HOUR,
  },
});
const results = (facts: FactBook, rules: PageRules = {}) =>
  baselineOverview(facts, rules, NOW).levels.map(({ level, lines }) => [
    level,
    Object.fromEntries(lines.map(({ setting, result }) => [setting, result])),
  ]);
const BOTH: PageRules = { baselines: ['zoom-field-guide', 'cis-zoom'] };

describe('rule books beside what was seen', () => {
  it('can be read before one is chosen and before a page was seen, and judge nothing', () => {
    const { books, levels } = baselineOverview({}, {}, NOW);
    expect(books).toEqual([
      { book: 'zoom-field-guide', chosen: false },
      { book: 'cis-zoom', chosen: false },
    ]);
    expect(levels).toHaveLength(1);
    expect(levels[0]).toMatchObject({ level: 'account', observedAt: null });
    expect(levels[0]?.lines.every(({ result, cells }) => result === 'none' && cells.length > 0)).toBe(true);
  });

  it('compare by the chosen ones alone, and name a conflict whatever the page says', () => {
    const facts = seen('account', {
      'third-party-integration': 'on',
      'two-way-sync': 'off',
      'sso-prompt': 'off',
    });
    expect(results(facts, { baselines: ['cis-zoom'] })).toEqual([
      [
        'account',
        expect.objectContaining({
          'third-party-integration': 'differs',
          'two-way-sync': 'none',
          'sso-prompt': 'same',
          'enforce-oauth': 'unknown',
        }),
      ],
    ]);
    expect(results(facts, BOTH)[0]?.[1]).toMatchObject({
      'third-party-integration': 'conflict',
      'two-way-sync': 'differs',
    });
  });

  it.each([
    ['what could not be read', seen('account', { 'two-way-sync': 'unknown' })],
    ['what was seen too long ago', seen('account', { 'two-way-sync': 'on' }, 25 * HOUR)],
  ])('cannot tell of %s', (_what, facts) => {
    expect(results(facts, BOTH)[0]?.[1]).toMatchObject({ 'two-way-sync': 'unknown' });
  });

  it('of a group holds what its page showed, with its own age', () => {
    const facts = { ...seen('account', {}), ...seen('group', { 'two-way-sync': 'on' }, 2 * HOUR) };
    const group = baselineOverview(facts, BOTH, NOW).levels.find(({ level }) => level === 'group');
    expect(group).toMatchObject({ observedAt: NOW - 2 * HOUR, stale: false });
    expect(group?.lines.map(({ setting, result }) => [setting, result])).toEqual([['two-way-sync', 'same']]);
  });

  it('have a column more where the organisation has a word of its own', () => {
    const rules: PageRules = {
      ownBaseline: { permissions: { expected: ['calendar-read'], reason: 'Less.' } },
    };
    const { books, levels } = baselineOverview(
      seen('account', { permissions: ['calendar-read'] }),
      rules,
      NOW,
    );
    expect(books.at(-1)).toEqual({ book: 'own', chosen: true });
    const line = levels[0]?.lines.find(({ setting }) => setting === 'permissions');
    expect(line).toMatchObject({ result: 'same', cells: [{ book: 'own', expected: ['calendar-read'] }] });
  });
});

describe('what fails by what is stored', () => {
  it('takes the chosen rule books along, and leaves out what policy hides', () => {
    const facts = seen('account', { 'two-way-sync': 'off' });
    const ids = (rules: PageRules) => storedFindings(CHECKS, facts, NOW, { rules }).map(({ check }) => check);
    expect(ids({})).not.toContain('two-way-sync-baseline');
    expect(ids(BOTH)).toContain('two-way-sync-baseline');
    expect(ids({ ...BOTH, checks: { 'two-way-sync-baseline': { show: false } } })).not.toContain(
      'two-way-sync-baseline',
    );
  });
});
