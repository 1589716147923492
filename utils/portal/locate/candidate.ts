import type { How, SettingId } from '../../model/settings.ts';
import type { Control } from '../dom/controls.ts';
import type { Names } from '../dom/names.ts';
import type { DrawnTitle } from '../dom/titles.ts';
import type { Root } from '../dom/tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Choice } from '../read/choice.ts';

/** The page as one scan sees it. */
export interface Scene {
  readonly root: Root;
  /** Root of the content: below it attributes of hiding count. */
  readonly main: Element | null;
  /** Whether an element is really shown to a person. */
  readonly isShown: (element: Element) => boolean;
  /** Known titles drawn inside an element, in reading order; each place is searched once a look. */
  readonly titlesIn: (element: Element) => readonly DrawnTitle[];
  readonly vocabulary: Vocabulary;
  readonly controls: readonly Control[];
  readonly names: Names;
}

/** A control that may be that of a setting. */
export interface Candidate {
  readonly id: SettingId;
  readonly how: How;
  /** Smallest element that holds title and controls. */
  readonly row: Element;
  /** Toggle, list, boxes or radio buttons of the setting. */
  readonly own: readonly Control[];
  readonly choices?: readonly Choice[];
  readonly generation?: 1 | 2 | 3;
  /** The control is a box that names one value of a choice. */
  readonly box?: true;
}
