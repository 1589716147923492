import { describe, expect, it } from 'vitest';
import { readTaughtFile } from '../../../entrypoints/options/taught-file.ts';
import { toPageAnswer } from '../../../utils/model/teach-order.ts';

const GOOD = {
  setting: 'two-way-sync',
  page: 'account-settings',
  path: ['div', 'button[switch]'],
  words: 'a',
  shape: 'b',
  tab: 'c',
  taughtAt: 1,
};
const read = (given: unknown) =>
  readTaughtFile(new Blob([typeof given === 'string' ? given : JSON.stringify(given)]));

describe('a file of taught controls', () => {
  it('is taken as it was saved, and as a policy holds it', async () => {
    expect(await read({ version: 1, locators: [GOOD] })).toEqual({ locators: [GOOD], refused: [] });
    expect(await read([GOOD])).toEqual({ locators: [GOOD], refused: [] });
  });

  it.each([
    ['no list', { version: 1 }, ['locators']],
    ['another version', { version: 2, locators: [GOOD] }, ['version']],
    ['more than a list', { version: 1, locators: [GOOD], rules: [] }, ['rules']],
    ['one bad field', [GOOD, GOOD, { ...GOOD, page: 'x' }], ['locators[2].page']],
    ['a text', '"hello"', ['locators']],
    ['nothing', 'null', ['locators']],
  ])('%s: the field is named', async (_name, given, fields) => {
    expect((await read(given))?.refused.map(({ field }) => field)).toEqual(fields);
  });

  it('that is no JSON is said to be none', async () => {
    expect(await read('{"version":1')).toBeNull();
    expect(await read('')).toBeNull();
  });
});

describe('what the page answers', () => {
  it('is taken when it is whole, and else counts as not read', () => {
    const outline = { kind: 'outline', text: '<p>', recognised: 1, expected: 2 };
    expect(toPageAnswer({ ...outline, more: 1 })).toEqual(outline);
    expect(toPageAnswer({ kind: 'teaching' })).toEqual({ kind: 'teaching' });
    for (const bad of [
      null,
      1,
      [],
      {},
      { ...outline, text: 1 },
      { ...outline, expected: '2' },
      { kind: 'x' },
    ])
      expect(toPageAnswer(bad)).toEqual({ kind: 'not-read' });
  });
});
