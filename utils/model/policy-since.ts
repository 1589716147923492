import { hash32 } from '../core/hash.ts';
import { isRecord } from '../core/is-record.ts';
import type { Policy } from './policy.ts';
import { POLICY_FIELDS } from './policy-reading.ts';

/** Since when this browser has seen each field at its present value. */
export type PolicySince = {
  readonly [Field in keyof Policy]?: { readonly print: number; readonly at: number };
};

/** What was stored of it; nothing for anything else. */
export function toPolicySince(given: unknown): PolicySince {
  if (!isRecord(given)) return {};
  return Object.fromEntries(
    POLICY_FIELDS.flatMap((field) => {
      const kept = given[field];
      if (!isRecord(kept)) return [];
      const { print, at } = kept;
      return typeof print === 'number' && typeof at === 'number' ? [[field, { print, at }]] : [];
    }),
  );
}

/** The dates after this look at the policy; a field that keeps its value keeps its date. */
export function sinceAfter(before: PolicySince, policy: Policy, now: number): PolicySince {
  return Object.fromEntries(
    POLICY_FIELDS.flatMap((field) => {
      if (policy[field] === undefined) return [];
      const print = hash32(JSON.stringify(policy[field]));
      const known = before[field];
      return [[field, known?.print === print && known.at <= now ? known : { print, at: now }]];
    }),
  );
}
