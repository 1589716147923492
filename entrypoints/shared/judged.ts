import { type Around, besideState, type Failing, health, syncHistory } from '../../utils/checks/index.ts';
import type { FactBook } from '../../utils/model/facts.ts';
import type { HealthView, SyncHistoryView } from '../../utils/model/health.ts';
import { type Meeting, nextMeetings } from '../../utils/meetings/index.ts';
import type { Stored } from './load.ts';

export interface Judged {
  readonly view: HealthView;
  readonly history: SyncHistoryView | null;
  /** What fails, but for what the state says itself. */
  readonly findings: readonly Failing[];
  readonly meetings: readonly Meeting[];
  /** The facts stored, and what follows from them. */
  readonly facts: FactBook;
  readonly around: Around;
  /** A settings page was read at all: only then is "no finding" an answer. */
  readonly settingsRead: boolean;
}

/** What the checks find; in a chunk of its own, beside the popup's first script. */
export type Found = Pick<Judged, 'findings' | 'facts' | 'around'>;

/** What the engines say of what is stored, at one moment (ms since the epoch). */
export function judge(
  stored: Stored,
  now: number,
  online: boolean,
  found: (stored: Stored, now: number) => Found,
): Judged {
  const { facts, sync, runs, rows, connection, nextCheckAt, signedInAt } = stored;
  const view = health({
    facts,
    sync,
    runs,
    account: facts['microsoft/account']?.value ?? null,
    configured: connection.clientId !== null,
    now,
    online,
    ...(nextCheckAt === undefined ? {} : { nextCheckAt }),
    ...(signedInAt === null ? {} : { signedInAt }),
  });
  const all = found(stored, now);
  return {
    view,
    history: syncHistory(runs, now),
    ...all,
    findings: besideState(all.findings, view),
    meetings: nextMeetings(rows, now, 10),
    settingsRead: (['portal/user', 'portal/group', 'portal/account'] as const).some(
      (key) => facts[key]?.value.recognition === 'recognised',
    ),
  };
}
