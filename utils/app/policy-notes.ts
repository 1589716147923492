import { type PolicySince, sinceAfter } from '../model/policy-since.ts';
import type { Clock, PolicyPort } from '../model/ports.ts';

export interface SinceStore {
  read(): Promise<PolicySince>;
  write(since: PolicySince): Promise<void>;
}

/** Notes since when each field of the policy has its value; a policy that cannot be read changes no date. */
export async function notePolicy(
  policy: Pick<PolicyPort, 'read'>,
  store: SinceStore,
  clock: Pick<Clock, 'now'>,
): Promise<void> {
  const { policy: held } = await policy.read();
  const before = await store.read();
  const after = sinceAfter(before, held, clock.now());
  if (JSON.stringify(before) !== JSON.stringify(after)) await store.write(after);
}
