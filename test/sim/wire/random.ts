/** A small seeded generator (mulberry32): the same seed gives the same world on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [low, high]. */
  int(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True with the probability. */
  chance(probability: number): boolean;
  /** `length` decimal digits, the first not zero. */
  digits(length: number): string;
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** A number out of any text, for seeds (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    pick(items) {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    chance: (probability) => next() < probability,
    digits: (length) => Array.from({ length }, (_, at) => int(at === 0 ? 1 : 0, 9)).join(''),
    shuffle(items) {
      const copy = [...items];
      for (let at = copy.length - 1; at > 0; at--) {
        const other = int(0, at);
        const held = copy[at] as (typeof copy)[number];
        copy[at] = copy[other] as (typeof copy)[number];
        copy[other] = held;
      }
      return copy;
    },
  };
}

/** A stable fraction in [0, 1) for a text: the same question always gets the same answer. */
export const fractionOf = (text: string): number => createRandom(seedOf(text)).next();
