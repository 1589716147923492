import type { Words } from '../../model/findings.ts';
import { books, disclosure, people } from './draw-parts.ts';
import { type Child, make } from './make.ts';
import type { Pen } from './pen.ts';
import { link, rich } from './pen.ts';

function step(pen: Pen, { verb, rest, href }: NonNullable<Words['step']>): HTMLElement {
  const head = rich(pen, verb);
  return make(
    pen.document,
    'p',
    { class: 'do' },
    ...(href === undefined ? head : [link(pen, href, ...head)]),
    rest && ' ',
    rest && make(pen.document, 'span', {}, ...rich(pen, rest)),
  );
}

/** Copies when the browser lets it, else selects the command, and says which of the two it did. */
async function copy(pen: Pen, code: HTMLElement, answer: HTMLElement): Promise<void> {
  const view = pen.document.defaultView;
  try {
    await view?.navigator.clipboard.writeText(code.textContent);
    answer.textContent = pen.say({ key: 'note_copied' });
  } catch {
    view?.getSelection()?.selectAllChildren(code);
    answer.textContent = pen.say({ key: 'note_selected' });
  }
}

function command(pen: Pen, { lead, code }: NonNullable<Words['command']>): HTMLElement {
  const { document } = pen;
  const text = make(document, 'code', { tabindex: '0' }, code);
  const answer = make(document, 'span', { role: 'status' });
  const button = make(
    document,
    'button',
    { type: 'button', 'data-part': 'copy' },
    pen.say({ key: 'note_copy' }),
  );
  button.addEventListener('click', () => void copy(pen, text, answer));
  return make(
    document,
    'p',
    { class: 'cmd' },
    make(document, 'span', {}, ...rich(pen, lead)),
    text,
    button,
    answer,
  );
}

/** Everything between a note's title and its foot, in the order of look.md. */
export function body(pen: Pen, words: Words): Child[] {
  const { document } = pen;
  return [
    words.why && make(document, 'p', { class: 'why' }, ...rich(pen, words.why)),
    words.books && books(pen, words.books),
    words.people &&
      disclosure(pen, 'people', 'note_people', words.peopleOpen === true, people(pen, words.people)),
    words.step && step(pen, words.step),
    words.command && command(pen, words.command),
  ];
}
