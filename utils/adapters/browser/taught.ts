import { browser } from 'wxt/browser';
import { isRecord } from '../../core/is-record.ts';
import type { TaughtPort } from '../../model/ports.ts';
import { parseLocators } from '../../model/taught.ts';
import { droppedIn, TAUGHT_KEY } from './taught-dropped.ts';

/** Taught controls, in one versioned record of `storage.local`. The caller asks one thing at a time. */
export const taught: TaughtPort = {
  async read() {
    const stored: unknown = (await browser.storage.local.get(TAUGHT_KEY))[TAUGHT_KEY];
    if (!isRecord(stored) || stored['version'] !== 1) return { locators: [], dropped: [] };
    return { locators: parseLocators(stored['locators']).locators, dropped: droppedIn(stored) };
  },
  write: (book) => browser.storage.local.set({ [TAUGHT_KEY]: { version: 1, ...book } }),
};
