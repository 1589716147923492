import type { ComponentChildren } from 'preact';
import { readFileSync } from 'node:fs';
import { Words } from '../../../components/words.tsx';
import { createSay } from '../../../utils/core/say.ts';
import { CATALOGUE_PARTS, type Language } from '../../../utils/locales/index.ts';
import type { Say } from '../../../utils/model/words.ts';

export const NOW = Date.UTC(2026, 10, 23, 14, 6);

/** The catalogue as the browser has it. */
export function sayIn(language: Language): Say {
  const parts = CATALOGUE_PARTS.map(
    (part) =>
      JSON.parse(
        readFileSync(`${import.meta.dirname}/../../../utils/locales/${language}/${part}.json`, 'utf8'),
      ) as Record<string, { message: string }>,
  );
  const all: Record<string, { message: string }> = Object.assign({}, ...parts);
  return createSay((key) => all[key]?.message.replaceAll('$$', '$') ?? '', language, 'UTC');
}

/** What a page gives its components. */
export function Page({ language = 'en', children }: { language?: Language; children: ComponentChildren }) {
  return <Words value={{ say: sayIn(language), now: NOW }}>{children}</Words>;
}
