import type { Consequence, PeopleRow, Source, Words } from '../../model/findings.ts';
import { plainText } from '../../core/rich.ts';
import type { MessageKey } from '../../locales/keys.ts';
import { icon } from './icons.ts';
import { type Child, make } from './make.ts';
import type { Pen } from './pen.ts';
import { link, rich } from './pen.ts';

const FATE_ICON = { stay: 'pass', lose: 'warn', unknown: 'plain', none: 'none' } as const;

/** "Kind. Title", and the same as a name for screen readers. */
export function heading(pen: Pen, kind: MessageKey, words: Words): { children: Child[]; name: string } {
  const word = pen.say({ key: kind });
  return {
    children: [
      make(pen.document, 'span', { class: 'kind' }, pen.say({ key: 'note_lead', params: { kind: word } })),
      ' ',
      ...rich(pen, words.title),
    ],
    name: pen.say({ key: 'note_name', params: { kind: word, title: plainText(pen.say(words.title)) } }),
  };
}

/** A disclosure; `part` names it, so that a redraw keeps it as the reader left it. */
export function disclosure(
  pen: Pen,
  part: string,
  label: MessageKey,
  open: boolean,
  ...children: readonly Child[]
): HTMLElement {
  const { document } = pen;
  const summary = make(
    document,
    'summary',
    { 'data-part': part },
    icon(document, 'chevron'),
    pen.say({ key: label }),
  );
  return make(
    document,
    'details',
    { 'data-part': part, ...(open ? { open: '' } : {}) },
    summary,
    ...children,
  );
}

/** Who keeps, who loses, and of whom nobody says. */
export function people(pen: Pen, rows: readonly PeopleRow[]): HTMLElement {
  const { document } = pen;
  return make(
    document,
    'ul',
    { class: 'people' },
    ...rows.map(({ fate, who, what }) =>
      make(
        document,
        'li',
        { class: fate },
        make(
          document,
          'b',
          {},
          icon(document, FATE_ICON[fate]),
          make(document, 'span', {}, ...rich(pen, who)),
        ),
        make(document, 'span', {}, ...rich(pen, what)),
      ),
    ),
  );
}

export function books(pen: Pen, rows: NonNullable<Words['books']>): HTMLElement {
  const { document } = pen;
  return make(
    document,
    'div',
    { class: 'books' },
    ...rows.map(({ title, text }) =>
      make(
        document,
        'div',
        {},
        make(document, 'b', {}, ...rich(pen, title)),
        make(document, 'span', {}, ...rich(pen, text)),
      ),
    ),
  );
}

/** Names of the sources, each a link, and the day they were read. */
export function sources(pen: Pen, list: readonly Source[]): HTMLElement {
  const read = list
    .map((source) => source.read)
    .sort()
    .at(0);
  const links = list.flatMap((source, at): Child[] => [
    at > 0 ? ', ' : '',
    link(pen, source.url, source.name),
  ]);
  const day =
    read === undefined
      ? ''
      : `, ${pen.say({
          key: 'note_read',
          // Noon, so that the day is the same in every time zone but the outermost.
          params: { count: list.length, date: { at: Date.parse(`${read}T12:00Z`), style: 'date' } },
        })}`;
  return make(pen.document, 'span', {}, ...links, day);
}

/** What changing the control would do: title, why, people, source. */
export function consequence(pen: Pen, { words, sources: list }: Consequence): HTMLElement {
  const { document } = pen;
  return make(
    document,
    'div',
    { class: 'then' },
    make(document, 'p', { class: 'title' }, ...rich(pen, words.title)),
    words.why && make(document, 'p', { class: 'why' }, ...rich(pen, words.why)),
    words.people && people(pen, words.people),
    make(document, 'p', { class: 'by' }, sources(pen, list)),
  );
}
