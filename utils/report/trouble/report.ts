import type { Fact } from '../../model/facts.ts';
import { asCode, dropAddresses } from '../mask.ts';
import { written } from '../moment.ts';
import type { TroubleInput } from './input.ts';
import { connectionLines, environmentLines, factLine, originLines, runLine, syncLines } from './lines.ts';

/** Runs told; the last of them say what goes wrong now. */
const RUNS = 20;

function section(title: string, lines: readonly string[]): string {
  return [`## ${title}`, ...(lines.length === 0 ? ['none'] : lines), ''].join('\n');
}

/**
 * Plain text for a ticket or a forum: versions, states, counts, codes, ages. In English whatever the reader's language, for whoever
 * it is sent to; of ids, names, addresses, subjects and hosts of an organisation it holds none.
 */
export function troubleReport(input: TroubleInput): string {
  const { madeAt, facts, findings, runs, log, policy } = input;
  const outcomes = findings.map(({ check, level, outcome, observedAt }) => {
    const how = 'impact' in outcome ? ` ${outcome.impact} ${outcome.certainty}` : '';
    const why =
      'reason' in outcome
        ? ` ${asCode(outcome.reason)}`
        : 'code' in outcome
          ? ` ${asCode(outcome.code)}`
          : '';
    return `${asCode(check)}@${level}: ${outcome.kind}${how}${why}${observedAt === null ? '' : `, seen ${written(observedAt)}`}`;
  });
  const parts = [
    section('Syncline', environmentLines(input)),
    section('Connection', connectionLines(input)),
    section('Sync', syncLines(input.sync, madeAt)),
    section(
      `Runs (${Math.min(runs.length, RUNS)} of ${runs.length}, newest first)`,
      runs.slice(0, RUNS).map(runLine),
    ),
    section(
      'Facts',
      (Object.entries(facts) as [string, Fact<unknown>][]).map(([key, fact]) => factLine(key, fact, madeAt)),
    ),
    section('Findings', outcomes),
    section('Permissions', [input.permissions.map(asCode).join(', '), ...originLines(input.origins)]),
    section('Policy', [
      ...(policy.set.length > 0 ? [`set: ${policy.set.map(asCode).join(', ')}`] : []),
      ...policy.refused.map(({ field, reason }) => `refused: ${asCode(field)} (${asCode(reason)})`),
    ]),
    section(
      'Log',
      log.map(
        ({ at, code, count }) => `${written(at)} ${asCode(code)}${count === undefined ? '' : ` ${count}`}`,
      ),
    ),
  ];
  // Nothing above may hold an address. Should one ever, it goes no further.
  return dropAddresses(parts.join('\n')).trimEnd();
}
