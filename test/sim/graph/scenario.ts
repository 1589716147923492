import type { FaultRule } from '../wire/faults.ts';
import type { DirectoryData } from './directory/data.ts';

export type GraphPlace = 'me' | 'delta' | 'calendarView' | 'event' | 'directory' | 'signIns';

/** One thing that may go wrong with an answer of Graph. */
export type GraphFault =
  /** `retryAfter`: seconds, an HTTP date (ms from now), or `null` for no header. */
  | {
      readonly kind: 'status';
      readonly status: 401 | 403 | 404 | 429 | 500 | 502 | 503 | 504;
      readonly code?: string;
      readonly retryAfter?: number | { readonly dateAfterMs: number } | null;
    }
  /** 410 Gone with the new round's address in `Location` (`location: false` leaves it out). */
  | { readonly kind: 'gone'; readonly location?: boolean }
  /** A resync code of microsoft.md A.6; `inner` hides it in `innerError`. */
  | {
      readonly kind: 'resync';
      readonly code:
        | 'syncStateNotFound'
        | 'SyncStateNotFound'
        | 'resyncRequired'
        | 'InvalidDeltaToken'
        | 'SyncStateInvalid';
      readonly inner?: boolean;
    }
  /** A claims challenge (CAE). */
  | { readonly kind: 'claims' }
  /** Status 200, half of the JSON text. */
  | { readonly kind: 'cut-json' }
  /** Status 200, the connection breaks in the middle of the body. */
  | { readonly kind: 'cut-connection' }
  /** Status 200 and a proxy's HTML page. */
  | { readonly kind: 'not-json' }
  /** The connection breaks before any answer. */
  | { readonly kind: 'drop' }
  /** The real answer, late by so many ms of the machine's time. */
  | { readonly kind: 'late'; readonly ms: number };

/** The service fault of microsoft.md A.7: rounds that never end, and what stops it. */
export interface Endless {
  /** Pages served properly first. */
  readonly after: number;
  /** `no-page-size`: a round without `odata.maxpagesize` ends · `half-window`: one of at most 40 days does · `never`. */
  readonly cure: 'no-page-size' | 'half-window' | 'never';
}

/** How rough delta is on an ordinary day; probabilities per page. */
export interface Texture {
  readonly emptyPages: number;
  readonly replays: number;
  /** Tombstones of ids the client never saw, in each first round. */
  readonly ghosts: number;
  /** Share of series whose master delta never sends (only series older than the window). */
  readonly missingMasters: number;
  /** Share of series whose master comes at the end of the round. */
  readonly lateMasters: number;
}

export interface GraphCalendar {
  readonly username: string;
  /** IANA zone the person works in. */
  readonly zone: string;
  readonly empty?: boolean;
  /** Single events in the generated calendar. */
  readonly singles?: number;
}

export interface GraphScenario {
  readonly seed?: number;
  /** Mailboxes with a generated calendar; other people's are empty. */
  readonly calendars: readonly GraphCalendar[];
  readonly directory?: DirectoryData;
  readonly faults?: readonly FaultRule<GraphPlace, GraphFault>[];
  readonly texture?: Partial<Texture>;
  readonly endless?: Endless;
  /** Life of a sync state, ms; 30 days when absent (Outlook promises none). */
  readonly syncStateLife?: number;
  /** Time each answer takes, ms of the machine's time; 0 when absent. */
  readonly latencyMs?: number;
}

export const ORDINARY_DAY: Texture = {
  emptyPages: 0.06,
  replays: 0.1,
  ghosts: 3,
  missingMasters: 0.08,
  lateMasters: 0.2,
};
