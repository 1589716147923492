import { momentOf, wallTime } from './zone.ts';

export interface Rule {
  readonly kind: 'daily' | 'weekly' | 'monthly';
  /** Every how many days, weeks or months. */
  readonly interval: number;
  /** Weekly: days of the week, 0 = Sunday. */
  readonly weekdays?: readonly number[];
}

export interface Pattern {
  readonly zone: string;
  /** Wall time of the start, `HH:mm`; all-day series say `00:00` in UTC. */
  readonly time: string;
  readonly minutes: number;
  /** First day, `YYYY-MM-DD`. */
  readonly first: string;
  /** Last possible day; endless when absent. */
  readonly last?: string;
  readonly rule: Rule;
}

const DAY = 86_400_000;
/** Days since 1 January 1970, a Thursday. */
const indexOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayOf = (index: number) => new Date(index * DAY).toISOString().slice(0, 10);
const weekdayOf = (index: number) => (((index + 4) % 7) + 7) % 7;
/** Weeks are counted from Monday, as Exchange's default does. */
const weekOf = (index: number) => Math.floor((index + 3) / 7);

/** Whether the series falls on a day, given by its index. */
function tester({ first, last, rule }: Pattern): (index: number) => boolean {
  const from = indexOf(first);
  const to = last === undefined ? Infinity : indexOf(last);
  const within = (index: number) => index >= from && index <= to;
  if (rule.kind === 'daily') return (index) => within(index) && (index - from) % rule.interval === 0;
  if (rule.kind === 'weekly') {
    const days = new Set(rule.weekdays);
    const week = weekOf(from);
    return (index) =>
      within(index) && days.has(weekdayOf(index)) && (weekOf(index) - week) % rule.interval === 0;
  }
  const start = new Date(from * DAY);
  return (index) => {
    if (!within(index)) return false;
    const day = new Date(index * DAY);
    const months =
      (day.getUTCFullYear() - start.getUTCFullYear()) * 12 + day.getUTCMonth() - start.getUTCMonth();
    return day.getUTCDate() === start.getUTCDate() && months % rule.interval === 0;
  };
}

/** Whether the series falls on a day, `YYYY-MM-DD`. */
export const fallsOn = (pattern: Pattern, day: string): boolean => tester(pattern)(indexOf(day));

export function spanOn(pattern: Pattern, day: string): { start: number; end: number } {
  const start = momentOf(`${day}T${pattern.time}:00`, pattern.zone);
  return { start, end: start + pattern.minutes * 60_000 };
}

/** The days whose occurrence touches `[start, end)`, oldest first. */
export function daysWithin(pattern: Pattern, start: number, end: number): string[] {
  const days: string[] = [];
  const falls = tester(pattern);
  const reach = Math.ceil(pattern.minutes / 1440) + 1;
  const to = indexOf(wallTime(end, pattern.zone).slice(0, 10)) + 1;
  const from = indexOf(wallTime(start, pattern.zone).slice(0, 10)) - reach;
  for (let index = Math.max(from, indexOf(pattern.first)); index <= to; index++) {
    if (!falls(index)) continue;
    const day = dayOf(index);
    const span = spanOn(pattern, day);
    if (span.start < end && span.end > start) days.push(day);
  }
  return days;
}
