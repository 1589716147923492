import { browser } from 'wxt/browser';
import { SynclineError } from '../../core/errors.ts';
import { readPolicy } from '../../model/policy-reading.ts';
import type { PolicyReading } from '../../model/policy.ts';
import type { PolicySince } from '../../model/policy-since.ts';
import { toPolicySince } from '../../model/policy-since.ts';
import type { PolicyPort } from '../../model/ports.ts';

/** Firefox rejects where no policy exists; Chromium gives an empty object. */
const NONE = /manifest not found/i;

async function managed(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    if (error instanceof Error && NONE.test(error.message)) return {};
    throw new SynclineError({ code: 'policy-unreadable', who: 'blocked' }, 'the policy could not be read', {
      cause: error,
    });
  }
}

/**
 * The organisation's policy as the browser holds it.
 *
 * @param checks ids of the checks there are; rules for others are refused
 */
export function managedPolicy(checks?: readonly string[]): PolicyPort {
  return {
    read: async () => readPolicy(await managed(), checks),
    onChanged(listener) {
      browser.storage.onChanged.addListener((_changes, area) => {
        if (area === 'managed') listener();
      });
    },
  };
}

/**
 * The policy for a page that must draw at once; `null` when the browser has not answered within `patience` ms: Chromium 156
 * answers the first question after its start only some 3 s later (measured, 2026-11-23), later ones at once.
 */
export function policyWithin(port: PolicyPort, patience: number): Promise<PolicyReading | null> {
  const late = new Promise<null>((done) => setTimeout(() => done(null), patience));
  return Promise.race([port.read(), late]);
}

const SINCE = 'policySince';

/** Since when this browser has seen each field of the policy at its value. */
export const policySince = {
  read: async (): Promise<PolicySince> => toPolicySince((await browser.storage.local.get(SINCE))[SINCE]),
  write: (since: PolicySince): Promise<void> => browser.storage.local.set({ [SINCE]: since }),
};
