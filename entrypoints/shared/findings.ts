import { CHECKS, type Failing, storedFindings } from '../../utils/checks/index.ts';
import type { FactBook } from '../../utils/model/facts.ts';

/** What fails by the settings last seen. */
export const findingsOf = (facts: FactBook, now: number): Failing[] => storedFindings(CHECKS, facts, now);
