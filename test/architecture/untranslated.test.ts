import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-tree.ts';

/** Names that no language translates. */
const NAMES = /^(?:Syncline|Zoom|Microsoft 365|Entra ID|Outlook|Teams|Markdown|CSV|JSON|HTML)$/;
/** Text between two tags; braces, brackets and signs of code end it. */
const TEXT = /<\/?[A-Za-z][^<>]*>\s*([^<>{}()=;[\]]*\p{L}[^<>{}()=;[\]]*?)\s*(?=<\/?[A-Za-z])/gu;
/** Attributes that people hear or read. */
const ATTRIBUTE = /\b(?:aria-label|aria-description|title|alt|placeholder)="([^"]*\p{L}[^"]*)"/gu;

/** Words written into a file of ours instead of the catalogue. */
function wordsIn(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [TEXT, ATTRIBUTE]
    .flatMap((pattern) => [...code.matchAll(pattern)].map((match) => (match[1] ?? '').trim()))
    .filter((words) => words !== '' && words !== 'Promise' && !NAMES.test(words));
}

describe('every word a person meets goes through the catalogue', () => {
  it('is found out when it does not', () => {
    expect(wordsIn('<p class="x">Hello there</p>')).toEqual(['Hello there']);
    expect(wordsIn('<a href="#" title="Opens the page"><Icon name="x" /> Open <b>now</b></a>')).toEqual([
      'Open',
      'now',
      'Opens the page',
    ]);
    expect(wordsIn('<p>{say({ key: "x" })} <b>Zoom</b> –</p>')).toEqual([]);
  });

  it.each(
    sourceFiles(['entrypoints', 'components'], /\.(?:tsx|html)$/).map(
      (file) => [file.path, file.text] as const,
    ),
  )('%s', (_path, text) => {
    expect(wordsIn(text.replace(/<(style|script|title)\b[\s\S]*?<\/\1>/g, ''))).toEqual([]);
  });
});
