import { BASIC_SCOPES, SCOPES } from './scopes.ts';
import type { EntraApp } from './scenario.ts';
import type { EntraState, LiveUser } from './state.ts';

const CONSENTING_ROLES: readonly string[] = [
  'Global Administrator',
  'Privileged Role Administrator',
  'Cloud Application Administrator',
  'Application Administrator',
];

export const isConsentAdmin = (user: LiveUser) => user.roles.some((role) => CONSENTING_ROLES.includes(role));

/** All scopes the app holds for this person: their own consents and the administrator's. */
export function grantedScopes(state: EntraState, app: EntraApp, user: LiveUser): string[] {
  const tenant = state.tenants.find(({ id }) => id === user.tid);
  const scopes = (tenant?.consents ?? [])
    .filter(({ clientId, oid }) => clientId === app.clientId && (oid === undefined || oid === user.oid))
    .flatMap((consent) => consent.scopes);
  return [...new Set(scopes)];
}

export type ConsentVerdict = 'granted' | 'user-may' | 'admin-must';

/** What a request for these scopes meets (microsoft.md C.6, points 1, 2 and 4). */
export function judgeConsent(
  state: EntraState,
  app: EntraApp,
  user: LiveUser,
  wanted: readonly string[],
): ConsentVerdict {
  const held = grantedScopes(state, app, user);
  const missing = wanted.filter((scope) => !held.includes(scope));
  if (missing.length === 0) return 'granted';
  if (isConsentAdmin(user)) return 'user-may';
  if (missing.some((scope) => SCOPES[scope]?.admin)) return 'admin-must';
  const policy = state.tenants.find(({ id }) => id === user.tid)?.consentPolicy ?? 'none';
  if (policy === 'none') return 'admin-must';
  if (policy === 'managed' && missing.some((scope) => SCOPES[scope]?.managed)) return 'admin-must';
  const foreign = app.homeTenant !== user.tid;
  if (foreign && !app.verifiedPublisher && missing.some((scope) => !BASIC_SCOPES.includes(scope)))
    return 'admin-must';
  return 'user-may';
}

/** Records a consent, for one person or (administrators only) for the tenant. */
export function recordConsent(
  state: EntraState,
  app: EntraApp,
  user: LiveUser,
  scopes: readonly string[],
  everybody: boolean,
): void {
  const tenant = state.tenants.find(({ id }) => id === user.tid);
  tenant?.consents.push({ clientId: app.clientId, scopes, ...(everybody ? {} : { oid: user.oid }) });
  state.note({ what: 'consent', clientId: app.clientId, username: user.username });
}
