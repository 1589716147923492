import { toErrorInfo } from '../core/errors.ts';
import type { FactBook, FactKey, PortalFact } from '../model/facts.ts';
import { isStale } from '../model/facts.ts';
import type { Check, CheckContext, Finding, Given, Need, Outcome, ReviewReason } from '../model/findings.ts';
import type { PageRules } from '../model/policy.ts';
import type { SettingId } from '../model/settings.ts';
import { decidedAbove } from './decided-above.ts';

export interface CheckInput extends Pick<CheckContext, 'now' | 'level' | 'cloud' | 'entraApps'> {
  /** The settings of one level. */
  readonly settings: PortalFact['settings'];
  /** When they were seen, ms since the epoch; now when absent (the page is open). */
  readonly settingsSeenAt?: number;
  readonly facts: FactBook;
  /** What policy and preferences say of checks; nothing when absent. */
  readonly rules?: PageRules;
}

type Answer =
  | { readonly value: unknown; readonly observedAt: number | null }
  | { readonly missing: Extract<ReviewReason, 'missing-fact' | 'stale-fact' | 'unknown-value'> };

const SETTING = 'setting/';

function answer(need: Need, input: CheckInput): Answer {
  if (need.startsWith(SETTING)) {
    const reading = input.settings[need.slice(SETTING.length) as SettingId];
    if (!reading) return { missing: 'missing-fact' };
    if (reading.value === 'unknown') return { missing: 'unknown-value' };
    return { value: reading, observedAt: input.settingsSeenAt ?? input.now };
  }
  // A choice is no observation: it has no age that could spoil a verdict.
  if (need === 'rules/baselines') return { value: input.rules ?? {}, observedAt: null };
  const fact = input.facts[need as FactKey];
  if (!fact) return { missing: 'missing-fact' };
  return isStale(fact, input.now)
    ? { missing: 'stale-fact' }
    : { value: fact.value, observedAt: fact.observedAt };
}

function contextOf({ now, level, cloud, entraApps }: CheckInput): CheckContext {
  return { now, level, ...(cloud ? { cloud } : {}), ...(entraApps ? { entraApps } : {}) };
}

function judge(check: Check, input: CheckInput): Pick<Finding, 'outcome' | 'observedAt'> {
  const given: Partial<Record<Need, unknown>> = {};
  let observedAt: number | null = null;
  const take = (need: Need, found: Extract<Answer, { value: unknown }>) => {
    given[need] = found.value;
    if (found.observedAt !== null) observedAt = Math.min(observedAt ?? found.observedAt, found.observedAt);
  };
  for (const need of check.needs) {
    const found = answer(need, input);
    if ('missing' in found)
      return { outcome: { kind: 'needs-review', reason: found.missing }, observedAt: null };
    take(need, found);
  }
  for (const need of check.wants ?? []) {
    const found = answer(need, input);
    if (!('missing' in found)) take(need, found);
  }
  let outcome: Outcome | { readonly kind: 'error'; readonly code: string };
  try {
    outcome = check.run(given as Given<Need>, contextOf(input));
  } catch (error) {
    // One broken check costs one line, never the page (models.md 2.2).
    outcome = { kind: 'error', code: toErrorInfo(error).raw ?? 'unexpected' };
  }
  return { outcome, observedAt };
}

/** The one place where an organisation's word on a check counts: shown or not, and how grave it is to them. */
function byRules(findings: readonly Finding[], rules: PageRules['checks'] = {}): Finding[] {
  return findings
    .filter(({ check }) => rules[check]?.show !== false)
    .map((finding) => {
      const impact = rules[finding.check]?.impact;
      const { outcome } = finding;
      return impact && outcome.kind === 'fail' ? { ...finding, outcome: { ...outcome, impact } } : finding;
    });
}

/** Who locked the control judges it: a level below can only be told so. */
function isDecidedAbove(check: Check, input: CheckInput): boolean {
  return check.setting !== undefined && input.settings[check.setting]?.lock === 'locked-above';
}

/**
 * Runs every check that speaks for the level. A missing, unknown or over-age fact gives `needs-review`, a check that
 * throws gives `error(code)`; neither stops the others. What the rules hide is left out, and what they regrade is regraded.
 *
 * @returns one finding a check, in the order of the checks, then one for every setting that a higher level decides
 */
export function runChecks(checks: readonly Check[], input: CheckInput): Finding[] {
  const findings: Finding[] = checks
    .filter((check) => check.levels.includes(input.level))
    .map((check) => {
      const { outcome, observedAt } = isDecidedAbove(check, input)
        ? { outcome: { kind: 'not-applicable', reason: 'decided-above' } as const, observedAt: null }
        : judge(check, input);
      return {
        check: check.id,
        level: input.level,
        sources: ('sources' in outcome && outcome.sources) || check.sources,
        ...(check.setting ? { setting: check.setting } : {}),
        ...(check.needs.some((need) => need.startsWith('entra/')) ? { place: 'entra' as const } : {}),
        outcome,
        observedAt,
      };
    });
  return byRules([...findings, ...decidedAbove(input)], input.rules?.checks);
}
