import { plainText } from '../../core/rich.ts';
import type { Cell, EvidencePack, Link } from './pack.ts';

/** What a spreadsheet takes for the beginning of a formula, full-width forms included (OWASP, CSV injection, read 2026-11-23). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export const linkText = ({ name, url, read }: Link): string => [name, url, ...(read ? [read] : [])].join(' ');

/** The cell without its marks. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return 'rich' in cell ? plainText(cell.rich) : cell.links.map(linkText).join('; ');
}

/** One field: quoted, and never a formula. */
export function csvField(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const line = (fields: readonly string[]) => `${fields.map(csvField).join(',')}\r\n`;

/** For spreadsheets: one table, its first column the part; a column a part has not stays empty. */
export function* evidenceCsv({ parts }: EvidencePack): Generator<string> {
  const columns = [...new Set(parts.flatMap((part) => part.columns.map(({ id }) => id)))];
  // A spreadsheet takes a file without this mark for one in an old code page.
  yield `\uFEFF${line(['part', ...columns])}`;
  for (const part of parts)
    for (const row of part.rows())
      yield row ? line([part.id, ...columns.map((id) => cellText(row.cells[id]))]) : '';
}
