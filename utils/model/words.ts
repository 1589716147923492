import type { MessageKey } from '../locales/keys.ts';

/** A moment to be written in the reader's language and time zone. */
export interface MomentParam {
  /** ms since the epoch */
  readonly at: number;
  readonly style: 'date' | 'day' | 'time' | 'date-time' | 'weekday-time';
}

/** A message inside a message: an age inside a sentence. */
export type Param = string | number | MomentParam | Message;

/**
 * A sentence, not yet in any language. A numeric parameter named `count` chooses the plural form
 * (`<key>_one`, `<key>_other`, … by the language's own plural rules).
 */
export interface Message {
  readonly key: MessageKey;
  readonly params?: Readonly<Record<string, Param>>;
}

/** Writes a message in the reader's language. */
export type Say = (message: Message) => string;
