import { CLOUDS } from '../model/clouds.ts';
import type { ConnectionConfig } from '../model/messages.ts';
import { SCOPES } from '../model/scopes.ts';
import type { Say } from '../model/words.ts';

export interface AdminRequest {
  /** An absent cloud is the global one. */
  readonly config: Pick<ConnectionConfig, 'clientId' | 'tenant'> & Partial<Pick<ConnectionConfig, 'cloud'>>;
  /** Tenant of the signed-in account, when known: an approval holds for one tenant. */
  readonly tenantId?: string;
  /** Where Entra sends the admin back to; must be one the app has registered. */
  readonly redirectUri: string;
  /** What is asked for; absent: a person's own sign-in and calendar. */
  readonly scopes?: readonly string[];
  /** The raw code Microsoft answered with. */
  readonly code?: string | null;
}

/**
 * Address of Entra's admin consent page for the permissions we ask for; `null` without a client id.
 * Form: learn.microsoft.com/entra/identity-platform/v2-admin-consent, read 2026-11-23.
 */
export function adminConsentUrl({ config, tenantId, redirectUri, scopes }: AdminRequest): string | null {
  if (config.clientId === null) return null;
  const { signIn, graph } = CLOUDS[config.cloud ?? 'global'];
  const query = [
    ['client_id', config.clientId],
    [
      'scope',
      (scopes ?? [...SCOPES.person, ...SCOPES.calendar])
        .map((scope) => `https://${graph}/${scope}`)
        .join(' '),
    ],
    ['redirect_uri', redirectUri],
  ].map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`);
  const tenant = encodeURIComponent(tenantId ?? config.tenant);
  return `https://${signIn}/${tenant}/v2.0/adminconsent?${query.join('&')}`;
}

/** A message ready to send to an admin: what is asked, why, the approval link, the code. Names nobody. */
export function adminMessage(request: AdminRequest, say: Say): string {
  const url = adminConsentUrl(request);
  const lines = [
    say({ key: 'admin_greeting' }),
    '',
    say({ key: 'admin_ask' }),
    '',
    `User.Read: ${say({ key: 'admin_user_read' })}`,
    `Calendars.ReadBasic: ${say({ key: 'admin_calendars_read_basic' })}`,
    '',
    say({ key: 'admin_limits' }),
    '',
    ...(url === null ? [] : [say({ key: 'admin_link' }), url, '']),
    ...(request.config.clientId === null
      ? []
      : [say({ key: 'admin_client_id', params: { id: request.config.clientId } })]),
    ...(request.code ? [say({ key: 'admin_code', params: { code: request.code } })] : []),
  ];
  return lines.join('\n').trim();
}

/** The same for the audit, which takes an admin's own permissions. Names nobody. */
export function auditMessage(
  request: AdminRequest & { readonly scopes: readonly string[] },
  say: Say,
): string {
  const url = adminConsentUrl(request);
  const { clientId } = request.config;
  const lines = [
    say({ key: 'admin_greeting' }),
    '',
    say({ key: 'audit_admin_ask' }),
    '',
    ...request.scopes,
    '',
    say({ key: 'audit_admin_limits' }),
    '',
    ...(url === null ? [] : [say({ key: 'admin_link' }), url, '']),
    ...(clientId === null ? [] : [say({ key: 'admin_client_id', params: { id: clientId } })]),
    ...(request.code ? [say({ key: 'admin_code', params: { code: request.code } })] : []),
  ];
  return lines.join('\n').trim();
}
