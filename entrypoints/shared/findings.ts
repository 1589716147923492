import { CHECKS, storedFindings } from '../../utils/checks/index.ts';
import { comparedFact, compareStored } from '../../utils/meetings/index.ts';
import type { FactBook } from '../../utils/model/facts.ts';
import type { Found } from './judged.ts';
import type { Stored } from './load.ts';

/** Days ahead whose meetings are compared; as far as rows are loaded. */
const DAYS = 7;

/** The facts with what comparing the next days' meetings gave. */
function withMeetings({ facts, rows, syncVersion: version }: Stored, now: number): FactBook {
  // Without Zoom's list there is no time to read in any zone.
  const zone = facts['portal/meetings'] ? new Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC';
  const compared = compareStored({ facts, rows, version, days: DAYS, zone, now });
  const fact = compared && comparedFact(compared, facts, DAYS);
  return fact ? { ...facts, 'derived/meetings': fact } : facts;
}

/** What fails by the settings last seen, by the meetings of the next days, and by what Entra said; and what it rests on. */
export function findingsOf(stored: Stored, now: number): Found {
  const { connection, rules, entraApps } = stored;
  const facts = withMeetings(stored, now);
  const around = { cloud: connection.cloud, rules, ...(entraApps ? { entraApps } : {}) };
  return { findings: storedFindings(CHECKS, facts, now, around), facts, around };
}
