import type { Consequence } from '../../model/findings.ts';
import type { MessageKey } from '../../locales/keys.ts';
import { body } from './draw-body.ts';
import { heading, sources } from './draw-parts.ts';
import { icon } from './icons.ts';
import { type Child, make } from './make.ts';
import type { Pen } from './pen.ts';
import { rich, rootAttributes } from './pen.ts';

function kindWord({ act, kind }: Consequence): MessageKey {
  if (act === 'lock') return 'note_kind_lock';
  return kind === 'warn' ? 'note_kind_change' : 'note_kind_know';
}

/** Kind and title in one sentence, for reading out. */
export function consequenceName(pen: Pen, act: Consequence): string {
  return heading(pen, kindWord(act), act.words).name;
}

function box(pen: Pen, act: Consequence, where: string, content: readonly Child[], end: Child): HTMLElement {
  const { document } = pen;
  const { children, name } = heading(pen, kindWord(act), act.words);
  return make(
    document,
    'section',
    { ...rootAttributes(pen, `box ${act.kind} ${where}`), role: 'note', 'aria-label': name },
    icon(document, act.kind),
    make(
      document,
      'div',
      {},
      make(document, 'p', { class: 'title' }, ...children),
      ...content,
      make(
        document,
        'p',
        { class: 'by' },
        icon(document, 'mark'),
        make(document, 'span', {}, 'Syncline'),
        sources(pen, act.sources),
        end,
      ),
    ),
  );
}

/** The box at a padlock: everything there is to know before it is pressed, and a way to close it. */
export function drawPanel(pen: Pen, act: Consequence, onClose: () => void): HTMLElement {
  const close = make(
    pen.document,
    'button',
    { type: 'button', class: 'end', 'data-part': 'close' },
    pen.say({ key: 'note_close' }),
  );
  close.addEventListener('click', onClose);
  return box(pen, act, 'panel', body(pen, act.words), close);
}

/** The box in the portal's own dialog: title, two sentences, source; the dialog has its own buttons. */
export function drawInDialog(pen: Pen, act: Consequence): HTMLElement {
  const why = act.dialogWhy ?? act.words.why;
  return box(
    pen,
    act,
    'in-dialog',
    [why && make(pen.document, 'p', { class: 'why' }, ...rich(pen, why))],
    null,
  );
}
