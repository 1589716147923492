import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Where a spelling is known from is for people who mend labels; the page's script needs the text and its generation. */
const FOR_PEOPLE = new Set(['language', 'evidence', 'date', 'verified']);
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
        JSON.stringify(value, (key, inner: unknown) => (FOR_PEOPLE.has(key) ? undefined : inner));
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
