import { DAY } from '../core/clock.ts';
import { hash32 } from '../core/hash.ts';
import type { ReadMode, SyncWindow } from '../model/calendar.ts';

const BEHIND = 7 * DAY;
const AHEAD = 60 * DAY;
const SPREAD = 3 * DAY;

/**
 * The window of a new round: 7 days back, 60 ahead (30 in the modes that ask for less), on whole UTC days. Delta freezes it into the
 * token, so a later day is reached by a new generation only (microsoft.md A.5).
 */
export function windowFor(now: number, mode: ReadMode): SyncWindow {
  const today = Math.floor(now / DAY) * DAY;
  return { start: today - BEHIND, end: today + (mode === 'delta-half' ? AHEAD / 2 : AHEAD) };
}

/**
 * Whether the next generation is due: the window begins after today (the clock was set back since), or its horizon is near, half of
 * what it had ahead when made, minus a time of up to three days that is steady per account, so that a fleet installed on one day does
 * not refill on one day.
 */
export function needsRoll(window: SyncWindow, now: number, account: string): boolean {
  const ahead = window.end - window.start - BEHIND;
  const offset = hash32(account) % SPREAD;
  return window.start > now || window.end - now < ahead / 2 - offset;
}
