import type { Certainty, Consequence, Source, Words } from './findings.ts';
import type { SettingId } from './settings.ts';
import type { Message } from './words.ts';

export type NoteKind = 'advice' | 'warn' | 'error' | 'plain' | 'pass' | 'dim';

/** Drawing instructions for one note: plain data, so that two of them can be compared (models.md 2.4). */
export interface Annotation {
  /** `<check>@<level>`; what "hide" remembers. */
  readonly key: string;
  readonly setting: SettingId;
  readonly form: 'box' | 'line';
  readonly kind: NoteKind;
  readonly words: Words;
  readonly sources: readonly Source[];
  /** How old the oldest fact is; absent when the note rests on none. */
  readonly seen?: Message;
  /** Said only where it is not `confirmed`. */
  readonly certainty?: Exclude<Certainty, 'confirmed'>;
  /** Only the title shows until it is opened: a second note on the same setting keeps quiet. */
  readonly folded: boolean;
  /** What changing the control would do to people, under the note; closed. */
  readonly before: readonly Consequence[];
  /** It tells of a choice changed and not saved yet: gone with it, so there is nothing to hide. */
  readonly unsaved?: true;
}

/** What belongs beside one setting, wherever on the page that stands. */
export interface SettingNotes {
  readonly setting: SettingId;
  readonly notes: readonly Annotation[];
  /** What closing its padlock would do, where it is open. */
  readonly lock?: Consequence;
}

/** What stands on one setting: its notes, and the panel of its padlock. */
export interface Placement<Node = unknown> {
  /** The setting's own container: notes are appended inside it. */
  readonly element: Node;
  readonly notes: readonly Annotation[];
  readonly lock?: { readonly control: Node; readonly consequence: Consequence };
}

/** The consequence shown inside the portal's own confirmation dialog. */
export interface DialogPlacement<Node = unknown> {
  readonly element: Node;
  /** The row of buttons; the note goes before it. At the dialog's end when absent. */
  readonly insertBefore?: Node;
  readonly consequence: Consequence;
}

export interface Scene<Node = unknown> {
  readonly look: 'new' | 'old';
  readonly settings: readonly Placement<Node>[];
  readonly dialog: DialogPlacement<Node> | null;
}

/** The hand that draws on the page. It decides nothing, and leaves without a trace when its signal ends. */
export interface NotesPort<Node = unknown> {
  /** Brings the page to this scene; what has not changed is not touched. */
  show(scene: Scene<Node>): void;
  /** Reads a note's kind and title out politely. */
  announce(note: Annotation): void;
}

/** A touch on a known control, before the portal answered it. */
export interface Touch {
  readonly setting: SettingId;
  readonly part: 'control' | 'lock';
  /** The setting's value at that moment. */
  readonly value: unknown;
}

/** What the portal's confirmation dialog says of itself, where it could be read. */
export interface DialogClue {
  readonly setting?: SettingId;
  readonly act?: 'lock' | 'unlock' | 'turn-on' | 'turn-off';
}
