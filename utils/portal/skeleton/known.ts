import { STATE_LENGTH } from '../dom/sieve.ts';
import { titleOf } from '../dom/titles.ts';
import { titleText } from '../dom/text.ts';
import { OPTIONS, PROFILE_TITLES, SETTINGS } from '../labels/index.ts';
import { connectButton } from '../labels/profile-connection.ts';
import { mailTab } from '../labels/tab.ts';
import { ACT_WORDS, LOCK_WORDS, LOCKED_NOTE, STATE_WORDS } from '../labels/words.ts';
import { normalise } from '../normal.ts';

/** Words the boxes of the permissions are called by (labels/words.ts), each alone or two together. */
const RIGHT_WORDS = new Set(
  (
    'read write calendar calendars contact contacts lire lecture écrire calendrier calendriers lesen schreiben kalender ' +
    'kontakt kontakte leer escribir calendario calendarios contacto contactos ler calendário contatos 読み取り 書き込み ' +
    'カレンダー 連絡先 écriture lectura escritura escrita gravação leitura'
  ).split(' '),
);

const PHRASES: ReadonlySet<string> = new Set([
  ...[...mailTab, ...connectButton].map(({ text }) => normalise(text)),
  ...Object.values(LOCK_WORDS).flat(),
  ...Object.values(ACT_WORDS).flat(),
  ...STATE_WORDS,
]);

const LONGEST = Math.max(
  ...[...OPTIONS.keys(), ...PHRASES, ...SETTINGS.flatMap(({ labels }) => labels.map(({ text }) => text))].map(
    (text) => text.length,
  ),
);

/** Whether the whole of a text is something Syncline's own label data say. */
export function isKnown(text: string): boolean {
  if (text.length > LONGEST * 2) return false;
  const key = normalise(text);
  if (key === '') return false;
  if (PHRASES.has(key) || OPTIONS.has(key) || titleOf(text) || titleOf(text, PROFILE_TITLES)) return true;
  const words = key.split(' ');
  return words.length <= 2 && words.every((word) => RIGHT_WORDS.has(word));
}

/** Stands where the page says something that is not in the label data; a sentence that goes on still goes on. */
export const SOMETHING = '…';
const something = (text: string): string => {
  const first = text.trim().charAt(0);
  // A long text stays long: how a row is told from a mere state rests on it.
  const rest = SOMETHING.repeat(text.trim().length > STATE_LENGTH ? STATE_LENGTH + 1 : 1);
  if (/\p{Ll}/u.test(first)) return `x${rest}`;
  return /[.,;:(：*]/.test(first) ? `${first}${text.trim().length > 1 ? rest : ''}` : rest;
};

/** What may be said of a text: all of it, an option before its brackets, the word "locked" in it, or that there is one. */
export function sayable(text: string): string {
  if (isKnown(text)) return text;
  const option = text.replace(/ ?[(（][^)）]*[)）]\s*$/, '');
  if (isKnown(option)) return option;
  return LOCKED_NOTE.exec(text)?.[0] ?? something(text);
}

/** The same of a text in its place: a title may be split over spans, and is known only together. */
export function sayableIn(text: Text): string {
  if (text.data.trim() === '') return ' ';
  let at = text.parentElement;
  for (let up = 0; at && up < 4; at = at.parentElement, up += 1) {
    if (at.childNodes.length > 20) break;
    const words = titleText(at);
    if (words.length > LONGEST * 2) break;
    if (words.includes(text.data) && isKnown(words)) return text.data;
  }
  return sayable(text.data);
}
