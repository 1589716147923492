import type { BaselineLevel, BaselineLine, BaselineOverview, Book } from '../../model/baselines.ts';
import type { FactBook } from '../../model/facts.ts';
import { isStale } from '../../model/facts.ts';
import type { BaselineRules } from '../../model/findings.ts';
import { BASELINE_PROFILES } from '../../model/policy.ts';
import { SETTING_NAMES } from '../../model/setting-names.ts';
import type { SettingId } from '../../model/settings.ts';
import { compare, expectationsOf } from './compare.ts';

const LEVELS = ['account', 'group', 'user'] as const;
/** The one setting of the person's own that an organisation may have a word on. */
const PERSONAL: readonly SettingId[] = ['reconnect-reminders'];
const IDS = Object.keys(SETTING_NAMES) as SettingId[];

/** Settings any book speaks of, chosen or not: a book is read before it is chosen. */
function spokenOf(level: BaselineLevel['level'], rules: BaselineRules): SettingId[] {
  const every: BaselineRules = { ...rules, baselines: BASELINE_PROFILES };
  return IDS.filter(
    (id) => PERSONAL.includes(id) === (level === 'user') && expectationsOf(id, every).length > 0,
  );
}

function line(setting: SettingId, value: unknown, stale: boolean, rules: BaselineRules): BaselineLine {
  const { verdict } = compare(setting, value, rules);
  const actual = typeof value === 'string' || Array.isArray(value) ? (value as string | string[]) : undefined;
  const unread = stale || actual === undefined || actual === 'unknown';
  return {
    setting,
    ...(actual === undefined ? {} : { actual }),
    cells: expectationsOf(setting, { ...rules, baselines: BASELINE_PROFILES }),
    // That books contradict each other holds whatever the page says.
    result: unread && (verdict === 'same' || verdict === 'differs') ? 'unknown' : verdict,
  };
}

/**
 * Every setting that a rule book speaks of, beside what was last seen of it: a table to read, its results by the chosen books
 * alone. With no page seen yet it holds what the books expect.
 *
 * @param now ms since the epoch
 */
export function baselineOverview(facts: FactBook, rules: BaselineRules, now: number): BaselineOverview {
  const { baselines = [], ownBaseline = {} } = rules;
  const own = Object.keys(ownBaseline).length > 0;
  const books: { book: Book; chosen: boolean }[] = [
    ...BASELINE_PROFILES.map((book) => ({ book, chosen: baselines.includes(book) })),
    ...(own ? [{ book: 'own' as const, chosen: true }] : []),
  ];
  const levels = LEVELS.flatMap((level): BaselineLevel[] => {
    const fact = facts[`portal/${level}`];
    // The account decides for all: it has its table before it was ever seen.
    if (!fact && level !== 'account') return [];
    const stale = fact !== undefined && isStale(fact, now);
    const lines = spokenOf(level, rules)
      .map((id) => line(id, fact?.value.settings[id]?.value, stale, rules))
      // A group's page shows fewer: what it does not have is the account's to answer for.
      .filter(({ actual }) => level === 'account' || actual !== undefined);
    return lines.length > 0 ? [{ level, observedAt: fact?.observedAt ?? null, stale, lines }] : [];
  });
  return { books, levels };
}
