import { isRecord } from '../../core/is-record.ts';
import type { PolicyReading } from '../../model/policy.ts';
import { isUnread, managed } from './managed.ts';

/** Most people have no policy: what judges one is loaded by those who have. */
async function read(): Promise<PolicyReading> {
  const given = await managed();
  if (isRecord(given) && Object.keys(given).length === 0) return { policy: {}, refused: [] };
  const { readPolicy } = await import('../../model/policy-reading.ts');
  return readPolicy(given);
}

/**
 * The policy for a page that must draw at once; `null` when the browser has not answered within `patience` ms, or would not tell it:
 * `connectionWithin` says which.
 */
export function policyWithin(patience: number): Promise<PolicyReading | null> {
  const late = new Promise<null>((done) => setTimeout(() => done(null), patience));
  const asked = read().catch((error: unknown) => {
    if (isUnread(error)) return null;
    throw error;
  });
  return Promise.race([asked, late]);
}
