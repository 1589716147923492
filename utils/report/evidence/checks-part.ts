import { plainText } from '../../core/rich.ts';
import { checkName } from '../../model/finding-words.ts';
import type { Finding, Impact } from '../../model/findings.ts';
import { CERTAINTY_WORDS } from '../../model/certainty-words.ts';
import type { Message, Say } from '../../model/words.ts';
import { iso, written } from '../moment.ts';
import { type EvidenceInput, type Judgement, type Part, PAUSE, type Row } from './pack.ts';
import { STATE_WORDS, type StateId, stateOf, STATES, whereWords } from './words.ts';

export const IMPACT_WORDS: Readonly<Record<Impact, Message>> = {
  critical: { key: 'report_impact_critical' },
  serious: { key: 'report_impact_serious' },
  moderate: { key: 'report_impact_moderate' },
  minor: { key: 'report_impact_minor' },
};

/** Findings put in order between two places to stop: far below a millisecond, even on a first run. */
const STRIDE = 100;

const keyOf = ({ scope, finding }: Judgement) => `${finding.check}@${finding.level}@${scope ?? ''}`;

function nameOf(say: Say, finding: Finding): string {
  const name = checkName(finding);
  return name ? say(name) : finding.check;
}

/** What the check says; of one that says nothing, what it looks at. */
function titleOf(say: Say, finding: Finding): string {
  const { outcome } = finding;
  return outcome.kind !== 'error' && outcome.words ? say(outcome.words.title) : nameOf(say, finding);
}

function rowOf(say: Say, { scope, finding }: Judgement, before: Finding | undefined): Row {
  const { outcome, sources, check, level, place, observedAt } = finding;
  const fail = outcome.kind === 'fail' ? outcome : null;
  const step = fail?.words.step;
  const state = stateOf(finding);
  const was = before && stateOf(before);
  const words = outcome.kind === 'error' ? undefined : outcome.words;
  const [title, name] = [titleOf(say, finding), nameOf(say, finding)];
  const stepText = step ? [say(step.verb), ...(step.rest ? [say(step.rest)] : [])].join(' ') : '';
  return {
    raw: {
      check,
      level,
      ...(place ? { place } : {}),
      ...(scope === undefined ? {} : { scope }),
      state,
      ...(was === undefined ? {} : { before: was }),
      outcome: outcome.kind,
      ...('reason' in outcome ? { reason: outcome.reason } : {}),
      ...('code' in outcome ? { code: outcome.code } : {}),
      ...(fail ? { impact: fail.impact, certainty: fail.certainty } : {}),
      title: plainText(title),
      ...(words?.why ? { why: plainText(say(words.why)) } : {}),
      ...(step ? { step: plainText(stepText), ...(step.href === undefined ? {} : { href: step.href }) } : {}),
      seenAt: observedAt === null ? null : iso(observedAt),
      sources,
    },
    cells: {
      state: say(STATE_WORDS[state]),
      before: was ? say(STATE_WORDS[was]) : '–',
      check: { rich: title },
      where: whereWords(say, finding, scope),
      impact: fail ? say(IMPACT_WORDS[fail.impact]) : '–',
      certainty: fail ? say(CERTAINTY_WORDS[fail.certainty]) : '',
      why: words?.why ? { rich: say(words.why) } : '',
      step: { rich: stepText },
      seen: observedAt === null ? '–' : written(observedAt),
      source: { links: sources },
      id: name === title ? '' : name,
    },
  };
}

/** What each check says after, and said before. */
export function checksPart({ checks }: EvidenceInput, say: Say): Part {
  return {
    id: 'checks',
    title: { key: 'report_part_checks' },
    columns: [
      { id: 'before', title: { key: 'report_col_before' } },
      { id: 'state', title: { key: 'report_col_after' } },
      { id: 'check', title: { key: 'workbench_col_finding' } },
      { id: 'why', title: { key: 'report_col_why' }, under: 'check' },
      { id: 'where', title: { key: 'workbench_col_level' } },
      { id: 'impact', title: { key: 'report_col_impact' } },
      { id: 'certainty', title: { key: 'workbench_col_certainty' }, under: 'impact' },
      { id: 'step', title: { key: 'report_col_step' }, under: 'check' },
      { id: 'seen', title: { key: 'report_col_seen' } },
      { id: 'source', title: { key: 'workbench_col_source' } },
      { id: 'id', title: { key: 'report_col_id' }, under: 'check' },
    ],
    *rows() {
      const before = new Map<string, Finding>();
      const byState = new Map<StateId, Judgement[]>(STATES.map((state) => [state, []]));
      for (const [at, one] of checks.before.entries()) {
        before.set(keyOf(one), one.finding);
        if (at % STRIDE === 0) yield PAUSE;
      }
      for (const [at, one] of checks.after.entries()) {
        byState.get(stateOf(one.finding))?.push(one);
        if (at % STRIDE === 0) yield PAUSE;
      }
      for (const ended of byState.values())
        for (const one of ended) yield rowOf(say, one, before.get(keyOf(one)));
    },
  };
}
