import type { PersonFact, PortalFact, ProfileFact } from '../../model/facts.ts';
import type { SettingId, SettingValues } from '../../model/settings.ts';

/** The facts beside Entra's that sharpen its verdicts. */
export interface Beside {
  readonly 'portal/account'?: PortalFact;
  readonly 'portal/group'?: PortalFact;
  readonly 'portal/profile'?: ProfileFact;
  readonly 'microsoft/person'?: PersonFact;
}

/** Names of the facts above, as checks declare them. */
export const BESIDE = ['portal/account', 'portal/group', 'portal/profile', 'microsoft/person'] as const;

/** What the portal last showed of a setting: the account's page before a group's; undefined when neither could be read. */
export function portalValue<Id extends SettingId>(facts: Beside, id: Id): SettingValues[Id] | undefined {
  for (const key of ['portal/account', 'portal/group'] as const) {
    const value = facts[key]?.settings[id]?.value;
    if (value !== undefined && value !== 'unknown') return value;
  }
  return undefined;
}

/** Whether any settings page says so: one group on EWS is enough to lose its calendars. */
export function anyPageSays<Id extends SettingId>(facts: Beside, id: Id, wanted: SettingValues[Id]): boolean {
  return (['portal/account', 'portal/group'] as const).some(
    (key) => facts[key]?.settings[id]?.value === wanted,
  );
}

/** Whether the person's sign-in name at Microsoft differs from their address at Zoom; `null`: not known. */
export function namesDiffer(facts: Beside): boolean | null {
  const name = facts['microsoft/person']?.userPrincipalName;
  const email = facts['portal/profile']?.zoomEmail;
  if (name === undefined || email === undefined) return null;
  return name.toLowerCase() !== email.toLowerCase();
}
