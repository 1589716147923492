/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly style: 'plain' | 'code' | 'strong' | 'sup';
}

const MARK = /`([^`]+)`|\*\*([^*]+)\*\*|\^([^^]+)\^/g;

/**
 * The runs of a catalogue sentence: `` `code` ``, `**strong**`, `^sup^`. Nothing else is markup, so a sentence can never carry a tag.
 */
export function parseRich(sentence: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of sentence.matchAll(MARK)) {
    if (match.index > at) runs.push({ text: sentence.slice(at, match.index), style: 'plain' });
    if (match[1] !== undefined) runs.push({ text: match[1], style: 'code' });
    else if (match[2] !== undefined) runs.push({ text: match[2], style: 'strong' });
    else if (match[3] !== undefined) runs.push({ text: match[3], style: 'sup' });
    at = match.index + match[0].length;
  }
  if (at < sentence.length) runs.push({ text: sentence.slice(at), style: 'plain' });
  return runs;
}

/** The sentence without its marks, for names and labels. */
export function plainText(sentence: string): string {
  return parseRich(sentence)
    .map((run) => run.text)
    .join('');
}
