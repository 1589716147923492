/** How a long text is made without holding up the page it is made in. */
export interface Pace {
  /** Lets the page do what waits: draw, answer a key. */
  readonly pause: () => Promise<void>;
  /** ms from an arbitrary zero */
  readonly monotonic: () => number;
  /** Longest piece of work between two pauses, ms. */
  readonly slice?: number;
}

/** A third of a frame: with what else a page does, far below the 50 ms from which a hand feels a wait. */
const SLICE = 5;
/** Pieces handed on together: few enough to be quick, many enough not to be a list of words. */
const BUFFER = 64_000;

/**
 * Makes the text piece by piece, pausing between slices.
 *
 * @param take gets each stretch of text in order
 * @returns the length of the whole, UTF-16 units
 */
export async function produce(
  chunks: Iterable<string>,
  { pause, monotonic, slice = SLICE }: Pace,
  take: (text: string) => void,
): Promise<number> {
  // What was done to get here, the making of the pack among it, is a slice of its own.
  await pause();
  let began = monotonic();
  let buffer: string[] = [];
  let held = 0;
  let length = 0;
  const flush = () => {
    if (held > 0) take(buffer.join(''));
    buffer = [];
    held = 0;
  };
  for (const chunk of chunks) {
    buffer.push(chunk);
    held += chunk.length;
    length += chunk.length;
    if (held >= BUFFER) flush();
    if (monotonic() - began < slice) continue;
    await pause();
    began = monotonic();
  }
  flush();
  return length;
}
