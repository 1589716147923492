import type { Certainty, Finding, Impact } from '../model/findings.ts';

export type Failing = Finding & { readonly outcome: Extract<Finding['outcome'], { kind: 'fail' }> };

export const fails = (finding: Finding): finding is Failing => finding.outcome.kind === 'fail';

const IMPACTS: readonly Impact[] = ['critical', 'serious', 'moderate', 'minor'];
const CERTAINTIES: readonly Certainty[] = ['confirmed', 'likely', 'possible'];

/** Orders findings by what to do next: the gravest first, the surest of those, then what has a step before what has none. */
export function nextFirst(a: Failing, b: Failing): number {
  const order = ({ outcome: { impact, certainty, words } }: Failing) =>
    IMPACTS.indexOf(impact) * 100 + CERTAINTIES.indexOf(certainty) * 10 + (words.step ? 0 : 1);
  return order(a) - order(b);
}
