import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../utils/locales/index.ts';
import { writeCheck } from '../../tools/checks/new-check.ts';

const HOUSE = join(import.meta.dirname, '../../..');
const TESTS = [
  'test/unit/checks/scenes.test.ts',
  'test/unit/checks/pack.test.ts',
  'test/unit/checks/docs.test.ts',
  'test/architecture/words.test.ts',
];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'syncline-house-'));
  for (const part of ['utils', 'entrypoints', 'components', 'test', 'docs', 'wxt.config.ts', 'package.json'])
    cpSync(join(HOUSE, part), join(root, part), { recursive: true });
  symlinkSync(join(HOUSE, 'node_modules'), join(root, 'node_modules'), 'dir');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the tests of the house at `root` say is wrong: the test, and the first line of what it says. */
function complaints(): string[] {
  const out = join(root, 'answers.json');
  spawnSync(
    process.execPath,
    [
      join(HOUSE, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      'test/config/vitest.unit.ts',
      '--reporter=json',
      `--outputFile=${out}`,
      ...TESTS,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  const report = JSON.parse(readFileSync(out, 'utf8')) as {
    testResults: {
      assertionResults: { status: string; title: string; failureMessages: string[] }[];
    }[];
  };
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ title, failureMessages }) => `${title}: ${failureMessages[0]?.split('\n')[0] ?? ''}`)
    .toSorted();
}

describe('npm run new:check', () => {
  it.each([
    [{ area: 'Sync', id: 'x' }, /small letters and hyphens/],
    [{ area: 'sync', id: '../x' }, /small letters and hyphens/],
    [{ area: 'moon', id: 'crater' }, /"moon" is a new area: say which setting/],
    [
      { area: 'sync', id: 'crater', setting: 'moon' },
      /"moon" is no setting; they are third-party-integration/,
    ],
    [{ area: 'sync', id: 'two-way-sync' }, /there is a check called "two-way-sync"/],
  ])('refuses %o with a sentence, and writes nothing', (asked, sentence) => {
    const before = readFileSync(join(root, 'utils/checks/registry.ts'), 'utf8');
    expect(() => writeCheck(root, asked)).toThrow(sentence);
    expect(readFileSync(join(root, 'utils/checks/registry.ts'), 'utf8')).toBe(before);
    expect(existsSync(join(root, 'utils/checks/pack/moon'))).toBe(false);
  });

  it('leaves a house whose tests say what is left to write, and nothing else', { timeout: 120_000 }, () => {
    const files = writeCheck(root, { area: 'sync', id: 'sync-window' });
    expect(files).toHaveLength(2 + LANGUAGES.length + 2);
    expect(readFileSync(join(root, 'utils/checks/registry.ts'), 'utf8')).toMatch(
      /from '\.\/pack\/sync\/sync-window\.ts';[^]*NOTE_CHECKS[^]*\n {2}syncWindow,\n\];/,
    );
    const said = complaints();
    expect(said.filter((line) => !/have every sentence written in/.test(line))).toEqual([
      expect.stringMatching(/^docs\/checks\.md is what the registry says: .*run npm run docs:checks/),
      expect.stringMatching(/^sync-window names dated sources over https: .*name the pages it rests on/),
      expect.stringMatching(/^sync-window\.fail: .*name a page of test\/fixtures\/portal/),
      expect.stringMatching(/^sync-window\.pass: .*name a page of test\/fixtures\/portal/),
      expect.stringMatching(/^sync-window: .*name a page of test\/fixtures\/portal/),
      // The rule itself.
      expect.stringMatching(/^tells every verdict the scenes have: .*sync-window\.fail/),
    ]);
    expect(said.filter((line) => /have every sentence written in/.test(line))).toHaveLength(LANGUAGES.length);
  });

  it('is green once that is written', { timeout: 120_000 }, () => {
    const edit = (path: string, change: (text: string) => string) =>
      writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));
    edit('utils/checks/pack/sync/sync-window.ts', (text) =>
      text
        .replace('unknown[] = []', "unknown[] = ['off']")
        .replace('sources: []', 'sources: [SOURCES.bidirectional]')
        .replace(/\n\n/, "\nimport { SOURCES } from '../../sources.ts';\n\n"),
    );
    for (const language of LANGUAGES)
      edit(`utils/locales/${language}/checks.json`, (text) =>
        text.replaceAll('"message": ""', '"message": "Fenster"'),
      );
    const scene = (name: string, page: string) =>
      edit(`test/fixtures/checks/sync-window.${name}.json`, (text) =>
        text.replace('"page": ""', `"page": "${page}"`),
      );
    scene('fail', 'account-new-gen3-en-unlocked');
    scene('pass', 'account-new-gen2-en-unlocked');
    spawnSync(process.execPath, ['test/tools/docs-checks.ts'], { cwd: root });
    expect(complaints()).toEqual([]);
  });
});
