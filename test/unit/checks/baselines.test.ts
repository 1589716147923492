import { describe, expect, it } from 'vitest';
import { BASELINE_ROWS } from '../../../utils/checks/baselines/rows.ts';
import { CHECKS, runChecks } from '../../../utils/checks/index.ts';
import type { PageRules } from '../../../utils/model/policy.ts';
import { NOW, settingsOf } from './fixtures.ts';

const run = (values: Record<string, unknown>, rules?: PageRules, level: 'account' | 'group' = 'account') =>
  runChecks(CHECKS, {
    settings: settingsOf(values),
    facts: {},
    now: NOW,
    level,
    ...(rules ? { rules } : {}),
  });
const of = (id: string, values: Record<string, unknown>, rules?: PageRules) =>
  run(values, rules).find(({ check }) => check === id);
const BOTH: PageRules = { baselines: ['zoom-field-guide', 'cis-zoom'] };

describe('rule books', () => {
  it('are rows with a source, a day and a word why; one row a book and setting', () => {
    for (const { source, why } of BASELINE_ROWS) {
      expect(source.read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(why.key).toBeTruthy();
    }
    const keys = BASELINE_ROWS.map(({ profile, setting }) => `${profile} ${setting}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(BASELINE_ROWS.filter(({ profile }) => profile === 'cis-zoom').map(({ rule }) => rule)).toEqual([
      '1.1.5.1',
      '1.1.5.2',
      '1.1.5.3',
      '1.1.5.4',
    ]);
  });

  it('judge nothing while none is chosen: the neutral words stay, and nothing new is said', () => {
    const outcome = of('integration-baseline', { 'third-party-integration': 'on' })?.outcome;
    expect(outcome).toMatchObject({
      kind: 'needs-review',
      words: { title: { key: 'check_integration_baseline_title' } },
    });
    expect(of('two-way-sync-baseline', { 'two-way-sync': 'off' })?.outcome).toEqual({
      kind: 'not-applicable',
      reason: 'no-baseline',
    });
  });

  it('are not advised against: the prompt off, where a chosen book wants it off', () => {
    const kind = (rules?: PageRules) => of('sso-prompt-off', { 'sso-prompt': 'off' }, rules)?.outcome.kind;
    expect(kind()).toBe('fail');
    expect(kind({ baselines: ['zoom-field-guide'] })).toBe('fail');
    expect(kind({ baselines: ['cis-zoom'] })).toBe('not-applicable');
    expect(kind({ ownBaseline: { 'sso-prompt': { expected: 'off' } } })).toBe('not-applicable');
  });

  it('name the book, what it expects and what is there, with that book’s source alone', () => {
    const finding = of(
      'integration-baseline',
      { 'third-party-integration': 'on' },
      { baselines: ['cis-zoom'] },
    );
    expect(finding).toMatchObject({
      outcome: {
        kind: 'fail',
        impact: 'minor',
        words: {
          title: {
            key: 'baseline_differs_title',
            params: { book: { params: { rule: '1.1.5.1' } }, expected: { key: 'check_decided_above_off' } },
          },
        },
      },
    });
    expect(finding?.sources.map(({ name }) => name)).toEqual(['CIS Zoom v1.0.0']);
    expect(finding?.observedAt).toBe(NOW);
  });

  it.each(['on', 'off'])('that contradict each other give no verdict on a switch that is %s', (value) => {
    const finding = of('integration-baseline', { 'third-party-integration': value }, BOTH);
    expect(finding?.outcome).toMatchObject({ kind: 'needs-review', reason: 'rule-books-disagree' });
    const books = finding?.outcome.kind === 'needs-review' ? (finding.outcome.words?.books ?? []) : [];
    expect(books.map(({ text }) => text.key)).toEqual(['baseline_why_required', 'baseline_why_cis']);
    expect(finding?.sources).toHaveLength(2);
  });

  it('contradicted by the organisation’s own word give no verdict either', () => {
    const rules: PageRules = {
      baselines: ['zoom-field-guide'],
      ownBaseline: { 'two-way-sync': { expected: 'off', reason: 'Not before March.' } },
    };
    expect(of('two-way-sync-baseline', { 'two-way-sync': 'off' }, rules)?.outcome.kind).toBe('needs-review');
  });

  it('that agree are judged by together, each named', () => {
    const rules: PageRules = {
      baselines: ['zoom-field-guide'],
      ownBaseline: { 'two-way-sync': { expected: 'on' } },
    };
    const outcome = of('two-way-sync-baseline', { 'two-way-sync': 'off' }, rules)?.outcome;
    expect(outcome).toMatchObject({
      kind: 'fail',
      words: { title: { params: { book: { key: 'baseline_book_all' } } } },
    });
    expect(outcome?.kind === 'fail' && outcome.words.books).toHaveLength(2);
  });

  it('are silent where the value could not be read', () => {
    expect(of('two-way-sync-baseline', { 'two-way-sync': 'unknown' }, BOTH)?.outcome).toEqual({
      kind: 'needs-review',
      reason: 'unknown-value',
    });
  });
});

describe('the organisation’s own word', () => {
  const judged = (rules: PageRules) => {
    const outcome = of(
      'permissions-baseline',
      { permissions: ['contacts-read', 'calendar-read'] },
      rules,
    )?.outcome;
    return outcome?.kind === 'fail' ? outcome.words : outcome?.kind;
  };
  const own = (expected: readonly string[], more = {}) => ({ permissions: { expected, ...more } });

  it('takes boxes as a set', () => {
    expect(judged({ ownBaseline: own(['calendar-read', 'contacts-read']) })).toBe('pass');
    expect(judged({ ownBaseline: own([]) })).toMatchObject({
      title: {
        params: { expected: { key: 'baseline_no_permissions' }, actual: 'Contacts.Read, Calendars.Read' },
      },
    });
  });

  it('weighs more than a published book', () => {
    const impact = (rules: PageRules) => {
      const outcome = of('two-way-sync-baseline', { 'two-way-sync': 'off' }, rules)?.outcome;
      return outcome?.kind === 'fail' && outcome.impact;
    };
    expect(impact({ baselines: ['zoom-field-guide'] })).toBe('minor');
    expect(impact({ ownBaseline: { 'two-way-sync': { expected: 'on' } } })).toBe('moderate');
  });

  it('comes with its reason and whom to ask; the row’s own contact before the organisation’s', () => {
    const contact = { text: 'Service desk', href: 'mailto:desk@alderfinch.example' };
    expect(
      judged({ ownBaseline: own(['calendar-read'], { reason: 'Less is enough.' }), contact }),
    ).toMatchObject({
      why: {
        params: {
          why: { key: 'baseline_own_both', params: { reason: 'Less is enough.', contact: 'Service desk' } },
        },
      },
      step: { verb: { key: 'baseline_ask', params: { who: 'Service desk' } }, href: contact.href },
    });
    expect(judged({ ownBaseline: own([], { contact: 'Ana' }), contact })).toMatchObject({
      why: { params: { why: { key: 'baseline_own_contact', params: { contact: 'Ana' } } } },
    });
    expect(judged({ ownBaseline: own([]) })).not.toHaveProperty('step');
  });
});

describe('what policy says of a check', () => {
  const values = { 'authorize-with': 'ews', 'third-party-integration': 'on' };

  it('hides it, whatever it says, and no other', () => {
    const before = run(values).map(({ check }) => check);
    const after = run(values, { checks: { 'ews-retirement': { show: false } } }).map(({ check }) => check);
    expect(before.filter((id) => !after.includes(id))).toEqual(['ews-retirement']);
  });

  it('regrades a failing one, and leaves what passes alone', () => {
    const rules: PageRules = {
      checks: {
        'ews-retirement': { impact: 'minor' },
        'integration-off': { show: true, impact: 'critical' },
      },
    };
    expect(of('ews-retirement', values, rules)?.outcome).toMatchObject({ kind: 'fail', impact: 'minor' });
    expect(of('integration-off', values, rules)?.outcome).toEqual(of('integration-off', values)?.outcome);
  });

  it('hides the line about a padlock closed above, too', () => {
    const locked = (rules: PageRules) =>
      runChecks(CHECKS, {
        settings: settingsOf({ 'two-way-sync': 'on' }, 'locked-above'),
        facts: {},
        now: NOW,
        level: 'group',
        rules,
      }).map(({ check }) => check);
    expect(locked({})).toContain('decided-above-two-way-sync');
    expect(locked({ checks: { 'decided-above-two-way-sync': { show: false } } })).not.toContain(
      'decided-above-two-way-sync',
    );
  });
});
