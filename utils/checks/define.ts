import type { Check, Need } from '../model/findings.ts';

/**
 * Writes one check down: what it declares is all its function may read.
 * The types end here; the engine keeps the promise by handing over declared facts only.
 */
export function defineCheck<const N extends Need, const W extends Need = never>(check: Check<N, W>): Check {
  return check;
}
