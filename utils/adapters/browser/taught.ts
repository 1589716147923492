import { browser } from 'wxt/browser';
import { isRecord } from '../../core/is-record.ts';
import type { TaughtBook, TaughtPort } from '../../model/ports.ts';
import { parseLocators, TEACHABLE } from '../../model/taught.ts';

const KEY = 'taught';

/** One dropped control as stored; null where the record says something else. */
function toDropped(given: unknown): TaughtBook['dropped'][number] | null {
  if (!isRecord(given)) return null;
  const { setting, page, at } = given;
  const known = (Object.keys(TEACHABLE) as (keyof typeof TEACHABLE)[]).find((one) => one === page);
  const id = known && TEACHABLE[known].find((one) => one === setting);
  return known && id && typeof at === 'number' ? { setting: id, page: known, at } : null;
}

/** Taught controls, in one versioned record of `storage.local`. The caller asks one thing at a time. */
export const taught: TaughtPort = {
  async read() {
    const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
    if (!isRecord(stored) || stored['version'] !== 1) return { locators: [], dropped: [] };
    const dropped = Array.isArray(stored['dropped']) ? (stored['dropped'] as readonly unknown[]) : [];
    return {
      locators: parseLocators(stored['locators']).locators,
      dropped: dropped.map(toDropped).filter((one) => one !== null),
    };
  },
  write: (book) => browser.storage.local.set({ [KEY]: { version: 1, ...book } }),
};
