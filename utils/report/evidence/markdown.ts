import { parseRich } from '../../core/rich.ts';
import type { Say } from '../../model/words.ts';
import { heading } from './heading.ts';
import type { Cell, EvidencePack, Link } from './pack.ts';

/** Text that stays text: no mark of Markdown or HTML, and no end of a table's cell. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~!&]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** An address in a link must not end it, nor its cell. */
const address = (url: string) =>
  url.replace(/[\s()<>|\\]/g, (found) => `%${(found.codePointAt(0) ?? 32).toString(16).padStart(2, '0')}`);

const linkOf = ({ name, url, read }: Link) =>
  `${url.startsWith('https:') ? `[${markdownText(name)}](${address(url)})` : markdownText(name)}${read ? ` (${read})` : ''}`;

function richOf(sentence: string): string {
  return parseRich(sentence)
    .map(({ text, style }) => {
      if (style === 'code') return `\`${text.replace(/[|`]/g, ' ')}\``;
      return style === 'strong' ? `**${markdownText(text)}**` : markdownText(text);
    })
    .join('');
}

function cellOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return markdownText(cell);
  return 'rich' in cell ? richOf(cell.rich) : cell.links.map(linkOf).join(', ');
}

/** For a ticket or a wiki: a table a part. */
export function* evidenceMarkdown(pack: EvidencePack, say: Say): Generator<string> {
  const { lead, notes } = heading(pack, say);
  yield `# ${markdownText(say({ key: 'report_title' }))}\n\n${markdownText(lead)}\n\n`;
  yield `${notes.map((note) => `- ${markdownText(note)}`).join('\n')}\n`;
  if (pack.counts.length > 0)
    yield `\n${pack.counts.map(({ word, count }) => `**${count}** ${markdownText(say(word))}`).join(' · ')}\n`;
  for (const { title, columns, rows, empty: nothing } of pack.parts) {
    yield `\n## ${markdownText(say(title))}\n\n`;
    let empty = true;
    for (const row of rows()) {
      if (!row) {
        yield '';
        continue;
      }
      if (empty)
        yield `| ${columns.map((column) => markdownText(say(column.title))).join(' | ')} |\n|${' --- |'.repeat(columns.length)}\n`;
      empty = false;
      yield `| ${columns.map(({ id }) => cellOf(row.cells[id])).join(' | ')} |\n`;
    }
    if (empty) yield `${markdownText(say(nothing ?? { key: 'report_empty' }))}\n`;
  }
}
