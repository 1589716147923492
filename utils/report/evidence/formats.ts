import type { Say } from '../../model/words.ts';
import { evidenceCsv } from './csv.ts';
import { evidenceHtml } from './html.ts';
import { evidenceJson } from './json.ts';
import { evidenceMarkdown } from './markdown.ts';
import type { EvidencePack } from './pack.ts';

export const FORMATS = ['html', 'markdown', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export const FORMAT_FILES: Readonly<Record<Format, { readonly ending: string; readonly type: string }>> = {
  html: { ending: 'html', type: 'text/html;charset=utf-8' },
  markdown: { ending: 'md', type: 'text/markdown;charset=utf-8' },
  csv: { ending: 'csv', type: 'text/csv;charset=utf-8' },
  json: { ending: 'json', type: 'application/json' },
};

const WRITERS: Readonly<Record<Format, (pack: EvidencePack, say: Say) => Generator<string>>> = {
  html: evidenceHtml,
  markdown: evidenceMarkdown,
  csv: evidenceCsv,
  json: evidenceJson,
};

/** The pack in a format, in pieces small enough to stop between. */
export function evidenceText(pack: EvidencePack, format: Format, say: Say): Generator<string> {
  return WRITERS[format](pack, say);
}
