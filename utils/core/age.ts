import { DAY, HOUR, MINUTE } from './clock.ts';

type AgeMessage =
  | { readonly key: 'age_now' }
  | { readonly key: 'age_minutes' | 'age_hours' | 'age_days'; readonly params: { readonly count: number } }
  | {
      readonly key: 'age_date';
      readonly params: { readonly date: { readonly at: number; readonly style: 'date' } };
    };

/** How long ago, in the words of look.md: minutes to 60, hours to 24, days to 14, then the date. Both in ms since the epoch. */
export function ageOf(at: number, now: number): AgeMessage {
  const age = Math.max(0, now - at);
  if (age < MINUTE) return { key: 'age_now' };
  if (age < HOUR) return { key: 'age_minutes', params: { count: Math.floor(age / MINUTE) } };
  if (age < DAY) return { key: 'age_hours', params: { count: Math.floor(age / HOUR) } };
  if (age <= 14 * DAY) return { key: 'age_days', params: { count: Math.floor(age / DAY) } };
  return { key: 'age_date', params: { date: { at, style: 'date' } } };
}
