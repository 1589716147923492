import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRetry } from '../../../entrypoints/shared/retry.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('a store that could not be read is asked again once, and no more once it could', () => {
  const again = vi.fn();
  const retry = createRetry(again);
  retry(true);
  retry(true);
  vi.advanceTimersByTime(10_000);
  expect(again).toHaveBeenCalledTimes(1);
  retry(true);
  retry(false);
  vi.advanceTimersByTime(10_000);
  expect(again).toHaveBeenCalledTimes(1);
});
