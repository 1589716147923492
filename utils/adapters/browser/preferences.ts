import { browser } from 'wxt/browser';
import type { PreferencesPort } from '../../model/ports.ts';

const KEY = 'preferences';
/** One a check, level and page is far below this; a limit all the same, for the keys come from a page's script. */
const MOST_HIDDEN = 500;

interface Preferences {
  readonly version: 1;
  readonly hiddenNotes: readonly string[];
}

async function read(): Promise<Preferences> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as Partial<Preferences> | undefined;
  return stored?.version === 1 && Array.isArray(stored.hiddenNotes)
    ? { version: 1, hiddenNotes: stored.hiddenNotes }
    : { version: 1, hiddenNotes: [] };
}

const write = (hiddenNotes: readonly string[]) =>
  browser.storage.local.set({ [KEY]: { version: 1, hiddenNotes } satisfies Preferences });

/** What a person chose, in one versioned record of `storage.local`. The caller asks one thing at a time. */
export const preferences: PreferencesPort = {
  hiddenNotes: async () => (await read()).hiddenNotes,
  async hideNotes(keys) {
    const hidden = new Set([...(await read()).hiddenNotes, ...keys]);
    await write([...hidden].slice(-MOST_HIDDEN));
  },
  showAllNotes: () => write([]),
  wipe: () => browser.storage.local.remove(KEY),
};
