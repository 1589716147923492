import type { FactBook } from '../../model/facts.ts';
import type { Finding } from '../../model/findings.ts';
import type { PolicyReading } from '../../model/policy.ts';
import type { Snapshot } from '../../model/snapshots.ts';
import type { Message } from '../../model/words.ts';

export const PART_IDS = ['checks', 'settings', 'history', 'permissions', 'facts', 'policy'] as const;
export type PartId = (typeof PART_IDS)[number];

/** What a check said of one page. */
export interface Judgement {
  /** Host and group. */
  readonly scope?: string;
  readonly finding: Finding;
}

/** Everything an evidence pack is made of. */
export interface EvidenceInput {
  readonly version: string;
  /** BCP 47 */
  readonly language: string;
  /** ms since the epoch */
  readonly madeAt: number;
  /** As the person typed it; empty when there is none. */
  readonly ticket: string;
  /** Names and addresses masked. */
  readonly masked: boolean;
  readonly parts: readonly PartId[];
  /** The two moments compared, ms since the epoch; `null`: nothing to compare with. */
  readonly before: number | null;
  readonly after: number;
  readonly checks: { readonly before: readonly Judgement[]; readonly after: readonly Judgement[] };
  readonly snapshots: readonly Snapshot[];
  readonly facts: FactBook;
  /** `null`: it could not be read. */
  readonly policy: PolicyReading | null;
}

export interface Link {
  readonly name: string;
  readonly url: string;
  /** ISO day it was read. */
  readonly read?: string;
}

/** What stands in a cell: plain text, a sentence of the catalogue with its marks, or sources. */
export type Cell = string | { readonly rich: string } | { readonly links: readonly Link[] };

/** No row yet: work is under way, and this is a place to stop. */
export const PAUSE = null;

/** One line of a part: for machines, and for readers by column. */
export interface Row {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface Column {
  readonly id: string;
  readonly title: Message;
  /** On a page of its own it stands under the words of that column, so that a table is not wider than a sheet. */
  readonly under?: string;
}

/** One table of the pack. Its rows are made when they are asked for, one at a time. */
export interface Part {
  readonly id: PartId;
  readonly title: Message;
  readonly columns: readonly Column[];
  readonly rows: () => Iterable<Row | typeof PAUSE>;
  /** What to say where there is no row. */
  readonly empty?: Message;
}

/** The pack before it is any format. */
export interface EvidencePack {
  readonly about: Pick<
    EvidenceInput,
    'version' | 'language' | 'madeAt' | 'ticket' | 'masked' | 'before' | 'after'
  >;
  /** How many checks ended how, worst first. */
  readonly counts: readonly { readonly state: string; readonly word: Message; readonly count: number }[];
  readonly parts: readonly Part[];
}
