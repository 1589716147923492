import type { Certainty, Source } from './findings.ts';
import type { Message } from './words.ts';

/** Which of Zoom's two ways of syncing the account has; the portal does not say, so a person does (portal.md 3.4). */
export type SyncVersion = '1.0' | '2.0' | 'unknown';
export const SYNC_VERSIONS: readonly SyncVersion[] = ['unknown', '1.0', '2.0'];

/** Why a meeting may not sync, or why the two sides were not compared. */
export interface MeetingReason {
  readonly words: Message;
  /** Absent for what is no published limit of Zoom's. */
  readonly source?: Source;
  readonly certainty?: Certainty;
}

/** What comparing gave for one meeting. */
export const MEETING_VERDICTS = [
  'time-differs',
  'cancelled-once',
  'outlook-only',
  'zoom-only',
  'two-links',
  'known-limit',
  'not-compared',
  'same',
] as const;
export type MeetingVerdict = (typeof MEETING_VERDICTS)[number];

/** ms since the epoch */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One meeting on both sides. */
export interface ComparedMeeting {
  readonly key: string;
  /** Where it stands in the list, ms since the epoch. */
  readonly at: number;
  /** Zoom's number, digits only. */
  readonly number?: string;
  readonly subject?: string;
  readonly private?: true;
  readonly outlook: Span | null;
  /** Outlook shows it as cancelled. */
  readonly cancelled?: true;
  readonly zoom: Span | null;
  readonly verdict: MeetingVerdict;
  readonly why: readonly MeetingReason[];
}

/** Both sides as far as they were seen. */
export interface Comparison {
  readonly meetings: readonly ComparedMeeting[];
  readonly counts: Readonly<Record<MeetingVerdict, number>>;
  /** Meetings of Outlook that carry a Zoom link, cancelled ones not counted. */
  readonly withLink: number;
  /** Why meetings do not sync that lies in none of them: said once, above them all. */
  readonly general: readonly MeetingReason[];
  /** Events of Outlook without one: nothing to compare. */
  readonly others: number;
  /** What was compared, ms since the epoch. */
  readonly span: Span;
  /** Pages of Zoom's list; `null` when none was open lately. */
  readonly list: { readonly pages: number; readonly rows: number; readonly seenAt: number } | null;
}
