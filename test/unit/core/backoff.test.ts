import { expect, it } from 'vitest';
import { backoff } from '../../../utils/core/backoff.ts';

const PACE = { first: 30_000, most: 600_000 };

it.each([
  [1, 30_000],
  [2, 60_000],
  [5, 480_000],
  [6, 600_000],
  [500, 600_000],
])('waits after %i failures at least %i ms, and at most a fifth more', (failures, least) => {
  const ms = backoff(failures, PACE, 'maya');
  expect(ms).toBeGreaterThanOrEqual(least);
  expect(ms).toBeLessThanOrEqual(least * 1.2);
});

it('spreads a fleet and repeats for one of it', () => {
  const waits = Array.from({ length: 100 }, (_, at) => backoff(1, PACE, `person-${at}`));
  expect(new Set(waits).size).toBeGreaterThan(50);
  expect(backoff(3, PACE, 'maya')).toBe(backoff(3, PACE, 'maya'));
});
