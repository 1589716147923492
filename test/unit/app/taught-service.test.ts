import { beforeEach, describe, expect, it } from 'vitest';
import { createTaughtService } from '../../../utils/app/taught-service.ts';
import type { TaughtBook } from '../../../utils/model/ports.ts';
import type { TaughtLocator } from '../../../utils/model/settings.ts';

const LOCATOR: TaughtLocator = {
  setting: 'two-way-sync',
  page: 'account-settings',
  path: ['div', 'button[switch]'],
  words: 'one',
  shape: 'two',
  tab: 'three',
  taughtAt: 1,
};
const OTHER: TaughtLocator = { ...LOCATOR, setting: 'sso-prompt', words: 'four' };
const NOW = 1_000;

let book: TaughtBook;
let writes = 0;
beforeEach(() => {
  book = { locators: [], dropped: [] };
  writes = 0;
});
const service = createTaughtService(
  {
    read: () => Promise.resolve(book),
    write: (now) => {
      book = now;
      writes += 1;
      return Promise.resolve();
    },
  },
  { now: () => NOW },
);

describe('what people taught', () => {
  it('is given for its own page, the policy’s behind it', async () => {
    await service.teach([LOCATOR, { ...OTHER, page: 'group-settings' }]);
    expect(await service.on('account-settings', [OTHER, LOCATOR])).toEqual([LOCATOR, OTHER]);
    expect(await service.on('user-settings', [OTHER])).toEqual([]);
  });

  it('a later lesson takes the place of the earlier one', async () => {
    const again = { ...LOCATOR, words: 'other', taughtAt: 2 };
    await service.teach([LOCATOR, OTHER]);
    await service.teach([again]);
    expect(book.locators).toEqual([OTHER, again]);
  });

  it('is dropped when it no longer fits, and that is said until it is read or taught again', async () => {
    await service.teach([LOCATOR, OTHER]);
    await service.drop([LOCATOR]);
    expect(book.locators).toEqual([OTHER]);
    expect(book.dropped).toEqual([{ setting: 'two-way-sync', page: 'account-settings', at: NOW }]);
    await service.teach([LOCATOR]);
    expect(book.dropped).toEqual([]);
    await service.drop([LOCATOR]);
    await service.change({ dismiss: true });
    expect(book).toEqual({ locators: [OTHER], dropped: [] });
  });

  it('what a policy holds is not dropped, and nothing is written', async () => {
    await service.drop([LOCATOR]);
    expect(writes).toBe(0);
    expect(book.dropped).toEqual([]);
  });

  it('is forgotten and imported', async () => {
    await service.teach([LOCATOR]);
    await service.change({ forget: [LOCATOR], add: [OTHER] });
    expect(book.locators).toEqual([OTHER]);
  });
});
