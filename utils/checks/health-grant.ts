import type { FactBook } from '../model/facts.ts';
import { isStale } from '../model/facts.ts';

/** Whose grant the connection lives by; `either` where what was seen may not be what applies to this person. */
export type Grant = 'personal' | 'application' | 'either';

/**
 * With application permissions no person's grant is involved, so a person's dates say nothing (microsoft.md E.2). The account
 * decides where it is locked; a group seen last need not be this person's, so it makes the account's answer a "may".
 */
export function grantOf(facts: FactBook, now: number): Grant {
  const seen = (key: 'portal/account' | 'portal/group') => {
    const fact = facts[key];
    const reading = fact && !isStale(fact, now) ? fact.value.settings['setup-method'] : undefined;
    return reading?.value === 'unknown' ? undefined : reading;
  };
  const account = seen('portal/account');
  const group = account?.lock === 'locked' ? undefined : seen('portal/group');
  const ofAccount = account?.value === 'application-permissions' ? 'application' : 'personal';
  const ofGroup = group?.value === 'application-permissions' ? 'application' : 'personal';
  return group && ofGroup !== ofAccount ? 'either' : ofAccount;
}
