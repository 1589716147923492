import type { BaselineProfile } from './policy.ts';
import type { SettingId } from './settings.ts';
import type { Message } from './words.ts';

export type Book = BaselineProfile | 'own';
export type BaselineVerdict = 'none' | 'same' | 'differs' | 'conflict';

/** What one rule book wants of one setting. */
export interface BaselineCell {
  readonly book: Book;
  readonly expected: string | readonly string[];
  readonly why: Message;
  /** The book's own number for it. */
  readonly rule?: string;
}

export interface BaselineLine {
  readonly setting: SettingId;
  /** As last seen at this level; absent: never seen there. */
  readonly actual?: string | readonly string[];
  readonly cells: readonly BaselineCell[];
  /** By the chosen books alone; `unknown` where the value was not seen, not read, or is too old. */
  readonly result: BaselineVerdict | 'unknown';
}

/** One level's settings beside what rule books expect of them. */
export interface BaselineLevel {
  readonly level: 'account' | 'group' | 'user';
  /** ms since the epoch; `null`: the level was never seen. */
  readonly observedAt: number | null;
  readonly stale: boolean;
  readonly lines: readonly BaselineLine[];
}

export interface BaselineOverview {
  /** Every published book, and the organisation's own where it has one. */
  readonly books: readonly { readonly book: Book; readonly chosen: boolean }[];
  readonly levels: readonly BaselineLevel[];
}

/** Names of rule books; CIS's is not translated. */
export const BOOK_NAMES: Readonly<Record<BaselineProfile, Message>> & { readonly own: Message } = {
  'zoom-field-guide': { key: 'baseline_book_guide' },
  'cis-zoom': { key: 'baseline_name_cis' },
  own: { key: 'baseline_book_own' },
};
