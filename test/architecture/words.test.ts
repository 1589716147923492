import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE_PARTS, LANGUAGES } from '../../utils/locales/index.ts';
import { sourceFiles } from './source-tree.ts';

type Part = Record<string, { message: string; description: string }>;
const read = (language: string, part: string) =>
  JSON.parse(
    readFileSync(new URL(`../../utils/locales/${language}/${part}.json`, import.meta.url), 'utf8'),
  ) as Part;
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const FORM = /_(?:zero|one|two|few|many)$/;
/** `key_one` and `key_many` say the same as `key_other`: languages differ in their forms. Without an `_other` it is a name. */
const isPluralForm = (key: string, part: Part) =>
  FORM.test(key) && part[key.replace(FORM, '_other')] !== undefined;

describe('the catalogues', () => {
  const english = CATALOGUE_PARTS.map((part) => [part, read('en', part)] as const);

  it('hold each key once', () => {
    const keys = english.flatMap(([, part]) => Object.keys(part));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('have keys Chrome accepts, and a comment for the translator', () => {
    for (const [, part] of english)
      for (const [key, { description }] of Object.entries(part)) {
        expect(key).toMatch(/^[a-z0-9_]+$/);
        expect(description.trim(), key).not.toBe('');
      }
  });

  it.each(LANGUAGES)('have every sentence written in %s', (language) => {
    const empty = CATALOGUE_PARTS.flatMap((part) =>
      Object.entries(read(language, part))
        .filter(([, { message }]) => message.trim() === '')
        .map(([key]) => `write ${key} in utils/locales/${language}/${part}.json`),
    );
    expect(empty).toEqual([]);
  });

  it.each(LANGUAGES.filter((language) => language !== 'en'))(
    'say everything in %s, with the same placeholders',
    (language) => {
      for (const [name, part] of english) {
        const other = read(language, name);
        expect(
          Object.keys(other)
            .filter((key) => !isPluralForm(key, other))
            .sort(),
          name,
        ).toEqual(
          Object.keys(part)
            .filter((key) => !isPluralForm(key, part))
            .sort(),
        );
        for (const [key, { message }] of Object.entries(part))
          if (other[key])
            expect(placeholders(other[key].message), `${language} ${key}`).toEqual(placeholders(message));
      }
    },
  );

  it('write French as French is written', () => {
    for (const part of CATALOGUE_PARTS)
      for (const [key, { message }] of Object.entries(read('fr', part))) {
        expect(message.replace(/`[^`]*`/g, ''), `${key}: typographic apostrophe`).not.toMatch(/\p{L}'\p{L}/u);
        expect(
          message.replace(/`[^`]*`|https?:\S+|\{\w+\}/g, ''),
          `${key}: no plain space before : ; ! ?`,
        ).not.toMatch(/ [:;!?](?:\s|$)/);
      }
  });

  it('hold no word that nothing shows', () => {
    const code = sourceFiles(['entrypoints', 'components', 'utils', 'test/tools'], /\.(?:tsx?|html|json)$/)
      .filter((file) => !file.path.includes('/locales/'))
      .map((file) => file.text)
      .concat(readFileSync(new URL('../../wxt.config.ts', import.meta.url), 'utf8'))
      .join('\n');
    const unused = english
      .flatMap(([, part]) => Object.keys(part))
      .filter((key) => {
        const base = key.replace(/_(?:one|other|many|few|two|zero)$/, '');
        return (
          !code.includes(`'${key}'`) &&
          !code.includes(`'${base}'`) &&
          !code.includes(`__MSG_${key}__`) &&
          !DERIVED.some((pattern) => pattern.test(key))
        );
      });
    expect(unused).toEqual([]);
  });
});

/** Keys put together in code from a closed list of ids. */
const DERIVED = [/^error_/, /^aadsts_/];
