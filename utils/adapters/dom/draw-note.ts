import { plainText } from '../../core/rich.ts';
import type { MessageKey } from '../../locales/keys.ts';
import type { Annotation } from '../../model/notes.ts';
import { body } from './draw-body.ts';
import { consequence, disclosure, heading, sources } from './draw-parts.ts';
import { icon } from './icons.ts';
import { type Child, make } from './make.ts';
import type { Pen } from './pen.ts';
import { link, rich, rootAttributes } from './pen.ts';

const KIND_WORD = {
  advice: 'note_kind_advice',
  warn: 'note_kind_warn',
  error: 'note_kind_error',
  plain: 'note_kind_plain',
  pass: 'note_kind_plain',
  dim: 'note_kind_plain',
} as const satisfies Record<Annotation['kind'], MessageKey>;

const kindWord = (note: Annotation): MessageKey => (note.unsaved ? 'note_kind_save' : KIND_WORD[note.kind]);

/** Kind and title in one sentence; a line has no kind to say. */
export function noteName(pen: Pen, note: Annotation): string {
  return note.form === 'box'
    ? heading(pen, kindWord(note), note.words).name
    : plainText(pen.say(note.words.title));
}

function before(pen: Pen, note: Annotation): Child {
  return (
    note.before.length > 0 &&
    disclosure(pen, 'before', 'note_before', false, ...note.before.map((act) => consequence(pen, act)))
  );
}

function foot(pen: Pen, note: Annotation, onHide: () => void): HTMLElement {
  const { document, say } = pen;
  const hide = make(
    document,
    'button',
    { type: 'button', class: 'end', 'data-part': 'hide' },
    say({ key: 'note_hide' }),
  );
  hide.addEventListener('click', onHide);
  return make(
    document,
    'p',
    { class: 'by' },
    icon(document, 'mark'),
    make(document, 'span', {}, 'Syncline'),
    // The organisation's own word rests on nobody's page.
    note.sources.length > 0 && sources(pen, note.sources),
    note.seen && make(document, 'span', {}, say(note.seen)),
    note.certainty &&
      make(document, 'span', {}, say({ key: note.certainty === 'likely' ? 'note_likely' : 'note_possible' })),
    !note.unsaved && hide,
  );
}

function box(pen: Pen, note: Annotation, onHide: () => void): HTMLElement {
  const { document } = pen;
  const { children, name } = heading(pen, kindWord(note), note.words);
  const content = [...body(pen, note.words), before(pen, note), foot(pen, note, onHide)];
  const attributes = {
    ...rootAttributes(pen, `box ${note.kind}${note.folded ? ' folded' : ''}`),
    role: 'note',
    'aria-label': name,
  };
  const inner = note.folded
    ? make(
        document,
        'details',
        { 'data-part': 'fold' },
        make(
          document,
          'summary',
          { class: 'title', 'data-part': 'fold' },
          icon(document, 'chevron'),
          ...children,
        ),
        ...content,
      )
    : make(document, 'div', {}, make(document, 'p', { class: 'title' }, ...children), ...content);
  return make(document, 'section', attributes, icon(document, note.kind), inner);
}

/** One sentence and one link: the step where there is one, else the source. */
function line(pen: Pen, note: Annotation): HTMLElement {
  const { document, say } = pen;
  const { title, step } = note.words;
  const [source] = note.sources;
  const end = step?.href
    ? link(pen, step.href, ...rich(pen, step.verb))
    : source && link(pen, source.url, say({ key: 'note_source' }));
  if (end && !step && source) end.title = source.name;
  return make(
    document,
    'div',
    { ...rootAttributes(pen, `line ${note.kind}`), role: 'note' },
    icon(document, note.kind),
    make(document, 'div', {}, make(document, 'p', {}, ...rich(pen, title), ' ', end), before(pen, note)),
  );
}

/** Draws one note. */
export function drawNote(pen: Pen, note: Annotation, onHide: () => void): HTMLElement {
  return note.form === 'box' ? box(pen, note, onHide) : line(pen, note);
}
