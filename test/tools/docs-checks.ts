// Writes docs/checks.md from the registry: `npm run docs:checks`.
import { writeFileSync } from 'node:fs';
import { checksPage } from './checks/page.ts';

writeFileSync(new URL('../../docs/checks.md', import.meta.url), checksPage());
process.stdout.write('docs/checks.md is written\n');
