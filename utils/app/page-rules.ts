import type { BaselineProfile, PageRules, Policy } from '../model/policy.ts';

const FIELDS = ['baselines', 'ownBaseline', 'checks', 'labels', 'contact'] as const;

/**
 * What the page's notes are drawn by: the policy, and where it leaves the rule books open the person's own choice. What nobody
 * said anything about is absent. Taught controls are the taught service's to mix (a person's own go first).
 */
export function pageRules(policy: Policy, chosen: readonly BaselineProfile[]): PageRules {
  const said = Object.fromEntries(
    FIELDS.flatMap((field) => (policy[field] === undefined ? [] : [[field, policy[field]]])),
  ) as PageRules;
  return said.baselines === undefined && chosen.length > 0 ? { ...said, baselines: chosen } : said;
}
