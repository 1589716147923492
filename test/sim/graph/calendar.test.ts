import { expect, test } from 'vitest';
import { createSimClock } from '../clock/index.ts';
import { createCalendar } from './calendar/index.ts';
import { daysWithin, fallsOn, type Pattern, spanOn } from './calendar/series.ts';
import { momentOf, wallTime } from './calendar/zone.ts';

const DAY = 86_400_000;
const owner = { name: 'Maya Laurent', address: 'maya.laurent@alderfinch.example' };

function office(now: number, seed = 3) {
  const clock = createSimClock({ start: now, frozen: true });
  return createCalendar({ mailbox: 'm', clock, populate: { now, zone: 'Europe/Paris', seed, owner } });
}

test('wall times: summer, winter, the hour that is missing and the one that comes twice', () => {
  expect(new Date(momentOf('2026-07-01T09:00:00', 'Europe/Paris')).toISOString()).toBe(
    '2026-07-01T07:00:00.000Z',
  );
  expect(new Date(momentOf('2026-12-01T09:00:00', 'Europe/Paris')).toISOString()).toBe(
    '2026-12-01T08:00:00.000Z',
  );
  expect(wallTime(momentOf('2026-03-29T02:30:00', 'Europe/Paris'), 'Europe/Paris')).toBe(
    '2026-03-29T03:30:00',
  );
  expect(new Date(momentOf('2026-10-25T02:30:00', 'Europe/Paris')).toISOString()).toBe(
    '2026-10-25T00:30:00.000Z',
  );
});

test('a weekly series keeps its wall time across the end of summer time', () => {
  const pattern: Pattern = {
    zone: 'Europe/Paris',
    time: '09:00',
    minutes: 30,
    first: '2026-10-05',
    rule: { kind: 'weekly', interval: 1, weekdays: [1] },
  };
  const days = daysWithin(pattern, Date.parse('2026-10-19T00:00Z'), Date.parse('2026-11-03T00:00Z'));
  expect(days).toEqual(['2026-10-19', '2026-10-26', '2026-11-02']);
  const starts = days.map((day) => new Date(spanOn(pattern, day).start).toISOString().slice(11, 16));
  expect(starts).toEqual(['07:00', '08:00', '08:00']);
});

test('every second week counts weeks from Monday; months keep the day; the last day ends', () => {
  const base = { zone: 'UTC', time: '10:00', minutes: 60, first: '2026-11-04' };
  const fortnight: Pattern = { ...base, rule: { kind: 'weekly', interval: 2, weekdays: [1, 3] } };
  expect(
    ['2026-11-02', '2026-11-04', '2026-11-09', '2026-11-16', '2026-11-18'].map((day) =>
      fallsOn(fortnight, day),
    ),
  ).toEqual([false, true, false, true, true]);
  const monthly: Pattern = { ...base, last: '2026-12-31', rule: { kind: 'monthly', interval: 1 } };
  expect(['2026-12-04', '2026-12-05', '2027-01-04'].map((day) => fallsOn(monthly, day))).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  Date.parse('2026-11-23T15:00:00Z'),
  Date.parse('2026-10-20T06:10:20Z'),
  Date.parse('2027-03-25T22:45:00Z'),
])('generated around %d: at least 600 rows, every kind, and one clear next meeting', (now) => {
  const calendar = office(now);
  const window = { start: now - 7 * DAY, end: now + 60 * DAY };
  const rows = calendar.truth(window);
  expect(rows.length).toBeGreaterThanOrEqual(600);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const type of ['single', 'occurrence', 'exception', 'master'])
    expect(rows.some((row) => row.type === type)).toBe(true);
  for (const flag of ['allDay', 'cancelled', 'private', 'isOrganizer'] as const)
    expect(rows.some((row) => row[flag])).toBe(true);
  const places = rows.map(({ location }) => location ?? '');
  for (const kind of [
    /j\/\d+\?pwd=/,
    /alderfinch\.zoom\.us\/j\//,
    /\/my\/maya/,
    /Teams/,
    /^Room \w+$/,
    /^Room \w+; https/,
  ]) {
    expect(places.some((place) => kind.test(place))).toBe(true);
  }
  const next = calendar.agenda({ start: now, end: now + DAY }).find((row) => !row.allDay);
  expect(next?.subject).toBe('Quarterly budget review');
  const minutes = ((next?.start ?? 0) - now) / 60_000;
  expect(minutes).toBeGreaterThanOrEqual(23.5);
  expect(minutes).toBeLessThanOrEqual(24.5);
});

test('the same seed gives the same calendar, another seed another', () => {
  const now = Date.parse('2026-11-23T15:00:00Z');
  const window = { start: now, end: now + 30 * DAY };
  expect(office(now, 3).truth(window)).toEqual(office(now, 3).truth(window));
  expect(office(now, 4).truth(window)).not.toEqual(office(now, 3).truth(window));
});

test('private events keep their words out of the truth; occurrences are slim there and whole in the agenda', () => {
  const now = Date.parse('2026-11-23T15:00:00Z');
  const calendar = office(now);
  const window = { start: now - 7 * DAY, end: now + 60 * DAY };
  for (const row of calendar.truth(window)) {
    if (row.private || row.type === 'occurrence') expect(row.subject).toBeUndefined();
    else expect(row.subject).toBeTruthy();
  }
  expect(
    calendar.agenda(window).filter((row) => row.type === 'occurrence' && row.subject !== undefined).length,
  ).toBeGreaterThan(300);
});
