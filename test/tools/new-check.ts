// Writes the files of a new check: `npm run new:check <area> <id> [setting]`. The tests then say what is left to write.
import { fileURLToPath } from 'node:url';
import { writeCheck } from './checks/new-check.ts';

const [area = '', id = '', setting] = process.argv.slice(2);
try {
  const files = writeCheck(fileURLToPath(new URL('../..', import.meta.url)), {
    area,
    id,
    ...(setting === undefined ? {} : { setting }),
  });
  process.stdout.write(
    [
      ...files,
      '',
      'Left to write, in this order; npm run unit -- test/unit/checks test/architecture/words.test.ts names what is missing:',
      `  1 the rule and its dated sources in ${files[0]}`,
      '  2 three sentences in each language (utils/locales/*/checks.json)',
      `  3 a page for each scene, with its small difference (test/fixtures/checks/${id}.*.json)`,
      '  4 npm run docs:checks',
      '',
    ].join('\n'),
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
