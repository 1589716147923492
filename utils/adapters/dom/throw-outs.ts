import type { Clock } from '../../core/clock.ts';
import { SECOND } from '../../core/clock.ts';

/** How often the page threw a note out within the last second. */
export function createThrowOuts(clock: Pick<Clock, 'monotonic'>) {
  const times = new Map<string, number[]>();
  return {
    /** Counts one; gives how many there were within a second, this one included. */
    count(key: string): number {
      const now = clock.monotonic();
      const recent = [...(times.get(key) ?? []).filter((at) => now - at <= SECOND), now];
      times.set(key, recent);
      return recent.length;
    },
    clear: () => times.clear(),
  };
}
