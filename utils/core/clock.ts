/** Time as the house sees it; the two are never mixed (a wall clock may jump, a monotonic one means nothing outside its process). */
export interface Clock {
  /** Wall clock, ms since the epoch. */
  now(): number;
  /** Monotonic, ms from an arbitrary zero. */
  monotonic(): number;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
