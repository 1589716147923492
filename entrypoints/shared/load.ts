import { lastRenewal } from '../../utils/adapters/auth/marker.ts';
import { signInWindow, type SignInWindow } from '../../utils/adapters/auth/window-mark.ts';
import { answers } from '../../utils/adapters/browser/answers.ts';
import { alarmTime } from '../../utils/adapters/browser/alarms.ts';
import { connectionWithin } from '../../utils/adapters/browser/config.ts';
import { localValue } from '../../utils/adapters/browser/local-value.ts';
import { policyWithin } from '../../utils/adapters/browser/policy-within.ts';
import { preferences } from '../../utils/adapters/browser/preferences.ts';
import { droppedControls } from '../../utils/adapters/browser/taught-dropped.ts';
import type { Reader } from '../../utils/adapters/idb/index.ts';
import { pageRules } from '../../utils/app/page-rules.ts';
import { SYNC_ALARM } from '../../utils/app/sync-ports.ts';
import { DAY } from '../../utils/core/clock.ts';
import type { EventRow, RunRecord, SyncRecord } from '../../utils/model/calendar.ts';
import type { FactBook } from '../../utils/model/facts.ts';
import type { SyncVersion } from '../../utils/model/meetings.ts';
import type { ConnectionConfig } from '../../utils/model/messages.ts';
import type { TaughtBook } from '../../utils/model/ports.ts';
import type { AppExpectation, PageRules, PolicyReading } from '../../utils/model/policy.ts';

/** How far ahead the next meeting is looked for. */
const AHEAD = 7 * DAY;
/** The store is drawn after this long even when the policy has not answered, ms; the page reads again when it has. */
const POLICY_PATIENCE = 100;

/** Everything the pages show, as stored; read without the worker. */
export interface Stored {
  readonly facts: FactBook;
  readonly sync: SyncRecord | null;
  readonly runs: readonly RunRecord[];
  readonly rows: readonly EventRow[];
  readonly connection: ConnectionConfig;
  readonly hidden: number;
  /** Controls people had pointed out that no longer fitted. */
  readonly dropped: TaughtBook['dropped'];
  readonly hiddenNotes: readonly string[];
  /** `null`: the browser has not told it yet. */
  readonly policy: PolicyReading | null;
  /** What policy and the person say of notes and findings. */
  readonly rules: PageRules;
  readonly entraApps?: readonly AppExpectation[];
  /** When the next round is due, ms since the epoch. */
  readonly nextCheckAt: number | undefined;
  /** Last visit to Microsoft's sign-in page, ms since the epoch; `null`: nobody is signed in. */
  readonly signedInAt: number | null;
  /** Which of Zoom's ways of syncing the account has, as a person told. */
  readonly syncVersion: SyncVersion;
  /** A sign-in window that stands open, or was left; `null` when none is known. */
  readonly signInWindow: SignInWindow | null;
  /** Further events, by start; ms since the epoch. */
  readonly between: Reader['between'];
}

/** Reads it all at once. Rejects with a `SynclineError` when the store or the policy could not be read. */
export async function load(opened: Promise<Reader>, now: number): Promise<Stored> {
  const [
    reader,
    { facts, sync, runs, rows },
    connection,
    said,
    chosen,
    hidden,
    nextCheckAt,
    signedInAt,
    syncVersion,
    open,
    dropped,
  ] = await Promise.all([
    opened,
    opened.then((reader) => reader.page(now, now + AHEAD)),
    connectionWithin(POLICY_PATIENCE),
    policyWithin(POLICY_PATIENCE),
    preferences.baselines(),
    preferences.hiddenNotes(),
    alarmTime(SYNC_ALARM),
    lastRenewal(localValue),
    answers.syncVersion(),
    signInWindow(now),
    droppedControls(),
  ]);
  const { entraApps } = said?.policy ?? {};
  return {
    facts,
    sync,
    runs,
    rows,
    connection,
    rules: pageRules(said?.policy ?? {}, chosen),
    ...(entraApps ? { entraApps } : {}),
    hidden: hidden.length,
    dropped,
    hiddenNotes: hidden,
    policy: said,
    nextCheckAt,
    signedInAt,
    syncVersion,
    signInWindow: open,
    between: (start, end) => reader.between(start, end),
  };
}
