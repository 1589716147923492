import { DAY } from '../../core/clock.ts';

/**
 * The moment a `Retry-After` names, in ms since the epoch; `null` when it is missing or makes no sense. The whole of it counts:
 * asking earlier feeds the throttle (microsoft.md B.2). More than a day is a slip of some clock or proxy, and counts as a day.
 *
 * @param value seconds, or an HTTP date
 */
export function retryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(now + Number(text) * 1000, now + DAY);
  const at = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.min(at, now + DAY);
}
