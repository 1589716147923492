import type { FactBook } from '../../utils/model/facts.ts';
import { isStale } from '../../utils/model/facts.ts';

/** The settings page seen last of which only a part was recognised; `null` when there is none. */
export function partlyRead(
  facts: FactBook,
  now: number,
): { readonly recognised: number; readonly expected: number; readonly seenAt: number } | null {
  const pages = (['portal/account', 'portal/group', 'portal/user'] as const).flatMap((key) => {
    const fact = facts[key];
    if (!fact || isStale(fact, now) || fact.value.recognition !== 'recognised') return [];
    const { recognised, expected } = fact.value;
    return recognised < expected ? [{ recognised, expected, seenAt: fact.observedAt }] : [];
  });
  return pages.toSorted((a, b) => b.seenAt - a.seenAt)[0] ?? null;
}
