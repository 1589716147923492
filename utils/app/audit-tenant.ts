import { DAY } from '../core/clock.ts';
import { SynclineError } from '../core/errors.ts';
import type { AppUse, EntraConsentFact, UserConsent, UseKind, UseOfKind } from '../model/entra.ts';
import { isRecord } from '../model/observation-guard.ts';
import { SCOPES } from '../model/scopes.ts';
import type { Asker, Item } from './audit-asker.ts';
import { partOf, textOf } from './audit-asker.ts';

/** Policies for what people may consent to for themselves; others of the list speak of groups they own. */
const FOR_SELF = /^ManagePermissionGrantsForSelf\./i;
const MANAGED = 'microsoft-user-default-recommended';
const LEGACY = 'microsoft-user-default-legacy';

function consentOf(policies: readonly string[]): UserConsent {
  const ids = policies.map((policy) => policy.replace(FOR_SELF, '').toLowerCase());
  if (ids.length === 0) return 'nobody';
  if (ids.includes(LEGACY)) return 'people';
  return ids.includes(MANAGED) ? 'managed' : 'custom';
}

/** Who may consent to apps in this tenant (`GET /policies/authorizationPolicy`, Policy.Read.All). */
export function readConsent(ask: Asker, root: string): Promise<EntraConsentFact> {
  return partOf(async () => {
    const body = await ask.one({ url: `${root}/policies/authorizationPolicy`, scopes: SCOPES.audit });
    const role = body['defaultUserRolePermissions'];
    const assigned = isRecord(role) ? role['permissionGrantPoliciesAssigned'] : undefined;
    const list: unknown = assigned ?? body['permissionGrantPoliciesAssigned'];
    if (!Array.isArray(list))
      throw new SynclineError({ code: 'bad-shape', who: 'wait' }, 'the authorization policy names no list');
    const policies = list.map(textOf).filter((policy) => FOR_SELF.test(policy));
    return { userConsent: consentOf(policies), policies };
  });
}

/** Microsoft keeps sign-ins for 30 days. */
export const USE_SPAN = 30 * DAY;
/** Newest first: the last success and the last refusal lie among these, or a long way apart. */
const ENOUGH = 50;
const NO_LICENCE = /nonpremium/i;

/** v1.0 lists sign-ins at a window only; a token renewed behind it, the one direct proof, is in beta (microsoft.md E.3). */
const KINDS: readonly (readonly [UseKind, version: 'v1.0' | 'beta', filter: string])[] = [
  ['renewal', 'beta', "signInEventTypes/any(t:t eq 'nonInteractiveUser')"],
  ['application', 'beta', "signInEventTypes/any(t:t eq 'servicePrincipal')"],
  ['interactive', 'v1.0', ''],
];

function useOf(kind: UseKind, items: readonly Item[]): UseOfKind {
  let lastSuccess: number | null = null;
  let lastRefusal: UseOfKind['lastRefusal'] = null;
  for (const item of items) {
    const at = Date.parse(textOf(item['createdDateTime']));
    const code = isRecord(item['status']) ? item['status']['errorCode'] : undefined;
    if (Number.isNaN(at) || typeof code !== 'number') continue;
    if (code === 0) lastSuccess = Math.max(lastSuccess ?? 0, at);
    else if (at > (lastRefusal?.at ?? 0)) lastRefusal = { at, code };
  }
  const refused = lastRefusal !== null && lastRefusal.at > (lastSuccess ?? 0) ? lastRefusal : null;
  return { kind, lastSuccess, lastRefusal: refused };
}

/** When the app last signed in, by kind. Of each sign-in only its time and its code are looked at. */
export async function readUse(ask: Asker, host: string, appId: string, now: number): Promise<AppUse> {
  const since = new Date(now - USE_SPAN).toISOString();
  const read = await partOf(async () => {
    const uses: UseOfKind[] = [];
    for (const [kind, version, more] of KINDS) {
      const filter = [`appId eq '${appId}'`, `createdDateTime ge ${since}`, ...(more ? [more] : [])].join(
        ' and ',
      );
      const url = `https://${host}/${version}/auditLogs/signIns?$filter=${encodeURIComponent(filter)}&$top=${ENOUGH}`;
      const { items } = await ask.list({ url, scopes: SCOPES.signIns }, 1);
      uses.push(useOf(kind, items));
    }
    return uses;
  });
  return 'unread' in read && NO_LICENCE.test(read.unread.raw ?? '') ? 'not-licensed' : read;
}
