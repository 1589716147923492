import { EntraError } from './errors.ts';
import type { EntraApp } from './scenario.ts';
import { type EntraState, type LiveUser, type Proof, tenantOf } from './state.ts';

/** The app of a request, or the error a client that is unknown, switched off or of another tenant earns. */
export function requireApp(state: EntraState, tenant: string, clientId: string | null): EntraApp {
  if (!clientId) throw new EntraError(90014, "Field: 'client_id'.");
  const found = tenantOf(state, tenant);
  if (found === undefined) throw new EntraError(90002, `Tenant '${tenant}'.`);
  const app = state.apps.find((candidate) => candidate.clientId === clientId);
  if (!app) throw new EntraError(700016, `Identifier '${clientId}'.`);
  if (!app.multitenant && found === 'any') throw new EntraError(50194, `Identifier '${clientId}'.`);
  if (!app.multitenant && found !== 'any' && found.id !== app.homeTenant)
    throw new EntraError(700016, `Identifier '${clientId}'.`);
  if (app.disabled) throw new EntraError(7000112);
  return app;
}

/** Everything that may stop this person in this app, sign-in proof given; throws the first that does. */
export function requireAccess(
  state: EntraState,
  tenant: string,
  app: EntraApp,
  user: LiveUser,
  proof: Proof,
): void {
  const asked = tenantOf(state, tenant);
  if (asked !== 'any' && asked?.id !== user.tid) throw new EntraError(50020);
  if (!app.multitenant && user.tid !== app.homeTenant) throw new EntraError(50020);
  if (user.disabled) throw new EntraError(50057);
  if (user.passwordExpired) throw new EntraError(50055);
  if (app.assignedOnly && !app.assignedOnly.includes(user.oid)) throw new EntraError(50105);
  const home = state.tenants.find(({ id }) => id === user.tid);
  for (const rule of home?.conditionalAccess ?? []) {
    if (rule.usernames && !rule.usernames.includes(user.username)) continue;
    if (rule.clientIds && !rule.clientIds.includes(app.clientId)) continue;
    throw new EntraError(rule.code);
  }
  if (user.mfa === 'enroll' && !proof.mfa) throw new EntraError(50079);
  if (user.mfa === 'required' && !proof.mfa) throw new EntraError(50076);
}

/**
 * Whether a request's Origin belongs to one of the app's single-page redirects: the redirect's own origin, or the
 * extension that owns a `chromiumapp.org` or `extensions.allizom.org` address (microsoft.md C.1). Firefox's extension
 * origin is drawn per installation, so any of that scheme passes there.
 */
export function originBelongs(app: EntraApp, origin: string): boolean {
  if (app.platform !== 'spa') return false;
  return app.redirectUris.some((uri) => {
    const { host, origin: own } = new URL(uri);
    if (origin === own) return true;
    if (host.endsWith('.chromiumapp.org')) return origin === `chrome-extension://${host.split('.')[0]}`;
    return host.endsWith('.extensions.allizom.org') && /^moz-extension:\/\/[0-9a-f-]{36}$/.test(origin);
  });
}
