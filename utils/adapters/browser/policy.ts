import { browser } from 'wxt/browser';
import { readPolicy } from '../../model/policy-reading.ts';
import type { PolicySince } from '../../model/policy-since.ts';
import { toPolicySince } from '../../model/policy-since.ts';
import type { PolicyPort } from '../../model/ports.ts';
import { managed, onLateAnswer } from './managed.ts';

/**
 * The organisation's policy as the browser holds it.
 *
 * @param checks ids of the checks there are; rules for others are refused
 */
export function managedPolicy(checks?: readonly string[]): PolicyPort {
  return {
    read: async () => readPolicy(await managed(), checks),
    onChanged(listener) {
      onLateAnswer(listener);
      browser.storage.onChanged.addListener((_changes, area) => {
        if (area === 'managed') listener();
      });
    },
  };
}

const SINCE = 'policySince';

/** Since when this browser has seen each field of the policy at its value. */
export const policySince = {
  read: async (): Promise<PolicySince> => toPolicySince((await browser.storage.local.get(SINCE))[SINCE]),
  write: (since: PolicySince): Promise<void> => browser.storage.local.set({ [SINCE]: since }),
};
