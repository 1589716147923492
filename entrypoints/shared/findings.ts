import { type Around, CHECKS, type Failing, storedFindings } from '../../utils/checks/index.ts';
import type { FactBook } from '../../utils/model/facts.ts';

/** What fails by the settings last seen, and by what Entra said. */
export const findingsOf = (facts: FactBook, now: number, around: Around): Failing[] =>
  storedFindings(CHECKS, facts, now, around);
