import { DAY } from '../core/clock.ts';

/** Begin and end of a row, in the time zone of the list, as `2026-11-24T09:30`. */
export interface ListTime {
  readonly start: string;
  readonly end: string;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** "Tue, Oct 6" (portal.md 4.3, read 2026-11-23). Other languages are not known from any page, so they are not guessed. */
const HEADING = /^([a-z]{3}), ([a-z]{3}) (\d{1,2})$/;
/** A time with its half of the day, or one of 24 hours; "10:00 - 11:00 AM" could be either and is none. */
const HALF_DAYS = /^(\d{1,2}):(\d\d) (am|pm) ?[-–] ?(\d{1,2}):(\d\d) (am|pm)$/;
const WHOLE_DAY = /^(\d\d):(\d\d) ?[-–] ?(\d\d):(\d\d)$/;

const plain = (text: string) =>
  text
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .trim()
    .toLowerCase();

/** Midnight of a local day as if it were UTC, ms: days are counted on it, no moment is meant. */
type Day = number;

function today(now: number, zone: string): Day {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, dateStyle: 'short' }).formatToParts(now);
  const [month = 0, day = 0, year = 0] = parts
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => Number(value));
  return Date.UTC(2000 + (year % 100), month - 1, day);
}

function dayOf(heading: string, now: number, zone: string): Day | null {
  const here = today(now, zone);
  if (plain(heading) === 'today') return here;
  const [, weekday = '', monthName = '', date] = HEADING.exec(plain(heading)) ?? [];
  const month = MONTHS.indexOf(monthName);
  if (month === -1) return null;
  const year = new Date(here).getUTCFullYear();
  // The heading has no year: the weekday tells it.
  const fits = [year - 1, year, year + 1]
    .map((each) => Date.UTC(each, month, Number(date)))
    .filter(
      (at) => new Date(at).getUTCMonth() === month && new Date(at).getUTCDay() === WEEKDAYS.indexOf(weekday),
    );
  return fits.toSorted((a, b) => Math.abs(a - here) - Math.abs(b - here))[0] ?? null;
}

function minutes(hour: string, minute: string, half?: string): number | null {
  const [h, m] = [Number(hour), Number(minute)];
  if (m > 59 || (half === undefined ? h > 23 : h < 1 || h > 12)) return null;
  return (half === undefined ? h : (h % 12) + (half === 'pm' ? 12 : 0)) * 60 + m;
}

function span(text: string): readonly [number, number] | null {
  const read = plain(text);
  const [, h1 = '', m1 = '', half1, h2 = '', m2 = '', half2] = HALF_DAYS.exec(read) ?? [];
  const [, a1 = '', b1 = '', a2 = '', b2 = ''] = WHOLE_DAY.exec(read) ?? [];
  const from = h1 === '' ? a1 !== '' && minutes(a1, b1) : minutes(h1, m1, half1);
  const to = h1 === '' ? a2 !== '' && minutes(a2, b2) : minutes(h2, m2, half2);
  return typeof from === 'number' && typeof to === 'number' ? [from, to] : null;
}

const written = (day: Day, minute: number) => new Date(day + minute * 60_000).toISOString().slice(0, 16);

/**
 * When a row of Zoom's list begins and ends, where its heading and time can be read in one way only; `null` where they cannot.
 *
 * @param now when the list was seen, ms since the epoch
 * @param zone IANA name of the zone "Today" is meant in; a list of another zone is at most a day off, and is found out by comparing
 */
export function readListTime(
  { day, time }: { readonly day?: string; readonly time: string },
  now: number,
  zone: string,
): ListTime | null {
  const at = day === undefined ? null : dayOf(day, now, zone);
  const range = span(time);
  if (at === null || range === null) return null;
  const [from, to] = range;
  return { start: written(at, from), end: written(to < from ? at + DAY : at, to) };
}
