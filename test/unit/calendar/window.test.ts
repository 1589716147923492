import { expect, it } from 'vitest';
import { needsRoll, windowFor } from '../../../utils/calendar/window.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 12, 34);
const people = Array.from({ length: 200 }, (_, at) => `person-${at}`);

/** The first day after its making on which a window is due, per account. */
function dueDay(account: string, mode: 'delta' | 'delta-half' = 'delta'): number {
  const window = windowFor(NOW, mode);
  for (let day = 0; day < 70; day += 1) if (needsRoll(window, NOW + day * DAY, account)) return day;
  return Infinity;
}

it('reaches 7 days back and 60 ahead, on whole UTC days, the same all day long', () => {
  const window = windowFor(NOW, 'delta');
  expect(new Date(window.start).toISOString()).toBe('2026-11-16T00:00:00.000Z');
  expect(new Date(window.end).toISOString()).toBe('2027-01-22T00:00:00.000Z');
  expect(windowFor(NOW + 11 * 3_600_000, 'delta')).toEqual(window);
});

it('is due between 30 and 33 days later, steady per account, spread over a fleet', () => {
  const days = people.map((account) => dueDay(account));
  expect(Math.min(...days)).toBeGreaterThanOrEqual(30);
  expect(Math.max(...days)).toBeLessThanOrEqual(33);
  expect(new Set(days).size).toBeGreaterThan(2);
  expect(people.map((account) => dueDay(account))).toEqual(days);
});

it('gives half a window its own horizon, so that it is not due at once', () => {
  const window = windowFor(NOW, 'delta-half');
  expect(window.end - NOW).toBeLessThan(31 * DAY);
  expect(dueDay('person-1', 'delta-half')).toBeGreaterThanOrEqual(12);
});
