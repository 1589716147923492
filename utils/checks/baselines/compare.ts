import type { BaselineCell, BaselineVerdict, Book } from '../../model/baselines.ts';
import type { BaselineRules, Source } from '../../model/findings.ts';
import type { SettingId } from '../../model/settings.ts';
import type { Message, Param } from '../../model/words.ts';
import { valueParam } from '../value-words.ts';
import { BASELINE_ROWS } from './rows.ts';

/** What a rule book somebody follows expects of one setting. */
export interface Expectation extends BaselineCell {
  /** The book's name, with its own number for the rule. */
  readonly name: Param;
  readonly source?: Source;
}

export interface Comparison {
  readonly expectations: readonly Expectation[];
  /** `none`: no book followed speaks of the setting. `conflict`: two of them want different things. */
  readonly verdict: BaselineVerdict;
}

/** Boxes ticked are a set: their order says nothing. */
const written = (value: unknown): string => (Array.isArray(value) ? value.toSorted().join() : String(value));

function ownWhy(reason: string | undefined, contact: string | undefined): Message {
  if (reason !== undefined && contact !== undefined)
    return { key: 'baseline_own_both', params: { reason, contact } };
  if (reason !== undefined) return { key: 'baseline_own_reason', params: { reason } };
  return contact === undefined
    ? { key: 'baseline_own_plain' }
    : { key: 'baseline_own_contact', params: { contact } };
}

function bookName(book: Book, rule?: string): Param {
  if (book === 'own') return { key: 'baseline_book_own' };
  return rule === undefined ? { key: 'baseline_book_guide' } : { key: 'baseline_book_cis', params: { rule } };
}

/** What the chosen rule books, and the organisation's own, expect of a setting; the organisation's own last. */
export function expectationsOf(setting: SettingId, rules: BaselineRules): Expectation[] {
  const { baselines = [], ownBaseline = {}, contact } = rules;
  const own = ownBaseline[setting];
  return [
    ...BASELINE_ROWS.filter((row) => row.setting === setting && baselines.includes(row.profile)).map(
      ({ profile, rule, expected, why, source }) => ({
        book: profile,
        name: bookName(profile, rule),
        expected,
        why,
        source,
        ...(rule === undefined ? {} : { rule }),
      }),
    ),
    ...(own
      ? [
          {
            book: 'own' as const,
            name: bookName('own'),
            expected: own.expected,
            why: ownWhy(own.reason, own.contact ?? contact?.text),
          },
        ]
      : []),
  ];
}

/** The value beside what is expected of it. Rule books that disagree with each other are never judged by. */
export function compare(setting: SettingId, value: unknown, rules: BaselineRules): Comparison {
  const expectations = expectationsOf(setting, rules);
  const wanted = new Set(expectations.map(({ expected }) => written(expected)));
  if (wanted.size !== 1) return { expectations, verdict: wanted.size === 0 ? 'none' : 'conflict' };
  return { expectations, verdict: wanted.has(written(value)) ? 'same' : 'differs' };
}

/** A value as it stands in a sentence about baselines; one nobody has words for stands as it is. */
export const said = (value: unknown): Param => valueParam(value) ?? written(value);
