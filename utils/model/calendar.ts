import type { ErrorInfo } from '../core/errors.ts';

/**
 * One stored event. Never body, attendees or a meeting's password (DESIGN 3.2).
 * Optional members are left out when they would say nothing: bytes count at 100,000 rows.
 */
export interface EventRow {
  readonly generation: number;
  /** Digest of Graph's immutable id (22 characters, base64url of SHA-256 cut to 128 bits). */
  readonly key: string;
  readonly type: 'single' | 'occurrence' | 'exception' | 'master';
  /** Digest of the series master's id. */
  readonly master?: string;
  /** ms since the epoch, UTC */
  readonly start: number;
  readonly end: number;
  readonly allDay?: true;
  readonly cancelled?: true;
  /** The signed-in person is the organiser. */
  readonly mine?: true;
  /** Marked private or confidential: times only. */
  readonly private?: true;
  readonly subject?: string;
  readonly place?: string;
  /** Zoom meeting number, digits only. */
  readonly zoom?: string;
  /** Host of the join link: `us02web.zoom.us`. */
  readonly zoomHost?: string;
  /** A personal meeting's link, one of a page of registration, or one that stands in the subject alone. */
  readonly link?: 'personal' | 'registration' | 'subject';
  /** Besides the Zoom link it has a Teams meeting. */
  readonly teams?: true;
  readonly changeKey?: string;
}

export type SyncState =
  | 'signedOut'
  | 'idle'
  | 'fetching'
  | 'coolingDown'
  | 'needsPerson'
  | 'needsResync'
  | 'suspectShrink'
  | 'failed';

export interface SyncWindow {
  /** ms since the epoch */
  readonly start: number;
  readonly end: number;
}

/** Versioned cursor: a changed window, parser, account or cloud forces a new round (DESIGN 3.2). */
export interface Cursor {
  readonly link: string;
  readonly kind: 'next' | 'delta';
  readonly window: SyncWindow;
  readonly parserVersion: number;
  readonly account: string;
  readonly cloud: string;
}

/** How the calendar is read, best first; the later ones answer a round that never ends (microsoft.md A.7). */
export type ReadMode = 'delta' | 'delta-unsized' | 'delta-half' | 'plain';

/** What an open round remembers from page to page; absent between rounds. */
export interface RoundProgress {
  readonly pages: number;
  /** Pages in a row that brought no new id. */
  readonly barren: number;
  /** Hashes of the last pages' id sets. */
  readonly recent: readonly string[];
  /** Calendar items (a series is one) that lost an event so far. */
  readonly removed: number;
  /** Events gathered so far in the generation being filled, masters not counted. */
  readonly events: number;
  /** Every page is in; missing masters and the brake remain. */
  readonly settling?: true;
}

/** What a round would take away; counted in calendar items (a series is one). */
export interface Shrink {
  readonly before: number;
  readonly gone: number;
}

/** The one record of the `sync` store. */
export interface SyncRecord {
  readonly state: SyncState;
  /** The server's last word on waiting, ms since the epoch; 0 when it said nothing. No path shortens it. */
  readonly notBefore: number;
  readonly error?: ErrorInfo;
  /** Generation that readers read; absent until a first round ended. */
  readonly generation?: number;
  /** Generation being filled beside it. */
  readonly filling?: number;
  readonly cursor?: Cursor;
  /** End of the last complete round, ms since the epoch. */
  readonly completedAt?: number;
  readonly attemptedAt?: number;
  readonly events?: number;
  /** Account the rows belong to, as `AuthPort.account().id`. */
  readonly account?: string;
  /** Grows with every commit; a writer that expected another number was superseded. */
  readonly revision?: number;
  /** Failed attempts in a row since the last complete round. */
  readonly failures?: number;
  /** Absent: `delta`. */
  readonly mode?: ReadMode;
  /** When the mode became other than `delta`, ms since the epoch. */
  readonly modeSince?: number;
  readonly round?: RoundProgress;
  /** Graph ids of series masters that occurrences name and no page has brought yet. */
  readonly pendingMasters?: readonly string[];
  /** Why the round stands still in `suspectShrink`. */
  readonly shrink?: Shrink;
  /** The person said that the shrink is right; counts for one round. */
  readonly shrinkAccepted?: true;
  /** Longest event stored, ms: how far before a span its running events can begin. */
  readonly longest?: number;
}

/** One wide record per run; ring of 50. Nothing personal. */
export interface RunRecord {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly trigger: 'alarm' | 'person' | 'sign-in' | 'start' | 'policy';
  readonly outcome: 'complete' | 'waiting' | 'needs-person' | 'resync' | 'shrink' | 'failed' | 'superseded';
  readonly error?: ErrorInfo;
  readonly pages: number;
  readonly requests: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly ignored: number;
  readonly bytes: number;
  readonly waitedMs: number;
}

/** The longest wait anybody may ask of us, ms: a day, and an hour for clocks that differ. */
const LONGEST_WAIT = 25 * 3_600_000;

/**
 * Until when nothing may be asked, ms since the epoch; `null` when that has passed. A time further ahead than any wait we take, or
 * stored by an attempt that still lies ahead, was written by a clock that was wrong then: it holds nobody.
 */
export function heldUntil(
  { notBefore, attemptedAt = 0 }: Pick<SyncRecord, 'notBefore' | 'attemptedAt'>,
  now: number,
): number | null {
  const ahead = notBefore - now;
  return ahead > 0 && ahead <= LONGEST_WAIT && attemptedAt <= now ? notBefore : null;
}
