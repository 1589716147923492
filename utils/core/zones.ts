import { WINDOWS_ZONES } from './windows-zones.ts';

/** Why a Graph time has no place on the time line. A value, not an error: one odd event must not stop a calendar. */
export type Unrepresentable = 'bad-date' | 'unknown-zone';

// Graph writes seven digits of a second and no offset ("2026-11-23T14:30:00.0000000"); `timeZone` stands beside it.
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z)?$/;
const UTC_NAMES = new Set(['', 'utc', 'etc/utc', 'gmt', 'etc/gmt', 'coordinated universal time']);
const formats = new Map<string, Intl.DateTimeFormat | null>();

/**
 * The moment of a Graph `dateTimeTimeZone`.
 *
 * @param dateTime local time without offset, as Graph writes it
 * @param timeZone IANA or Windows name; absent means UTC (the default of Graph's answers, microsoft.md A.2)
 * @returns ms since the epoch; in the hour that a clock change skips, the later reading, and in the hour it repeats, the earlier
 */
export function toInstant(dateTime: string, timeZone = 'UTC'): number | Unrepresentable {
  const local = localMs(dateTime);
  if (local === null) return 'bad-date';
  if (dateTime.endsWith('Z') || UTC_NAMES.has(timeZone.toLowerCase())) return local;
  const format = formatOf(WINDOWS_ZONES[timeZone] ?? timeZone);
  if (!format) return 'unknown-zone';
  // Offsets on both sides of any change near this local time: zones change by less than a day.
  const before = offsetAt(format, local - 86_400_000);
  const after = offsetAt(format, local + 86_400_000);
  for (const offset of [before, after])
    if (offsetAt(format, local - offset) === offset) return local - offset;
  return local - before;
}

function localMs(dateTime: string): number | null {
  const found = LOCAL.exec(dateTime);
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const ms = Math.floor(Number(`0.${found[7] ?? 0}`) * 1000);
  const at = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second, ms);
  // Date.UTC rolls 31 November over into December; a date that rolls was no date.
  const back = new Date(at);
  return back.getUTCMonth() + 1 === month && back.getUTCDate() === day && back.getUTCHours() === hour
    ? at
    : null;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = makeFormat(zone);
  formats.set(zone, format);
  return format;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    // Intl has no question "do you know this zone?"; it answers only by a RangeError.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at / 1000) * 1000;
}
