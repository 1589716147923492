import { describe, expect, it } from 'vitest';
import { readListTime } from '../../../utils/meetings/index.ts';

/** Monday; 15:06 in Paris. */
const NOW = Date.UTC(2026, 10, 23, 14, 6);
const read = (day: string | undefined, time: string, now = NOW, zone = 'Europe/Paris') =>
  readListTime({ ...(day === undefined ? {} : { day }), time }, now, zone);

describe('the time of a row in Zoom’s list', () => {
  it.each([
    ['Today', '10:00 AM - 11:00 AM', '2026-11-23T10:00', '2026-11-23T11:00'],
    ['Tue, Nov 24', '12:30 PM - 01:15 PM', '2026-11-24T12:30', '2026-11-24T13:15'],
    ['Tue, Nov 24', '12:00 AM - 12:30 AM', '2026-11-24T00:00', '2026-11-24T00:30'],
    ['Tue, Nov 24', '09:30 - 10:00', '2026-11-24T09:30', '2026-11-24T10:00'],
    ['Wed, Nov 25', '11:30 PM - 12:30 AM', '2026-11-25T23:30', '2026-11-26T00:30'],
    ['Sat, Jan 2', '09:00 AM – 10:00 AM', '2027-01-02T09:00', '2027-01-02T10:00'],
    ['Mon, Nov 23', '9:00\u202fAM - 10:00\u202fAM', '2026-11-23T09:00', '2026-11-23T10:00'],
  ])('%s, %s', (day, time, start, end) => {
    expect(read(day, time)).toEqual({ start, end });
  });

  it('means by "Today" the day of the zone, not of the server', () => {
    const late = Date.UTC(2026, 10, 23, 23, 30);
    expect(read('Today', '01:00 - 02:00', late)?.start).toBe('2026-11-24T01:00');
    expect(read('Today', '01:00 - 02:00', late, 'America/New_York')?.start).toBe('2026-11-23T01:00');
  });

  it.each([
    ['no fixed time', 'Today', 'Recurring'],
    ['one half of the day for two times', 'Today', '10:00 - 11:00 AM'],
    ['a heading in a language no page was seen in', 'mar. 24 nov.', '09:30 - 10:00'],
    ['a weekday that the date never has', 'Fri, Nov 24', '09:30 - 10:00'],
    ['a date that is none', 'Tue, Feb 30', '09:30 - 10:00'],
    ['an hour that is none', 'Today', '25:00 - 26:00'],
    ['a half-day hour that is none', 'Today', '13:00 PM - 02:00 PM'],
    ['no heading', undefined, '09:30 - 10:00'],
    ['nothing', 'Today', ''],
  ])('is not guessed: %s', (_what, day, time) => {
    expect(read(day, time)).toBeNull();
  });
});
