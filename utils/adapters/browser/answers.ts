import { browser } from 'wxt/browser';
import type { SyncVersion } from '../../model/meetings.ts';
import { SYNC_VERSIONS } from '../../model/meetings.ts';
import { localValue } from './local-value.ts';

const KEY = 'answers';

/** What a person told us that no page shows; in `storage.local`, apart from what the worker writes there. */
export const answers = {
  /** Which of Zoom's ways of syncing the account has. */
  async syncVersion(): Promise<SyncVersion> {
    const stored = (await localValue(KEY)) as { version?: unknown; sync?: unknown } | undefined;
    return (stored?.version === 1 && SYNC_VERSIONS.find((one) => one === stored.sync)) || 'unknown';
  },
  async setSyncVersion(sync: SyncVersion): Promise<void> {
    await browser.storage.local.set({ [KEY]: { version: 1, sync } });
  },
};
