import { assert, anything, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaughtLocator } from '../../../utils/model/policy.ts';
import { isSamePlace, MOST_LOCATORS, parseLocators } from '../../../utils/model/taught.ts';

const GOOD: TaughtLocator = {
  setting: 'two-way-sync',
  page: 'account-settings',
  path: ['div.setting-item', 'button[switch].zoom-switch'],
  words: '1x2y3z',
  shape: 'abc',
  tab: '0',
  taughtAt: 1_700_000_000_000,
};
const told = (given: unknown) =>
  parseLocators(given).refused.map(({ field, reason }) => `${field} ${reason}`);

describe('taught locators from outside', () => {
  it('are copied, member by member', () => {
    const { locators, refused } = parseLocators([GOOD]);
    expect(refused).toEqual([]);
    expect(locators).toEqual([GOOD]);
    expect(locators[0]?.path).not.toBe(GOOD.path);
  });

  it.each([
    ['no list', { 0: GOOD }, ['locators wrong-type']],
    ['too many', Array.from({ length: MOST_LOCATORS + 1 }, () => GOOD), ['locators too-long']],
    ['no record', [GOOD, 'x'], ['locators[1] wrong-type']],
    ['an unknown page', [GOOD, GOOD, { ...GOOD, page: 'admin' }], ['locators[2].page wrong-value']],
    ['a page without controls', [{ ...GOOD, page: 'profile' }], ['locators[0].page wrong-value']],
    ['an unknown setting', [{ ...GOOD, setting: 'x' }], ['locators[0].setting wrong-value']],
    [
      'the person’s own connection',
      [{ ...GOOD, setting: 'profile-connection' }],
      ['locators[0].setting wrong-value'],
    ],
    [
      'a setting of another page',
      [{ ...GOOD, setting: 'reconnect-reminders' }],
      ['locators[0].setting wrong-value'],
    ],
    ['a path that is none', [{ ...GOOD, path: 'div' }], ['locators[0].path wrong-type']],
    ['an empty path', [{ ...GOOD, path: [] }], ['locators[0].path wrong-value']],
    ['a deep path', [{ ...GOOD, path: Array(13).fill('div') }], ['locators[0].path too-long']],
    ['text in a path', [{ ...GOOD, path: ['div', 'Maya Ortiz'] }], ['locators[0].path wrong-value']],
    ['a selector of more', [{ ...GOOD, path: ['div:has(p)'] }], ['locators[0].path wrong-value']],
    ['text for a fingerprint', [{ ...GOOD, words: 'Two-way sync' }], ['locators[0].words wrong-value']],
    ['a date in words', [{ ...GOOD, taughtAt: 'today' }], ['locators[0].taughtAt wrong-type']],
    ['a moment that is none', [{ ...GOOD, taughtAt: -1 }], ['locators[0].taughtAt wrong-value']],
    ['a member of later days', [{ ...GOOD, only: 'x' }], ['locators[0].only unknown-field']],
    [
      'two wrongs',
      [{ ...GOOD, shape: 1, tab: null }],
      ['locators[0].shape wrong-type', 'locators[0].tab wrong-type'],
    ],
  ])('%s: the field is named', (_name, given, expected) => {
    expect(told(given)).toEqual(expected);
  });

  it('lose nothing good to a bad neighbour', () => {
    expect(parseLocators([{ ...GOOD, page: 1 }, GOOD]).locators).toEqual([GOOD]);
  });

  it('are refused without an error, whatever comes', () => {
    assert(
      property(anything({ withNullPrototype: true }), constantFrom(...Object.keys(GOOD)), (value, name) => {
        for (const given of [value, [value], [{ ...GOOD, [name]: value }]]) {
          const { locators, refused } = parseLocators(given);
          expect(locators.length > 0 || refused.length > 0 || (given as []).length === 0).toBe(true);
          expect(parseLocators(JSON.parse(JSON.stringify(locators))).locators).toEqual(locators);
        }
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('take the place of those of the same setting, page and tab', () => {
    expect(isSamePlace(GOOD, { ...GOOD, words: 'other', shape: 'other' })).toBe(true);
    expect(isSamePlace(GOOD, { ...GOOD, tab: 'other' })).toBe(false);
    expect(isSamePlace(GOOD, { ...GOOD, page: 'group-settings' })).toBe(false);
  });
});
