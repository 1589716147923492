import type { CloudId } from './clouds.ts';
import type { FactKey, FactValues } from './facts.ts';
import type { AppExpectation, PageRules } from './policy.ts';
import type { Level, SettingId, SettingReading } from './settings.ts';
import type { Message } from './words.ts';

export type Impact = 'critical' | 'serious' | 'moderate' | 'minor';
export type Certainty = 'confirmed' | 'likely' | 'possible';

/** A page somebody else published, and the day it was read for this rule. */
export interface Source {
  /** Short name as shown: `Zoom KB0069503`. Not translated. */
  readonly name: string;
  readonly url: string;
  /** ISO day, e.g. `2026-11-23`. */
  readonly read: string;
}

/** What happens to one kind of people already connected. */
export interface PeopleRow {
  /** `none`: these people are not touched at all. */
  readonly fate: 'stay' | 'lose' | 'unknown' | 'none';
  readonly who: Message;
  readonly what: Message;
}

/** The words of a finding or a consequence; drawn by surfaces, judged by none. */
export interface Words {
  readonly title: Message;
  readonly why?: Message;
  readonly people?: readonly PeopleRow[];
  /** Open at once: errors, locks and wherever a step disconnects somebody (look.md). */
  readonly peopleOpen?: boolean;
  readonly step?: { readonly verb: Message; readonly rest?: Message; readonly href?: string };
  readonly command?: { readonly lead: Message; readonly code: string };
  /** Rule books that contradict each other, side by side. */
  readonly books?: readonly { readonly title: Message; readonly text: Message }[];
}

export type ReviewReason =
  | 'missing-fact'
  | 'stale-fact'
  | 'unknown-value'
  | 'rule-books-disagree'
  | 'person-must-look';

/** What a check's pure function may answer. The engine alone makes `error`. */
export type Outcome = (
  | { readonly kind: 'pass'; readonly words: Words }
  | { readonly kind: 'fail'; readonly impact: Impact; readonly certainty: Certainty; readonly words: Words }
  | { readonly kind: 'needs-review'; readonly reason: ReviewReason; readonly words?: Words }
  | { readonly kind: 'not-applicable'; readonly reason: string; readonly words?: Words }
) & {
  /** What this answer rests on, where that is not all the check names. */
  readonly sources?: readonly Source[];
};

/** The rule books a person or an organisation follows; always there, empty when none is chosen, and of no age. */
export type BaselineRules = Pick<PageRules, 'baselines' | 'ownBaseline' | 'contact'>;

export type Need = `setting/${SettingId}` | FactKey | 'rules/baselines';
export type NeedValue<N extends Need> = N extends `setting/${infer Id extends SettingId}`
  ? Omit<SettingReading<Id>, 'id'>
  : N extends FactKey
    ? FactValues[N]
    : N extends 'rules/baselines'
      ? BaselineRules
      : never;
export type Given<N extends Need> = { readonly [Key in N]: NeedValue<Key> };

export interface CheckContext {
  /** ms since the epoch */
  readonly now: number;
  readonly level: Level;
  /** Where the organisation's tenant lives, for addresses; the global cloud when absent. */
  readonly cloud?: CloudId;
  /** What policy expects enterprise apps to hold, instead of the built-in list. */
  readonly entraApps?: readonly AppExpectation[];
}

/** One rule in one file (DESIGN 2). Ids are for ever. */
export interface Check<N extends Need = Need, W extends Need = Need> {
  readonly id: string;
  /** The setting whose container carries the note; absent for findings of the popup alone. */
  readonly setting?: SettingId;
  readonly levels: readonly Level[];
  readonly needs: readonly N[];
  /** Facts that sharpen the answer; handed over only when there, known and fresh. */
  readonly wants?: readonly W[];
  readonly sources: readonly Source[];
  /** Checks that only guess at what this one knows: where it passes or fails, they are silent. */
  readonly supersedes?: readonly string[];
  run(given: Given<N> & Partial<Given<W>>, context: CheckContext): Outcome;
}

/** An outcome with everything a surface needs to draw it. */
export interface Finding {
  readonly check: string;
  readonly setting?: SettingId;
  readonly level: Level;
  /** Judged by what Entra told, not by a page of the portal. */
  readonly place?: 'entra';
  readonly outcome: Outcome | { readonly kind: 'error'; readonly code: string };
  readonly sources: readonly Source[];
  /** Age of a finding is that of its oldest fact, ms since the epoch; `null` when it used none. */
  readonly observedAt: number | null;
}

/** What an act on a control does to people already connected; shown before the act, never after. */
export interface Consequence {
  readonly id: string;
  readonly setting: SettingId;
  readonly act: 'lock' | 'turn-on' | 'turn-off' | 'change';
  readonly levels: readonly Level[];
  /** The values before the act for which this holds; every value when absent. */
  readonly from?: readonly string[];
  readonly kind: 'warn' | 'advice';
  readonly words: Words;
  /** Shorter form for the portal's own dialog; `words.why` when absent. */
  readonly dialogWhy?: Message;
  readonly sources: readonly Source[];
}
