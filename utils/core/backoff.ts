import { hash32 } from './hash.ts';

interface Pace {
  /** ms before the second attempt */
  readonly first: number;
  /** ms at most */
  readonly most: number;
}

/**
 * Time to wait after so many failures in a row: doubling from `first` to `most`, then up to a fifth more.
 * The extra comes from `who` and not from chance, so that a fleet spreads out and a test repeats.
 *
 * @param failures 1 after the first failure
 * @param who whatever tells one installation from another
 * @returns ms
 */
export function backoff(failures: number, { first, most }: Pace, who: string): number {
  const doubled = Math.min(most, first * 2 ** Math.max(0, Math.min(failures, 30) - 1));
  const spread = (hash32(`${who}#${failures}`) % 1000) / 1000;
  return Math.round(doubled * (1 + spread / 5));
}
