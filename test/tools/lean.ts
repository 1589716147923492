import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Where a spelling is known from is for people who mend labels; the page's script needs the text and an older generation. */
const FOR_PEOPLE = new Set(['language', 'evidence', 'date', 'verified']);
const NEWEST = 3;
const LABELS = /\/utils\/portal\/labels\/(?!index|types|words)[\w-]+\.ts$/;

/** Label data as plain values, without what only people read. */
export function bareLabels(): Plugin {
  return {
    name: 'syncline:bare-labels',
    async transform(_code, id) {
      const [file = ''] = id.split('?');
      if (!LABELS.test(file)) return null;
      const changed = statSync(file).mtimeMs;
      const values = (await import(`${pathToFileURL(file).href}?at=${changed}`)) as Record<string, unknown>;
      const plain = (value: unknown) =>
        JSON.stringify(value, (key, inner: unknown) =>
          FOR_PEOPLE.has(key) || (key === 'generation' && inner === NEWEST) ? undefined : inner,
        );
      const code = Object.entries(values).map(([name, value]) => `export const ${name} = ${plain(value)};`);
      return { code: code.join('\n'), map: null };
    },
  };
}

const ENTRY = 'virtual:wxt-content-script-isolated-world-entrypoint';

/**
 * Starts the content script without the framework's own handle on it: that is a tenth of the script, tells the page of itself by
 * an event, and leaves a listener behind when the script ends. Ours ends itself.
 */
export function bareStart(): Plugin {
  return {
    name: 'syncline:bare-start',
    transform(code, id) {
      if (!id.includes(ENTRY)) return null;
      const [definition] = /^import definition from .*$/m.exec(code) ?? [];
      if (!definition) throw new Error(`${ENTRY} is not what it was: see test/tools/lean.ts`);
      return { code: `${definition}\nexport default definition.main();`, map: null };
    },
  };
}

const PRELOAD = 'vite/preload-helper';

/**
 * Scripts loaded late announce what they import with a link each, and nothing else: no style sheet is ever among that (all are in
 * the HTML), and pages of an extension wait for no network. The bundler's own helper for it is 2 kB of every page's script.
 */
export function barePreload(): Plugin {
  const helper = `const asked = new Set();
export const __vitePreload = (load, needs = []) => {
  for (const need of needs) {
    if (asked.has(need)) continue;
    asked.add(need);
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: '/' + need }));
  }
  return load();
};`;
  return {
    name: 'syncline:bare-preload',
    transform(code, id) {
      if (!id.includes(PRELOAD)) return null;
      if (!code.includes('__vitePreload'))
        throw new Error(`${PRELOAD} is not what it was: see test/tools/lean.ts`);
      return { code: helper, map: null };
    },
  };
}

/** Words of notes: their keys stand in the portal's script by the hundred, and are put together nowhere. */
const NOTE_KEY = /^(?:age|baseline|check|consequence|note)_/;
const FORM = /_(?:zero|one|two|few|many|other)$/;
const LITERAL = /'((?:age|baseline|check|consequence|note)_[a-z0-9_]+)'/g;

/** Short names for the keys of notes, the same in catalogues and scripts of one build. Nothing stores a key. */
export function shortKeys(keys: readonly string[]): { rename: (key: string) => string; plugin: Plugin } {
  // A key may end in "other" for another reason: a plural has a singular.
  const plural = new Set(keys.filter((key) => key.endsWith('_one')).map((key) => key.replace(FORM, '')));
  const baseOf = (key: string) => (plural.has(key.replace(FORM, '')) ? key.replace(FORM, '') : key);
  const bases = [...new Set(keys.filter((key) => NOTE_KEY.test(key)).map(baseOf))].sort();
  const short = new Map(bases.map((base, at) => [base, `m${at.toString(36)}`]));
  const rename = (key: string) => {
    const base = baseOf(key);
    return (short.get(base) ?? base) + key.slice(base.length);
  };
  return {
    rename,
    plugin: {
      name: 'syncline:short-keys',
      enforce: 'pre',
      transform(code, id) {
        if (!/\/(?:components|entrypoints|utils)\/.*\.tsx?$/.test(id.split('?')[0] ?? '')) return null;
        // Of other lengths, and yet on the same lines: the map of the sources stays right by the line.
        return { code: code.replace(LITERAL, (_, key: string) => `'${rename(key)}'`), map: null };
      },
    },
  };
}

/** In every page of the portal, or to be read before the popup is drawn. */
const OFTEN = /^content-scripts\/|^chunks\/popup-/;

/** Once more over the scripts that are loaded most often: what the bundler's own minifier leaves is a fiftieth. */
export function tighter(): Plugin {
  return {
    name: 'syncline:tighter',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !OFTEN.test(chunk.fileName)) continue;
        const isPage = chunk.fileName.startsWith('chunks/');
        // What a library may be made of stays as it is; our own code calls no arrow with `new`.
        const ours = isPage ? {} : { sequences: false, pure_getters: true, unsafe_arrows: true };
        const { code } = await minify(chunk.code, {
          module: isPage,
          ecma: 2020,
          compress: { passes: 3, ...ours },
        });
        if (!code) throw new Error(`nothing is left of ${chunk.fileName}`);
        chunk.code = code;
      }
    },
  };
}
