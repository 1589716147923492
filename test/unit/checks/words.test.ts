import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS, CONSEQUENCES } from '../../../utils/checks/index.ts';
import { plainText } from '../../../utils/core/rich.ts';
import { createSay } from '../../../utils/core/say.ts';
import type { Words } from '../../../utils/model/findings.ts';
import type { Message } from '../../../utils/model/words.ts';
import { CATALOGUE_PARTS, LANGUAGES } from '../../../utils/locales/index.ts';
import { outcomesOf } from '../../tools/checks/outcomes.ts';
import { sceneFiles } from '../../tools/checks/scenes.ts';

type Catalogue = Record<string, { message: string }>;
const sayIn = (catalogue: Catalogue, locale: string) =>
  createSay((key) => catalogue[key]?.message ?? '', locale);
const part = (language: string, name: string): Catalogue =>
  JSON.parse(
    readFileSync(new URL(`../../../utils/locales/${language}/${name}.json`, import.meta.url), 'utf8'),
  ) as Catalogue;
const IN_ALL = LANGUAGES.map(
  (language) =>
    [
      language,
      sayIn(Object.assign({}, ...CATALOGUE_PARTS.map((name) => part(language, name))) as Catalogue, language),
    ] as const,
);

function messagesOf(words: Words): Message[] {
  const { title, why, people = [], step, command, books = [] } = words;
  return [
    title,
    why,
    ...people.flatMap(({ who, what }) => [who, what]),
    step?.verb,
    step?.rest,
    command?.lead,
    ...books.flatMap((book) => [book.title, book.text]),
  ].filter((message) => message !== undefined);
}

const shown: [string, Message][] = [];
const scenes = sceneFiles();
for (const check of CHECKS) {
  const own = scenes.flatMap((file) => (file.check === check.id ? [file.scene] : []));
  for (const outcome of outcomesOf(check, own))
    if ('words' in outcome && outcome.words)
      shown.push(...messagesOf(outcome.words).map((message): [string, Message] => [check.id, message]));
}
for (const { id, words, dialogWhy } of CONSEQUENCES)
  shown.push(
    ...[...messagesOf(words), ...(dialogWhy ? [dialogWhy] : [])].map((m): [string, Message] => [id, m]),
  );

describe.each(IN_ALL)('in %s', (_language, say) => {
  it('has a sentence for everything checks and consequences say', () => {
    for (const [id, message] of shown) {
      const text = say(message);
      expect(text, `${id}: ${message.key}`).not.toBe(message.key);
      expect(text, `${id}: ${message.key}`).not.toMatch(/\{\w+\}/);
    }
  });

  it('writes titles without a full stop, unless they are the whole line', () => {
    const boxes = shown.filter(([, { key }]) => /_title/.test(key)).map(([, message]) => say(message));
    expect(boxes.filter((title) => title.endsWith('.'))).toEqual([]);
    expect(boxes.length).toBeGreaterThan(15);
  });

  it('spells Graph permissions as Graph does', () => {
    const all = shown.map(([, message]) => plainText(say(message))).join('\n');
    expect(all).not.toMatch(/\bCalendar\.ReadWrite\b/);
    expect(all).toMatch(/\bCalendars\.ReadWrite\b/);
  });
});
