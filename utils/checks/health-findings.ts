import type { FactBook, PortalFact } from '../model/facts.ts';
import { isStale } from '../model/facts.ts';
import type { Check, CheckContext, Finding, Impact } from '../model/findings.ts';
import type { PageRules } from '../model/policy.ts';
import type { Level } from '../model/settings.ts';
import { runChecks } from './engine.ts';

export type Failing = Finding & { readonly outcome: Extract<Finding['outcome'], { kind: 'fail' }> };

const WORST_FIRST: readonly Impact[] = ['critical', 'serious', 'moderate', 'minor'];
/** The account's page first: where two levels say the same, an admin is sent to the one that decides for all. */
const LEVELS = ['account', 'user', 'group'] as const satisfies readonly Level[];

const fails = (finding: Finding): finding is Failing => finding.outcome.kind === 'fail';

function freshPage(facts: FactBook, level: (typeof LEVELS)[number], now: number) {
  const fact = facts[`portal/${level}`];
  return fact && !isStale(fact, now) && fact.value.recognition === 'recognised' ? fact : null;
}

/** Where the organisation lives and what it expects: what a verdict takes beside facts. */
export type Around = Pick<CheckContext, 'cloud' | 'entraApps'> & { readonly rules?: PageRules };

/** A check that no page carries: it speaks once, whatever pages were seen. */
export const isPageless = ({ setting, needs }: Check) =>
  setting === undefined && needs.length > 0 && !needs.some((need) => need.startsWith('setting/'));

/**
 * What fails by the settings last seen on the portal, each check once, worst first. Pages past their limit are not judged.
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
  const pageless = checks.filter(isPageless);
  const onPages = checks.filter((check) => !isPageless(check));
  const beside = runChecks(pageless, { settings: {}, facts, now, level: 'account', ...around });
  const seen = LEVELS.flatMap((level) => {
    const page = freshPage(facts, level, now);
    if (!page) return [];
    const settings: PortalFact['settings'] = page.value.settings;
    return runChecks(onPages, { settings, settingsSeenAt: page.observedAt, facts, now, level, ...around });
  });
  const known = beside.filter(({ outcome: { kind } }) => kind === 'pass' || kind === 'fail');
  const guessed = known.flatMap(({ check }) => pageless.find(({ id }) => id === check)?.supersedes ?? []);
  const found = [...seen.filter(({ check }) => !guessed.includes(check)), ...beside].filter(fails);
  return found
    .filter((finding, at) => found.findIndex((other) => other.check === finding.check) === at)
    .toSorted((a, b) => WORST_FIRST.indexOf(a.outcome.impact) - WORST_FIRST.indexOf(b.outcome.impact));
}
