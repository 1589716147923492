import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILD } from './launch.ts';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ê',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ø',
  U: 'Û',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ÿ',
};
/** What is no word of a language: placeholders, code, marks, addresses, Chrome's own dollar. */
const KEPT = /(\{\w+\}|`[^`]*`|\*\*|\^|https?:\S+|\$\$)/;
/** German and French run about a third longer than English (look.md, "Plan for 35 % longer words"). */
const LONGER = 1.35;

export const OPENS = '⟦';
export const CLOSES = '⟧';

/** A sentence nobody can take for English: accents on every word, a third longer, and marks at both ends. */
export function pseudo(message: string): string {
  const parts = message.split(KEPT);
  const letters = parts.filter((_, at) => at % 2 === 0).join('').length;
  let wanted = Math.ceil(letters * (LONGER - 1));
  const text = parts
    .map((part, at) =>
      at % 2 === 1
        ? part
        : Array.from(part, (letter) => {
            const accented = ACCENTS[letter] ?? letter;
            // Words grow where they stand: a tail of filler would wrap where a long word would not.
            if (wanted <= 0 || accented === letter) return accented;
            wanted -= 1;
            return accented + accented.toLowerCase();
          }).join(''),
    )
    .join('');
  return `${OPENS}${text}${'~'.repeat(Math.max(0, wanted))}${CLOSES}`;
}

/** A copy of the production build whose English is pseudo; its code is the build's, byte for byte. Gives the folder. */
export function pseudoBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'syncline-pseudo-'));
  cpSync(BUILD, folder, { recursive: true });
  const file = join(folder, '_locales/en/messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  const changed = Object.fromEntries(
    Object.entries(messages).map(([key, entry]) =>
      // The language's own tag is no word: plurals and dates go by it.
      [key, key === 'app_locale' ? entry : { ...entry, message: pseudo(entry.message) }],
    ),
  );
  writeFileSync(file, JSON.stringify(changed));
  return folder;
}
