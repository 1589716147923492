import { DAY } from '../core/clock.ts';
import type { FactBook, PortalFact } from '../model/facts.ts';
import type { Check, Finding } from '../model/findings.ts';
import type { Level } from '../model/settings.ts';
import { runChecks } from './engine.ts';
import { type Around, guessesOf, isPageless, pagelessFindings } from './health-findings.ts';

/** One page as it was seen. */
export interface SeenPage {
  readonly level: Level;
  /** Host and group. */
  readonly scope?: string;
  readonly settings: PortalFact['settings'];
  /** ms since the epoch */
  readonly seenAt: number;
}

/** A look this much older than the moment judged says nothing certain of it; the same limit as a settings fact's. */
const GOOD_FOR = 7 * DAY;

/** A verdict on a look past its limit is none. */
function notByAnOldLook(finding: Finding): Finding {
  const { kind } = finding.outcome;
  return kind === 'pass' || kind === 'fail'
    ? { ...finding, outcome: { kind: 'needs-review', reason: 'stale-fact' } }
    : finding;
}

/**
 * What every check says of every page at a moment, passes and doubts included; those that no page carries speak once. A check that
 * only guesses what another knows is silent.
 *
 * @param now the moment judged, ms since the epoch
 */
export function allFindings(
  checks: readonly Check[],
  pages: readonly SeenPage[],
  facts: FactBook,
  now: number,
  around: Around = {},
): { readonly scope?: string; readonly finding: Finding }[] {
  const onPages = checks.filter((check) => !isPageless(check));
  const beside = pagelessFindings(checks, facts, now, around);
  const guessed = guessesOf(checks, beside);
  const asked = onPages.filter(({ id }) => !guessed.includes(id));
  const seen = pages.flatMap(({ level, scope, settings, seenAt }) =>
    runChecks(asked, { settings, settingsSeenAt: seenAt, facts, now, level, ...around }).map((finding) => ({
      ...(scope === undefined ? {} : { scope }),
      finding: now - seenAt > GOOD_FOR ? notByAnOldLook(finding) : finding,
    })),
  );
  return [...seen, ...beside.map((finding) => ({ finding }))];
}
