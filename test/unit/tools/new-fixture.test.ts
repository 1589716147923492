// @vitest-environment happy-dom
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPortal, skeletonOf } from '../../../utils/portal/index.ts';
import { FOLDER, newFixture } from '../../tools/new-fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'syncline-fixture-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const PAGE = readFileSync(join(FOLDER, 'account-new-gen3-en-locked.html'), 'utf8');
const OUTLINE = skeletonOf(parse(PAGE), {
  page: 'account-settings',
  language: 'en',
  recognised: 2,
  expected: 3,
});

describe('an outline as a fixture', () => {
  test('becomes a pair whose answer is what the reader says today', () => {
    const [page, answer] = newFixture('account-pasted', OUTLINE, folder);
    expect(readFileSync(page, 'utf8')).toBe(OUTLINE);
    const { url, settings, missed, recognition } = JSON.parse(readFileSync(answer, 'utf8'));
    const read = readPortal(parse(readFileSync(page, 'utf8')), url);
    expect(recognition).toBe('recognised');
    expect(missed).toEqual([]);
    expect(settings).toEqual(
      Object.fromEntries(read.settings.map(({ id, value, lock, how }) => [id, { value, lock, how }])),
    );
    expect(Object.keys(settings).length).toBeGreaterThan(4);
  });

  test.each([
    ['no name', 'Account', OUTLINE, /is no name for a fixture/],
    ['a way out of the folder', '../../x-y', OUTLINE, /is no name for a fixture/],
    ['nothing', 'account-x', ' \n', /Nothing was pasted/],
    ['half of it', 'account-x', OUTLINE.slice(0, -20), /not a whole outline/],
    ['a list of tags', 'account-x', 'div#app\n  p', /not a whole outline/],
    ['a page saved by hand', 'account-x', PAGE, /an address/],
    ['a script', 'account-x', OUTLINE.replace('<body>', '<body><script>1</script>'), /a script/],
    [
      'a mail address',
      'account-x',
      OUTLINE.replace('<body>', '<body>maya@alderfinch.example'),
      /a mail address/,
    ],
    ['a handler', 'account-x', OUTLINE.replace('<body>', '<body onload="x">'), /a handler/],
    [
      'another site',
      'account-x',
      OUTLINE.replace('data-page="account-settings"', 'data-page="bank"'),
      /names no page/,
    ],
    ['too much', 'account-x', `${OUTLINE}${' '.repeat(2_000_000)}`, /longer than any/],
  ])('%s is refused with a sentence, and nothing is written', (_what, name, html, sentence) => {
    expect(() => newFixture(name, html, folder)).toThrow(sentence);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('does not take the place of another', () => {
    newFixture('account-pasted', OUTLINE, folder);
    expect(() => newFixture('account-pasted', OUTLINE, folder)).toThrow(/there already/);
  });

  test('the command says what is wrong and fails', () => {
    const tool = join(import.meta.dirname, '../../tools/new-fixture.ts');
    const run = (...args: string[]) =>
      spawnSync('node', [tool, ...args], { encoding: 'utf8', input: 'hello' });
    for (const [args, sentence] of [
      [[], /Give the fixture a name/],
      [['account-x'], /not a whole outline/],
      [['account-x', '/nowhere.html'], /There is no file/],
    ] as const) {
      const { status, stderr } = run(...args);
      expect(stderr).toMatch(sentence);
      expect(status).toBe(1);
    }
  });
});
