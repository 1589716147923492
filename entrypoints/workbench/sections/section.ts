import type { ComponentChild } from 'preact';
import type { IconName } from '../../../components/icon.tsx';
import type { Message } from '../../../utils/model/words.ts';
import type { Judged } from '../../shared/judged.ts';
import type { Stored } from '../../shared/load.ts';

/** What every section is drawn from: everything stored, and what the engines say of it. */
export interface Given {
  readonly stored: Stored;
  readonly judged: Judged;
}

/** One section of the workbench, in a file of its own; `sections.ts` lists them in the order of the navigation. */
export interface Section {
  /** The hash of its address; for ever. */
  readonly id: string;
  readonly name: Message;
  readonly icon: IconName;
  /** One line under the title. */
  readonly sub?: Message;
  /** Its contents; a component, so it may keep a state of its own. */
  readonly Content: (given: Given) => ComponentChild;
  /** Buttons at the end of the title row. */
  readonly Acts?: (given: Given) => ComponentChild;
}
