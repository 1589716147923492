import { DAY } from '../core/clock.ts';
import type { ReadMode, RoundProgress, SyncRecord } from '../model/calendar.ts';
import type { PageNews } from './events.ts';

/** Pages in a row without a new id before the round is called endless (microsoft.md A.7). */
export const BARREN_LIMIT = 3;
/** Pages of a round before it is called endless; at 50 a page, 20,000 events in 67 days. */
export const PAGE_LIMIT = 400;
/** Page fingerprints remembered: a cycle longer than this still meets the page limit. */
const REMEMBERED = 8;
/** How long a fallback holds before plain delta is tried again. */
const FALLBACK_LIFE = DAY;

const LADDER: readonly ReadMode[] = ['delta', 'delta-unsized', 'delta-half', 'plain'];

export const NEW_ROUND: RoundProgress = { pages: 0, barren: 0, recent: [], removed: 0, events: 0 };

/** The round after one more page. */
export function progress(round: RoundProgress, page: PageNews): RoundProgress {
  return {
    pages: round.pages + 1,
    barren: barren(round, page),
    recent: page.items === 0 ? round.recent : [...round.recent, page.hash].slice(-REMEMBERED),
    removed: round.removed + page.removed,
    events: round.events + page.gained,
  };
}

/** Whether a round that wants yet another page is one of those that never end. */
export function endless(round: RoundProgress): boolean {
  return round.barren >= BARREN_LIMIT || round.pages >= PAGE_LIMIT;
}

/** The next humbler way to read; `null` when there is none. */
export function fallback(mode: ReadMode): ReadMode | null {
  return LADDER[LADDER.indexOf(mode) + 1] ?? null;
}

/** The mode of a new round: a fallback holds for a day. */
export function modeAt(record: SyncRecord, now: number): ReadMode {
  const { mode = 'delta', modeSince = now } = record;
  return now - modeSince >= FALLBACK_LIFE || now < modeSince ? 'delta' : mode;
}

/** An empty page may still lead on (A.3): it proves nothing either way, and the page limit bounds a row of them. */
function barren(round: RoundProgress, page: PageNews): number {
  if (page.items === 0) return round.barren;
  return page.fresh === 0 || round.recent.includes(page.hash) ? round.barren + 1 : 0;
}
