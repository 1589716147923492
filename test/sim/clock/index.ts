/** The time all simulators of one world share, so that 24 hours can pass at once. */
export interface SimClock {
  /** ms since the epoch */
  now(): number;
  /** Lets `ms` pass at once; negative values are refused (time of a service never runs backwards). */
  advance(ms: number): void;
}

/**
 * A clock for a simulated world.
 *
 * @param options.start the moment it shows at first, ms since the epoch; the machine's own time when absent
 * @param options.frozen when true it moves by `advance` alone; otherwise it also runs with the machine
 */
export function createSimClock(options: { start?: number; frozen?: boolean } = {}): SimClock {
  const born = Date.now();
  let base = options.start ?? born;
  return {
    now: () => (options.frozen ? base : base + (Date.now() - born)),
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError('a simulated clock only moves forward');
      base += ms;
    },
  };
}
