import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf } from '../../../utils/portal/pages.ts';
import type { Start } from './fuzz.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/portal');

/** The fixtures that are pages of ours; the largest one says nothing new once bent. */
export function starts(): Start[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.html') && !name.includes('hidden-copies'))
    .map((name) => ({
      name,
      html: readFileSync(join(FOLDER, name), 'utf8'),
      url: (JSON.parse(readFileSync(join(FOLDER, name.replace(/html$/, 'json')), 'utf8')) as { url: string })
        .url,
    }))
    .filter(({ url }) => pageOf(url) !== null);
}

/** Documents of a run of the tests. A long one (`SYNCLINE_LONG=1`) is for a real engine, which is ten times as fast. */
export const RUNS = 500;
export const LONG_RUNS = process.env['SYNCLINE_LONG'] === '1' ? 5_000 : RUNS;
/** ms */
export const LIMIT = 300_000;
