import { type Around, type Failing, health, syncHistory } from '../../utils/checks/index.ts';
import type { FactBook } from '../../utils/model/facts.ts';
import type { HealthView, SyncHistoryView } from '../../utils/model/health.ts';
import { type Meeting, nextMeetings } from '../../utils/meetings/index.ts';
import type { Stored } from './load.ts';

export interface Judged {
  readonly view: HealthView;
  readonly history: SyncHistoryView | null;
  readonly findings: readonly Failing[];
  readonly meetings: readonly Meeting[];
  /** A settings page was read at all: only then is "no finding" an answer. */
  readonly settingsRead: boolean;
}

export type FindingsOf = (facts: FactBook, now: number, around: Around) => readonly Failing[];

/** What the engines say of what is stored, at one moment (ms since the epoch). */
export function judge(
  { facts, sync, runs, rows, connection, nextCheckAt, signedInAt, rules }: Stored,
  now: number,
  online: boolean,
  findingsOf: FindingsOf,
): Judged {
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
    findings: findingsOf(facts, now, { cloud: connection.cloud, rules }),
    meetings: nextMeetings(rows, now, 10),
    settingsRead: (['portal/user', 'portal/group', 'portal/account'] as const).some(
      (key) => facts[key]?.value.recognition === 'recognised',
    ),
  };
}
