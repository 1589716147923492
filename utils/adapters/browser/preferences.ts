import { browser } from 'wxt/browser';
import type { BaselineProfile } from '../../model/policy.ts';
import { BASELINE_PROFILES } from '../../model/policy.ts';
import type { PreferencesPort } from '../../model/ports.ts';
import { localValue } from './local-value.ts';

const KEY = 'preferences';
/** One a check, level and page is far below this; a limit all the same, for the keys come from a page's script. */
const MOST_HIDDEN = 500;

interface Preferences {
  readonly version: 1;
  readonly hiddenNotes: readonly string[];
  /** Rule books the person follows; absent in records of before there were any. */
  readonly baselines: readonly BaselineProfile[];
}

const known = (list: unknown): BaselineProfile[] =>
  Array.isArray(list) ? BASELINE_PROFILES.filter((profile) => list.includes(profile)) : [];

async function read(): Promise<Preferences> {
  const stored = (await localValue(KEY)) as Partial<Preferences> | undefined;
  return stored?.version === 1
    ? {
        version: 1,
        hiddenNotes: Array.isArray(stored.hiddenNotes) ? stored.hiddenNotes : [],
        baselines: known(stored.baselines),
      }
    : { version: 1, hiddenNotes: [], baselines: [] };
}

const write = async (change: Partial<Preferences>) =>
  browser.storage.local.set({ [KEY]: { ...(await read()), ...change } satisfies Preferences });

/** What a person chose, in one versioned record of `storage.local`. The caller asks one thing at a time. */
export const preferences: PreferencesPort = {
  hiddenNotes: async () => (await read()).hiddenNotes,
  async hideNotes(keys) {
    const hidden = new Set([...(await read()).hiddenNotes, ...keys]);
    await write({ hiddenNotes: [...hidden].slice(-MOST_HIDDEN) });
  },
  showAllNotes: () => write({ hiddenNotes: [] }),
  showNote: async (key) => write({ hiddenNotes: (await read()).hiddenNotes.filter((one) => one !== key) }),
  baselines: async () => (await read()).baselines,
  chooseBaselines: (profiles) => write({ baselines: known(profiles) }),
  wipe: () => browser.storage.local.remove(KEY),
};
