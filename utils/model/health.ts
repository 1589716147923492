import type { AccountFact, FactBook } from './facts.ts';
import type { RunRecord, SyncRecord } from './calendar.ts';
import type { Certainty } from './findings.ts';
import type { Message } from './words.ts';

/** The six named states, and two for "we know too little to name one" (DESIGN 5). */
export type HealthState =
  | 'healthy'
  | 'working'
  | 'waiting'
  | 'stale'
  | 'needs-you'
  | 'problem'
  | 'first-run'
  | 'half-known';

/** Five meanings, five hues (look.md): healthy, at work, a person should look, broken and sure, not known. */
export type Tone = 'good' | 'busy' | 'ask' | 'bad' | 'none';

/** Outline of the state, so that it reads without its hue. */
export type StateShape = 'good' | 'work' | 'wait' | 'person' | 'warn' | 'bad' | 'stale' | 'unknown';

export type HealthActionId =
  | 'sign-in'
  | 'choose-account'
  | 'grant-calendar'
  | 'sync-now'
  | 'confirm-shrink'
  | 'open-profile'
  | 'copy-admin-message'
  | 'open-options'
  | 'open-table';

export interface HealthAction {
  readonly id: HealthActionId;
  readonly label: Message;
}

/** One row of "What this rests on". */
export interface HealthFact {
  readonly name: Message;
  readonly value: Message;
  /** ms since the epoch; `null`: nobody has looked yet */
  readonly observedAt: number | null;
  /** Past its limit: grey, with a dashed clock. */
  readonly stale: boolean;
}

export interface HealthView {
  readonly state: HealthState;
  readonly tone: Tone;
  readonly shape: StateShape;
  readonly title: Message;
  readonly text: readonly Message[];
  /** The one filled button. */
  readonly action: HealthAction | null;
  /** A quiet second way. */
  readonly second: HealthAction | null;
  /** Only where we forecast or report a loss. */
  readonly certainty: Certainty | null;
  /** The age line, piece by piece. */
  readonly meta: readonly Message[];
  /** Raw code of the other side, for the age line, to copy. */
  readonly code: string | null;
  /** What to do on the page the action opens. */
  readonly steps: readonly Message[];
  readonly facts: readonly HealthFact[];
  /** How old the calendar is when it is past its limit, ms since the epoch; the next meeting says so. */
  readonly calendarAsOf: number | null;
  /** When a portal page was last seen that does not look like the one we know, ms since the epoch. */
  readonly unfamiliarAt: number | null;
}

/** A view before the facts it rests on are listed. */
export type Verdict = Omit<HealthView, 'facts' | 'calendarAsOf' | 'unfamiliarAt'>;

export interface HealthInput {
  readonly facts: FactBook;
  /** `null`: the calendar was never set up. */
  readonly sync: SyncRecord | null;
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  readonly account: AccountFact | null;
  /** An application (client) id is known. */
  readonly configured: boolean;
  /** ms since the epoch */
  readonly now: number;
  readonly online: boolean;
  /** When the next round is due, ms since the epoch; absent when nobody could tell. */
  readonly nextCheckAt?: number;
  /** Last visit to Microsoft's sign-in page, ms since the epoch; absent when nobody is signed in here, or nobody could tell. */
  readonly signedInAt?: number;
}

/** What one bar of the sync history stands for; `idle`: no run was due or the browser was closed. */
export interface HistoryBar {
  readonly kind: 'fine' | 'failed' | 'waited' | 'idle';
  /** Height, 0 to 1. */
  readonly height: number;
}

export interface SyncHistoryView {
  readonly title: Message;
  /** The drawing in words. */
  readonly sentences: readonly Message[];
  readonly bars: readonly HistoryBar[];
}
