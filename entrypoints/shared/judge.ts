import { type Around, type Failing, health, syncHistory } from '../../utils/checks/index.ts';
import type { FactBook } from '../../utils/model/facts.ts';
import type { HealthView, SyncHistoryView } from '../../utils/model/health.ts';
import { comparedFact, compareStored, type Meeting, nextMeetings } from '../../utils/meetings/index.ts';
import type { Stored } from './load.ts';

export interface Judged {
  readonly view: HealthView;
  readonly history: SyncHistoryView | null;
  readonly findings: readonly Failing[];
  readonly meetings: readonly Meeting[];
  /** The facts stored, and what follows from them. */
  readonly facts: FactBook;
  readonly around: Around;
  /** A settings page was read at all: only then is "no finding" an answer. */
  readonly settingsRead: boolean;
}

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

export type FindingsOf = (facts: FactBook, now: number, around: Around) => readonly Failing[];

/** What the engines say of what is stored, at one moment (ms since the epoch). */
export function judge(stored: Stored, now: number, online: boolean, findingsOf: FindingsOf): Judged {
  const { facts, sync, runs, rows, connection, rules, entraApps, nextCheckAt, signedInAt } = stored;
  const known = withMeetings(stored, now);
  const around = { cloud: connection.cloud, rules, ...(entraApps ? { entraApps } : {}) };
  return {
    view: health({
      facts,
      sync,
      runs,
      account: facts['microsoft/account']?.value ?? null,
      configured: connection.clientId !== null,
      now,
      online,
      ...(nextCheckAt === undefined ? {} : { nextCheckAt }),
      ...(signedInAt === null ? {} : { signedInAt }),
    }),
    history: syncHistory(runs, now),
    findings: findingsOf(known, now, around),
    facts: known,
    around,
    meetings: nextMeetings(rows, now, 10),
    settingsRead: (['portal/user', 'portal/group', 'portal/account'] as const).some(
      (key) => facts[key]?.value.recognition === 'recognised',
    ),
  };
}
