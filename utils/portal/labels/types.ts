import type { SettingId, SettingValues } from '../../model/settings.ts';

/**
 * One accepted spelling of something the portal shows. Zoom rewords its settings often, so a label is never the one
 * true string: a rename is a new line here, and old lines stay (accounts get new wording at different times).
 */
export interface Spelling {
  readonly text: string;
  /** BCP 47 */
  readonly language: string;
  /** Wording of 1: to about 2022, 2: about 2023, 3: since 2024 (portal.md 3.2). */
  readonly generation: 1 | 2 | 3;
  /** Public page that shows it: `KB…` is a support.zoom.com article, a long number an older support.zoom.us one. */
  readonly evidence: string;
  /** ISO day on which the evidence was read. */
  readonly date: string;
  /** False for running text and machine translations, which may differ from the portal's own string. */
  readonly verified: boolean;
}

/** How one setting may be recognised. No label and no key means silence, never a guess. */
export interface SettingLabels {
  readonly id: SettingId;
  /** Keys of the portal for it, as `feature-<key>`, as id, or as fragment. */
  readonly keys?: readonly string[];
  readonly labels: readonly Spelling[];
  /** Older form of a choice: a box whose title names one of the two values. */
  readonly box?: { readonly labels: readonly Spelling[]; readonly ticked: string; readonly clear: string };
  /** What each option of a choice is called. */
  readonly options?: Readonly<Record<string, readonly Spelling[]>>;
  /**
   * Words that must all stand in the title (alternatives by `|`), where the sources describe a setting but show no label
   * of it. Found this way it counts as found by structure, the weakest way.
   */
  readonly words?: readonly string[];
}

export type ChoiceValue<Id extends SettingId> = Extract<SettingValues[Id], string>;

const READ = '2026-11-23';

/** Shown as a label by Zoom, by measurement, or quoted as such by somebody else. */
export function seen(text: string, language: string, generation: 1 | 2 | 3, evidence: string): Spelling {
  return { text, language, generation, evidence, date: READ, verified: true };
}

/** Running text, a gloss or a machine translation: may or may not be what the portal shows. */
export function likely(text: string, language: string, generation: 1 | 2 | 3, evidence: string): Spelling {
  return { text, language, generation, evidence, date: READ, verified: false };
}

/** The French seed: a machine translation of Zoom's field guide, which says so itself. */
export function seed(text: string): Spelling {
  return likely(text, 'fr', 3, 'field guide, French');
}
