import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import type { PageId } from '../../utils/model/settings.ts';
import { readPortal } from '../../utils/portal/index.ts';

export const FOLDER = join(import.meta.dirname, '../fixtures/portal');

/** Where each page stands; an outline does not tell its own address, which may name somebody's company. */
const ADDRESS: Readonly<Record<PageId, string>> = {
  'account-settings': 'https://zoom.us/account/setting?tab=zoomMailCalendar',
  'group-settings': 'https://zoom.us/account/group?tab=zoomMailCalendar#/detail/gOne/detail',
  'user-settings': 'https://zoom.us/profile/setting?tab=zoomMailCalendar',
  profile: 'https://zoom.us/profile',
  meetings: 'https://zoom.us/meeting#/upcoming',
};

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;
const LONGEST = 2_000_000;
/** What no outline of ours holds; a page saved by hand does, and with it whatever stands on it. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/<(?:script|style|link|iframe|object|embed)\b/i, 'a script, a style or a frame'],
  [/\s(?:href|src|srcset|action)\s*=/i, 'an address'],
  [/\son[a-z]+\s*=/i, 'a handler'],
  [/[\w.+-]+@[\w-]+\.\w/, 'a mail address'],
];

/** Why an outline or a name is not taken, as a sentence. */
export class Refusal extends Error {}

function pageIn(html: string): PageId {
  if (html.trim() === '')
    throw new Refusal('Nothing was pasted: give the outline on standard input, or a file.');
  if (html.length > LONGEST)
    throw new Refusal('This is longer than any outline. Copy it again with "Copy outline".');
  if (
    !/^\s*<!doctype html>\s*<html\s/i.test(html) ||
    !/<body[\s>]/i.test(html) ||
    !/<\/html>\s*$/i.test(html)
  )
    throw new Refusal('This is not a whole outline: it begins with <!doctype html> and ends with </html>.');
  for (const [pattern, what] of FOREIGN)
    if (pattern.test(html))
      throw new Refusal(
        `This holds ${what}, so it is no outline of Syncline's. Use "Copy outline" in the popup.`,
      );
  const page = /<html\s[^>]*\bdata-page="([^"]*)"/i.exec(html)?.[1];
  if (page === undefined || !Object.hasOwn(ADDRESS, page))
    throw new Refusal(`The outline names no page of the portal: data-page is "${page ?? ''}".`);
  return page as PageId;
}

/**
 * Makes an outline a fixture, with the answer the reader gives today beside it, to be corrected to what the page shows.
 *
 * @returns the two files written
 * @throws Refusal with a sentence; nothing is written then
 */
export function newFixture(
  name: string,
  html: string,
  folder = FOLDER,
): readonly [page: string, answer: string] {
  if (!NAME.test(name))
    throw new Refusal(
      `"${name}" is no name for a fixture: small letters, digits and hyphens, as in account-new-2027.`,
    );
  const page = pageIn(html);
  const files = [join(folder, `${name}.html`), join(folder, `${name}.json`)] as const;
  const there = files.find(existsSync);
  if (there !== undefined) throw new Refusal(`${there} is there already: choose another name.`);
  const url = ADDRESS[page];
  const document = new new Window().DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  const { settings, page: _page, ...rest } = readPortal(document, url);
  const answer = {
    url,
    ...rest,
    settings: Object.fromEntries(settings.map(({ id, value, lock, how }) => [id, { value, lock, how }])),
    missed: [],
  };
  writeFileSync(files[0], html.endsWith('\n') ? html : `${html}\n`);
  writeFileSync(files[1], `${JSON.stringify(answer, null, 2)}\n`);
  return files;
}

function main([name, file]: readonly string[]): void {
  if (name === undefined)
    throw new Refusal('Give the fixture a name: npm run new:fixture account-new-2027 < outline.html');
  if (file !== undefined && !existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  const [page, answer] = newFixture(name, readFileSync(file ?? 0, 'utf8'));
  process.stdout.write(
    `${page}\n${answer}\nThe second file is what the reader says today. Correct it to what the page shows, and list under "missed" what it should have read.\n`,
  );
}

if (process.argv[1] === import.meta.filename) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
