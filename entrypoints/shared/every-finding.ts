import { allFindings, type Around, CHECKS, type SeenPage } from '../../utils/checks/index.ts';
import type { FactBook } from '../../utils/model/facts.ts';
import type { Finding } from '../../utils/model/findings.ts';

function pagesSeen(facts: FactBook): SeenPage[] {
  return (['account', 'group', 'user'] as const).flatMap((level) => {
    const fact = facts[`portal/${level}`];
    return fact?.value.recognition === 'recognised'
      ? [{ level, settings: fact.value.settings, seenAt: fact.observedAt }]
      : [];
  });
}

/**
 * Every check's answer by what is stored, passes and doubts included.
 *
 * @param known the facts and what follows from them
 */
export const everyFinding = (facts: FactBook, known: FactBook, now: number, around: Around): Finding[] =>
  allFindings(CHECKS, pagesSeen(facts), known, now, around).map(({ finding }) => finding);
