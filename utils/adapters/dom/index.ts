import type { Clock } from '../../core/clock.ts';
import type { NotesPort } from '../../model/notes.ts';
import type { Say } from '../../model/words.ts';
import { createAnnouncer, type Later } from './announcer.ts';
import { createDialogNote } from './dialog-note.ts';
import { noteName } from './draw-note.ts';
import { createLockPanel } from './lock-panel.ts';
import { createMount } from './mount.ts';
import type { Pen } from './pen.ts';
import { onSchemeChange } from './scheme.ts';

export { watchTouches } from './touches.ts';
export { attend } from './visits.ts';

export interface PageNotesOptions {
  readonly document: Document;
  readonly say: Say;
  /** BCP 47 tag of the words. */
  readonly locale: string;
  readonly clock: Pick<Clock, 'monotonic'>;
  /** Runs once after ms; gives a function that takes it back. */
  readonly later: Later;
  /** The person hid a note for good. */
  readonly onHide: (key: string) => void;
  readonly signal: AbortSignal;
}

/**
 * The hand that draws notes on a page of the portal. Only ever adds nodes of its own, at the end of containers;
 * never clicks, types or edits. When the signal ends, no node and no listener is left.
 */
export function createPageNotes(options: PageNotesOptions): NotesPort<Element> {
  const { document, say, locale, clock, later, onHide, signal } = options;
  let look: Pen['look'] = 'new';
  const pen = (): Pen => ({ document, say, locale, look });
  const mount = createMount({ pen, clock, onHide });
  const dialogNote = createDialogNote(pen, later);
  const panel = createLockPanel({ document, pen, later, signal });
  const announcer = createAnnouncer(document, later);
  onSchemeChange(document, mount.redress, signal);
  signal.addEventListener(
    'abort',
    () => {
      for (const part of [mount, dialogNote, panel, announcer]) part.clear();
    },
    { once: true },
  );
  return {
    show(scene) {
      if (signal.aborted) return;
      look = scene.look;
      mount.show(scene.settings);
      panel.show(scene.settings, scene.dialog !== null);
      dialogNote.show(scene.dialog);
    },
    announce: (note) => announcer.announce(noteName(pen(), note)),
  };
}
