import type { ErrorInfo } from '../core/errors.ts';
import type { RunRecord, Shrink, SyncRecord, SyncWindow } from '../model/calendar.ts';
import type { PageLink } from './delta.ts';

/** What a planned page says; the machine decides on it and never sees a row. */
export interface PageNews {
  readonly link: PageLink;
  readonly items: number;
  /** Fingerprint of the page's id set. */
  readonly hash: string;
  /** Ids not seen before in this round. */
  readonly fresh: number;
  /** Calendar items that lose an event; a series is one. */
  readonly removed: number;
  /** Change in the number of events; masters are not counted. */
  readonly gained: number;
  /** Longest event on the page, ms. */
  readonly longest: number;
  /** Graph ids of masters still missing after this page. */
  readonly pending: readonly string[];
  /** Set when this page would remove too much of what is held. */
  readonly shrink: Shrink | null;
}

interface Moment {
  /** ms since the epoch */
  readonly now: number;
}

/** Everything that can happen to the sync, told by the driver; the machine itself asks nobody anything. */
export interface SyncEvents {
  /** Somebody wants a round: an alarm, a person, a start. */
  run: Moment & { readonly trigger: RunRecord['trigger']; readonly cloud: string };
  /** A page came and was planned. */
  page: Moment & { readonly page: PageNews };
  /** Missing masters were answered: here it is, its series is gone, or nobody needs it any more. */
  master: Moment & { readonly ids: readonly string[]; readonly gained: number };
  /** Every page and every master is in. */
  settled: Moment & { readonly shrink: Shrink | null };
  /** The server, or the way to it, says later. */
  wait: Moment & { readonly error: ErrorInfo };
  /** Only a person can help: to sign in, consent, allow. */
  person: Moment & { readonly error: ErrorInfo };
  /** The server forgot the delta token. */
  gone: Moment & { readonly error: ErrorInfo };
  /** Something is wrong with us. */
  broken: Moment & { readonly error: ErrorInfo };
  signedIn: Moment & { readonly account: string };
  signedOut: Moment;
  confirmShrink: Moment;
}

export type EventType = keyof SyncEvents;
export type SyncEvent = { [Type in EventType]: { readonly type: Type } & SyncEvents[Type] }[EventType];

/** What the driver has to do, in this order. */
export type Effect =
  /** Move the record, with or without the rows of the page or master that caused the event. */
  | {
      readonly kind: 'commit';
      readonly rows: boolean;
      readonly drop: readonly number[];
      readonly durability: 'strict' | 'relaxed';
    }
  /** Ask for the page the cursor names. */
  | { readonly kind: 'fetch' }
  /** Ask for the next missing master, or when there is none weigh the round. */
  | { readonly kind: 'settle' }
  /** Send `run` again at once. */
  | { readonly kind: 'again' }
  /** Set the alarm that wakes the sync. */
  | { readonly kind: 'wake'; readonly at: number }
  /** A round is complete: write the fact. */
  | { readonly kind: 'report'; readonly events: number; readonly window: SyncWindow };

export interface Step {
  /** The same reference when nothing happened. */
  readonly record: SyncRecord;
  readonly effects: readonly Effect[];
}

/** One cell of the table. */
export type Cell<Type extends EventType> = (record: SyncRecord, event: SyncEvents[Type]) => Step;
