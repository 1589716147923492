import type { Certainty } from './findings.ts';
import type { Message } from './words.ts';

/** How sure we are, in one word. */
export const CERTAINTY_WORDS: Readonly<Record<Certainty, Message>> = {
  confirmed: { key: 'certainty_confirmed' },
  likely: { key: 'certainty_likely' },
  possible: { key: 'certainty_possible' },
};
