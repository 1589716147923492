const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Windows names Exchange uses, for the zones the generator knows. */
const WINDOWS: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'GMT Standard Time': 'Europe/London',
  'Romance Standard Time': 'Europe/Paris',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Eastern Standard Time': 'America/New_York',
  'Pacific Standard Time': 'America/Los_Angeles',
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'India Standard Time': 'Asia/Kolkata',
};

/** The IANA name of a zone given by its IANA or Windows name; `undefined` when there is none. */
export function ianaZone(name: string): string | undefined {
  const known = WINDOWS[name] ?? name;
  try {
    formatFor(known);
    return known;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const offsets = new Map<string, number>();

/** Offset of a zone's wall time from UTC at a moment, ms. Offsets change on whole quarters of an hour only. */
function offsetAt(at: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const quarter = Math.floor(at / 900_000);
  const key = `${zone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const parts = formatFor(zone).formatToParts(quarter * 900_000);
    const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
    const wall = `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`;
    offset = Date.parse(wall) - quarter * 900_000;
    offsets.set(key, offset);
  }
  return offset;
}

/** Wall time in a zone, `2026-11-23T14:30:00`. */
export function wallTime(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 19);
}

/** The moment a wall time names in a zone; of two, the first; in a gap, the time an hour later. */
export function momentOf(wall: string, zone: string): number {
  const local = Date.parse(`${wall}Z`);
  const before = local - offsetAt(local - 86_400_000, zone);
  const after = local - offsetAt(local + 86_400_000, zone);
  const fits = (at: number) => at + offsetAt(at, zone) === local;
  if (fits(before)) return before;
  return fits(after) ? after : before;
}

/** The calendar day after `days` days, as `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
