import type { BaselineRules, Check, Need, Outcome, Source, Words } from '../../model/findings.ts';
import type { Level, SettingId } from '../../model/settings.ts';
import { defineCheck } from '../define.ts';
import { compare, type Expectation, said } from './compare.ts';

export interface BaselineCheck {
  readonly id: string;
  readonly setting: SettingId;
  readonly levels: readonly Level[];
  /** Where the setting and the rule books that speak of it are described. */
  readonly sources: readonly Source[];
  /** Said while no rule book is chosen; silence when absent. */
  readonly neutral?: Words;
}

const books = (expectations: readonly Expectation[]): NonNullable<Words['books']> =>
  expectations.map(({ name, expected, why }) => ({
    title: { key: 'baseline_book_value', params: { book: name, value: said(expected) } },
    text: why,
  }));

/** Whom to ask, where the organisation's own word is at stake and it has an address. */
function ask(expectations: readonly Expectation[], { contact }: BaselineRules): Pick<Words, 'step'> {
  if (contact?.href === undefined || !expectations.some(({ book }) => book === 'own')) return {};
  return { step: { verb: { key: 'baseline_ask', params: { who: contact.text } }, href: contact.href } };
}

function judge(check: BaselineCheck, value: unknown, rules: BaselineRules): Outcome {
  const { expectations, verdict } = compare(check.setting, value, rules);
  const [first] = expectations;
  if (!first)
    return check.neutral
      ? { kind: 'needs-review', reason: 'rule-books-disagree', words: check.neutral }
      : { kind: 'not-applicable', reason: 'no-baseline' };
  const sources = [...new Set(expectations.flatMap(({ source }) => source ?? []))];
  const actual = said(value);
  if (verdict === 'conflict')
    return {
      kind: 'needs-review',
      reason: 'rule-books-disagree',
      sources,
      words: {
        title: { key: 'baseline_conflict_title' },
        why: { key: 'baseline_conflict_why', params: { actual } },
        books: books(expectations),
        ...ask(expectations, rules),
      },
    };
  const several = expectations.length > 1;
  const book = several ? ({ key: 'baseline_book_all' } as const) : first.name;
  const expected = said(first.expected);
  if (verdict === 'same')
    return { kind: 'pass', sources, words: { title: { key: 'baseline_same', params: { book, expected } } } };
  return {
    kind: 'fail',
    // A published book says what it prefers; the organisation's own word is meant.
    impact: expectations.some(({ book }) => book === 'own') ? 'moderate' : 'minor',
    certainty: 'confirmed',
    sources,
    words: {
      title: { key: 'baseline_differs_title', params: { book, expected, actual } },
      ...(several
        ? { why: { key: 'baseline_differs_why' }, books: books(expectations) }
        : { why: { key: 'baseline_differs_why_one', params: { why: first.why } } }),
      ...ask(expectations, rules),
    },
  };
}

/**
 * A check of one setting by the rule books somebody chose. With none chosen it says what it always said; where the chosen ones
 * disagree it says so and judges nothing (needs.md 6.3).
 */
export function baselineCheck(check: BaselineCheck): Check {
  const need: Need = `setting/${check.setting}`;
  return defineCheck({
    id: check.id,
    setting: check.setting,
    levels: check.levels,
    needs: [need, 'rules/baselines'],
    sources: check.sources,
    run: (given) => {
      const { value } = given[need] as { readonly value: unknown };
      return judge(check, value, given['rules/baselines']);
    },
  });
}
