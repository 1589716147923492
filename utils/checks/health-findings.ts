import type { FactBook, PortalFact } from '../model/facts.ts';
import { isStale } from '../model/facts.ts';
import type { Check, Finding } from '../model/findings.ts';
import type { Level } from '../model/settings.ts';
import type { CheckInput } from './engine.ts';
import { runChecks } from './engine.ts';
import { withForecast } from './forecast-fact.ts';
import { type Failing, fails, nextFirst } from './next-first.ts';

/** The account's page first: where two levels say the same, an admin is sent to the one that decides for all. */
const LEVELS = ['account', 'user', 'group'] as const satisfies readonly Level[];

function freshPage(facts: FactBook, level: (typeof LEVELS)[number], now: number) {
  const fact = facts[`portal/${level}`];
  return fact && !isStale(fact, now) && fact.value.recognition === 'recognised' ? fact : null;
}

/** Where the organisation lives, what it expects and what it wants shown: what a verdict takes beside facts. */
export type Around = Pick<CheckInput, 'cloud' | 'entraApps' | 'rules'>;

/** A check that no page carries: it speaks once, whatever pages were seen. */
export const isPageless = ({ setting, needs }: Check) =>
  setting === undefined && needs.length > 0 && !needs.some((need) => need.startsWith('setting/'));

/** What the checks that no page carries answer, each at the first level it speaks for, the forecast among their facts. */
export function pagelessFindings(
  checks: readonly Check[],
  facts: FactBook,
  now: number,
  around: Around,
): Finding[] {
  const book = withForecast(facts, now);
  return checks
    .filter(isPageless)
    .flatMap((check) =>
      runChecks([check], { settings: {}, facts: book, now, level: check.levels[0] ?? 'account', ...around }),
    );
}

/** Ids of the checks that only guess at what one of these findings knows. */
export function guessesOf(checks: readonly Check[], findings: readonly Finding[]): readonly string[] {
  const known = findings.filter(({ outcome: { kind } }) => kind === 'pass' || kind === 'fail');
  return known.flatMap(({ check }) => checks.find(({ id }) => id === check)?.supersedes ?? []);
}

/**
 * What fails by the settings last seen on the portal, each check once, by what to do next. Pages past their limit are not judged.
 * The profile page is left out: the state itself speaks of it.
 *
 * @param now ms since the epoch
 */
export function storedFindings(
  checks: readonly Check[],
  facts: FactBook,
  now: number,
  around: Around = {},
): Failing[] {
  const onPages = checks.filter((check) => !isPageless(check));
  const seen = LEVELS.flatMap((level) => {
    const page = freshPage(facts, level, now);
    if (!page) return [];
    const settings: PortalFact['settings'] = page.value.settings;
    return runChecks(onPages, { settings, settingsSeenAt: page.observedAt, facts, now, level, ...around });
  });
  const beside = pagelessFindings(checks, facts, now, around);
  const guessed = guessesOf(checks, beside);
  const found = [...seen.filter(({ check }) => !guessed.includes(check)), ...beside].filter(fails);
  return found
    .filter((finding, at) => found.findIndex((other) => other.check === finding.check) === at)
    .toSorted(nextFirst);
}
