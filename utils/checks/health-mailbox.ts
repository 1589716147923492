import { ageOf } from '../core/age.ts';
import type { FactBook } from '../model/facts.ts';
import type { HealthInput, Verdict } from '../model/health.ts';

/** The address Zoom's profile page shows beside its connection, in lower case. */
function onZoom({ 'portal/profile': profile }: FactBook): string | undefined {
  const connection = profile?.value.connection;
  if (!connection || connection === 'unknown' || connection.status === 'not-connected') return undefined;
  return connection.email?.toLowerCase();
}

/**
 * Whether Zoom shows a mailbox none of whose known addresses is that of the person signed in here. Aliases exist and Microsoft
 * does not tell them with `User.Read`, so this is a doubt and never a fault.
 */
export function showsOtherMailbox(facts: FactBook): boolean {
  const shown = onZoom(facts);
  const person = facts['microsoft/person']?.value;
  const here = [person?.mail, person?.userPrincipalName, facts['microsoft/account']?.value.username]
    .filter((address) => address !== undefined)
    .map((address) => address.toLowerCase());
  return shown !== undefined && here.length > 0 && !here.includes(shown);
}

/** What Outlook answers of one mailbox says nothing of another: neither healthy nor broken. */
export function otherMailboxView({ facts, now }: HealthInput, answeredAt: number): Verdict {
  const seenAt = facts['portal/profile']?.observedAt;
  return {
    state: 'half-known',
    tone: 'none',
    shape: 'unknown',
    title: { key: 'health_other_mailbox' },
    text: [{ key: 'health_other_mailbox_why' }],
    action: { id: 'open-profile', label: { key: 'health_do_profile' } },
    second: { id: 'choose-account', label: { key: 'health_do_another_account' } },
    certainty: null,
    meta: [
      { key: 'health_checked', params: { age: ageOf(answeredAt, now) } },
      ...(seenAt === undefined
        ? []
        : [{ key: 'health_profile_seen', params: { age: ageOf(seenAt, now) } } as const]),
    ],
    code: null,
    steps: [],
  };
}
