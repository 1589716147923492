import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { REDIRECTS } from '../../../utils/model/redirects.ts';

const manifest = readFileSync(new URL('../../../wxt.config.ts', import.meta.url), 'utf8');
const first = (pattern: RegExp) => pattern.exec(manifest)?.[1] ?? '';

it('Firefox’s address follows from the add-on’s id', () => {
  const hash = createHash('sha1')
    .update(first(/gecko: \{\s*id: '([^']+)'/))
    .digest('hex');
  expect(REDIRECTS.firefox).toBe(`https://${hash}.extensions.allizom.org/`);
});

it('the unpacked build’s address follows from the manifest’s key', () => {
  const hash = createHash('sha256')
    .update(Buffer.from(first(/UNPACKED_KEY =\s*'([^']+)'/), 'base64'))
    .digest('hex');
  const id = Array.from(hash.slice(0, 32), (digit) =>
    String.fromCharCode(97 + Number.parseInt(digit, 16)),
  ).join('');
  expect(REDIRECTS.chrome).toBe(`https://${id}.chromiumapp.org/`);
});
