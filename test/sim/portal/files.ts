import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';

const VUE = createRequire(import.meta.url).resolve('vue/dist/vue.esm-browser.prod.js');
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** Where the page's own script and styles live. */
export const STATIC = '/static/sim/';

/** Serves the page's script, its styles and Vue. @returns whether the path was one of them */
export function serveFile(path: string, res: ServerResponse): boolean {
  if (!path.startsWith(STATIC)) return false;
  const name = path.slice(STATIC.length);
  const match = /^[a-z][a-z-]*\.(js|css)$/.exec(name);
  if (!match) return false;
  let body: Buffer;
  try {
    body = readFileSync(name === 'vue.js' ? VUE : new URL(`./app/${name}`, import.meta.url));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  res.writeHead(200, {
    'Content-Type': `${TYPES[match[1] ?? ''] ?? ''}; charset=utf-8`,
    'Cache-Control': 'no-cache',
  });
  res.end(body);
  return true;
}
