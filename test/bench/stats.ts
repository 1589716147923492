/** One measurement of a bench: ours and, alternated with it, what it is measured against. */
export interface Sample {
  readonly ours: number;
  readonly theirs?: number;
}

export interface Summary {
  readonly bench: string;
  readonly samples: number;
  /** Median of the ratios pair by pair; of the value itself when there is nothing to compare with. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly ours: number;
  readonly theirs: number | null;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = Number.NaN, high = low] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}

/** Samples by bench, in the order they were first met. */
export type Book = Map<string, Sample[]>;

export function note(book: Book, bench: string, sample: Sample): void {
  book.set(bench, [...(book.get(bench) ?? []), sample]);
}

export function summarise(bench: string, samples: readonly Sample[]): Summary {
  const values = samples.map(({ ours, theirs }) => (theirs === undefined ? ours : ours / theirs));
  const against = samples.flatMap(({ theirs }) => (theirs === undefined ? [] : [theirs]));
  return {
    bench,
    samples: samples.length,
    value: median(values),
    least: Math.min(...values),
    most: Math.max(...values),
    ours: median(samples.map(({ ours }) => ours)),
    theirs: against.length > 0 ? median(against) : null,
  };
}
