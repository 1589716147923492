import { freshCursor } from '../../../../utils/calendar/cursor.ts';
import type { PageNews, SyncEvent } from '../../../../utils/calendar/index.ts';
import { NEW_ROUND } from '../../../../utils/calendar/guard.ts';
import type { Cursor, SyncRecord } from '../../../../utils/model/calendar.ts';

export const NOW = Date.UTC(2026, 10, 23, 12);
export const DELTA_LINK = 'https://graph.microsoft.com/v1.0/me/calendarView/delta?$deltatoken=d1';
export const NEXT_LINK = 'https://graph.microsoft.com/v1.0/me/calendarView/delta?$skiptoken=s1';

export const FRESH = freshCursor(NOW, 'delta', 'maya', 'global');
export const DELTA: Cursor = { ...FRESH, kind: 'delta', link: DELTA_LINK };

/** Between two rounds. */
export const IDLE: SyncRecord = {
  state: 'idle',
  notBefore: 0,
  account: 'maya',
  generation: 1,
  cursor: DELTA,
  completedAt: NOW - 900_000,
  attemptedAt: NOW - 900_000,
  events: 12,
};

/** In an incremental round. */
export const FOLLOWING: SyncRecord = { ...IDLE, state: 'fetching', round: NEW_ROUND };
/** Filling generation 2 beside 1. */
export const FILLING: SyncRecord = { ...FOLLOWING, filling: 2, cursor: FRESH };

export const run = (trigger: 'alarm' | 'person' = 'alarm', now = NOW): SyncEvent => ({
  type: 'run',
  now,
  trigger,
  cloud: 'global',
});

const NEWS: PageNews = {
  link: { kind: 'delta', href: DELTA_LINK },
  items: 3,
  hash: '3-abc',
  fresh: 3,
  removed: 0,
  gained: 2,
  longest: 3_600_000,
  pending: [],
  shrink: null,
};

export const page = (news: Partial<PageNews> = {}): SyncEvent => ({
  type: 'page',
  now: NOW,
  page: { ...NEWS, ...news },
});

/** A planned refusal, by who must act. */
export const error = (who: 'wait' | 'person' | 'resync' | 'bug', more = {}) => ({
  code: 'planned',
  who,
  ...more,
});
