import { describe, expect, it } from 'vitest';
import { WINDOWS_ZONES } from '../../../utils/core/windows-zones.ts';
import { toInstant } from '../../../utils/core/zones.ts';

const iso = (dateTime: string, zone?: string) => {
  const at = toInstant(dateTime, zone);
  return typeof at === 'number' ? new Date(at).toISOString() : at;
};

describe('a Graph time', () => {
  it.each([
    ['2026-11-23T14:30:00.0000000', 'UTC', '2026-11-23T14:30:00.000Z'],
    ['2026-11-23T14:30:00.1234567', undefined, '2026-11-23T14:30:00.123Z'],
    ['2026-11-23T14:30', 'Etc/GMT', '2026-11-23T14:30:00.000Z'],
    ['2026-11-23T14:30:00Z', 'Tokyo Standard Time', '2026-11-23T14:30:00.000Z'],
    ['2026-07-01T10:00:00', 'W. Europe Standard Time', '2026-07-01T08:00:00.000Z'],
    ['2026-12-01T10:00:00', 'Europe/Paris', '2026-12-01T09:00:00.000Z'],
    ['2026-07-01T10:00:00', 'India Standard Time', '2026-07-01T04:30:00.000Z'],
    ['2026-01-01T00:30:00', 'Pacific/Kiritimati', '2025-12-31T10:30:00.000Z'],
    ['1969-12-31T23:59:59.5', 'America/New_York', '1970-01-01T04:59:59.500Z'],
  ])('%s in %s is %s', (dateTime, zone, expected) => expect(iso(dateTime, zone)).toBe(expected));

  it('in the hour a change skips is read later, in the hour it repeats earlier', () => {
    expect(iso('2026-03-29T02:30:00', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
    expect(iso('2026-10-25T02:30:00', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
    expect(iso('2026-03-08T02:30:00', 'Eastern Standard Time')).toBe('2026-03-08T07:30:00.000Z');
    expect(iso('2026-11-01T01:30:00', 'Eastern Standard Time')).toBe('2026-11-01T05:30:00.000Z');
    expect(iso('2026-10-04T02:15:00', 'Lord Howe Standard Time')).toBe('2026-10-03T15:45:00.000Z');
  });

  it.each(['', 'soon', '2026-02-30T00:00:00', '2026-11-23', '2026-11-23T24:00:00', '2026-11-23 14:30:00'])(
    '“%s” is no date',
    (text) => {
      expect(toInstant(text)).toBe('bad-date');
    },
  );

  it.each(['tzone://Microsoft/Custom', 'Customized Time Zone', 'constructor', 'Mars/Olympus'])(
    '%s is no zone',
    (zone) => {
      expect(toInstant('2026-11-23T14:30:00', zone)).toBe('unknown-zone');
    },
  );

  it('is known for every Windows zone of the table', () => {
    const zones = Object.keys(WINDOWS_ZONES);
    expect(zones.length).toBeGreaterThan(130);
    expect(zones.filter((zone) => typeof toInstant('2026-11-23T14:30:00', zone) !== 'number')).toEqual([]);
  });
});
