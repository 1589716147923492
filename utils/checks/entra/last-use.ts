import type { UseOfKind } from '../../model/entra.ts';

export interface LastUse {
  /** ms since the epoch; `null`: none in the span */
  readonly success: number | null;
  /** The newest refusal, unless something succeeded after it. */
  readonly refusal: { readonly at: number; readonly code: number } | null;
}

/** The last word over all kinds of sign-in: one way in that works makes a refusal before it old. */
export function lastUseOf(uses: readonly UseOfKind[]): LastUse {
  let success: number | null = null;
  let refusal: LastUse['refusal'] = null;
  for (const { lastSuccess, lastRefusal } of uses) {
    if (lastSuccess !== null) success = Math.max(success ?? 0, lastSuccess);
    if (lastRefusal && lastRefusal.at > (refusal?.at ?? 0)) refusal = lastRefusal;
  }
  return { success, refusal: refusal && refusal.at > (success ?? 0) ? refusal : null };
}
