import { browser } from 'wxt/browser';
import { SynclineError } from '../../core/errors.ts';

/** Firefox rejects where no policy exists; Chromium gives an empty object. */
const NONE = /manifest not found/i;

/**
 * What the organisation set, as the browser gives it: nothing of it is judged yet.
 *
 * @throws SynclineError `policy-unreadable`
 */
export async function managed(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    if (error instanceof Error && NONE.test(error.message)) return {};
    throw new SynclineError({ code: 'policy-unreadable', who: 'blocked' }, 'the policy could not be read', {
      cause: error,
    });
  }
}
