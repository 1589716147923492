import { parseRich } from '../../core/rich.ts';
import type { Say } from '../../model/words.ts';
import { heading } from './heading.ts';
import { STYLE, STYLE_DIGEST } from './html-style.ts';
import type { Cell, EvidencePack, Link, Part, Row } from './pack.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that stays text, in an element and in an attribute. */
export const htmlText = (text: string): string => text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? '');

const TAG = { code: 'code', strong: 'b', sup: 'sup' } as const;

function linkOf({ name, url, read }: Link): string {
  const shown = htmlText(name);
  const link = url.startsWith('https:') ? `<a href="${htmlText(url)}" rel="noreferrer">${shown}</a>` : shown;
  return read ? `${link} <span class="meta">${htmlText(read)}</span>` : link;
}

function cellOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return htmlText(cell);
  if ('links' in cell) return cell.links.map(linkOf).join('<br>');
  return parseRich(cell.rich)
    .map(({ text, style }) => {
      if (style === 'plain') return htmlText(text);
      return `<${TAG[style]}>${htmlText(text)}</${TAG[style]}>`;
    })
    .join('');
}

/** The column whose word carries a hue, and the hue; the word says it all the same. */
function hueOf(part: Part, id: string, { raw }: Row): string {
  const state =
    part.id === 'checks' && (id === 'state' ? raw['state'] : id === 'before' ? raw['before'] : null);
  return typeof state === 'string' ? ` class="${htmlText(state)}"` : '';
}

const ROW_HEADS: readonly string[] = ['check', 'setting', 'fact', 'field', 'permission'];
const ownColumns = ({ columns }: Part) => columns.filter(({ under }) => under === undefined);

type Heads = ReadonlyMap<string, string>;

/** What each column is called, ready for the page: said once, not once a row. */
const headsOf = ({ columns }: Part, say: Say): Heads =>
  new Map(columns.map(({ id, title }) => [id, htmlText(say(title))]));

function rowOf(part: Part, row: Row, heads: Heads): string {
  const cells = ownColumns(part).map(({ id }) => {
    const below = part.columns
      .filter(({ under }) => under === id)
      .map((column) => [heads.get(column.id), cellOf(row.cells[column.id])] as const)
      .filter(([, text]) => text !== '')
      .map(([head, text]) => `<p><span class="meta">${head}</span> ${text}</p>`);
    const text = cellOf(row.cells[id]) + below.join('');
    // Where a table has no room its rows are cards, and each cell says what it is.
    return ROW_HEADS.includes(id)
      ? `<th scope="row">${text}</th>`
      : `<td data-h="${heads.get(id)}"${hueOf(part, id, row)}><div>${text}</div></td>`;
  });
  return `<tr>${cells.join('')}</tr>\n`;
}

function* partOf(part: Part, say: Say): Generator<string> {
  const title = htmlText(say(part.title));
  yield `<section>\n<h2>${title}</h2>\n`;
  const heads = headsOf(part, say);
  let empty = true;
  for (const row of part.rows()) {
    if (!row) {
      yield '';
      continue;
    }
    if (empty)
      yield `<div class="wide" role="region" aria-label="${title}" tabindex="0"><table>\n<thead><tr>${ownColumns(
        part,
      )
        .map(({ id }) => `<th scope="col">${heads.get(id)}</th>`)
        .join('')}</tr></thead>\n<tbody>\n`;
    empty = false;
    yield rowOf(part, row, heads);
  }
  yield empty
    ? `<p>${htmlText(say(part.empty ?? { key: 'report_empty' }))}</p>\n`
    : '</tbody></table></div>\n';
  yield '</section>\n';
}

/** One page on its own: no script, nothing from elsewhere, and a policy of its own that would let neither in. */
export function* evidenceHtml(pack: EvidencePack, say: Say): Generator<string> {
  const { lead, notes } = heading(pack, say);
  const title = htmlText(say({ key: 'report_title' }));
  yield `<!doctype html>
<html lang="${htmlText(pack.about.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<p class="meta">${htmlText(lead)}</p>
<h1>${title}</h1>
`;
  if (pack.counts.length > 0)
    yield `<ul class="counts">${pack.counts
      .map(
        ({ state, word, count }) => `<li class="${state}">${count} <span>${htmlText(say(word))}</span></li>`,
      )
      .join('')}</ul>\n`;
  yield `<ul class="notes">${notes.map((note) => `<li>${htmlText(note)}</li>`).join('')}</ul>\n</header>\n`;
  for (const part of pack.parts) yield* partOf(part, say);
  yield '</main>\n</body>\n</html>\n';
}
