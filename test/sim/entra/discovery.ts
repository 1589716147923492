import { EntraError } from './errors.ts';
import { type EntraState, tenantOf } from './state.ts';

const HOST = 'https://login.microsoftonline.com';

/** OpenID configuration of a tenant segment (`common`, `organizations`, id or domain). */
export function openIdConfiguration(state: EntraState, segment: string): Record<string, unknown> {
  const tenant = tenantOf(state, segment);
  if (tenant === undefined) throw new EntraError(90002, `Tenant '${segment}'.`);
  const own = tenant === 'any' ? segment : tenant.id;
  return {
    token_endpoint: `${HOST}/${own}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${HOST}/${own}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${HOST}/${tenant === 'any' ? '{tenantid}' : own}/v2.0`,
    authorization_endpoint: `${HOST}/${own}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${HOST}/${own}/oauth2/v2.0/logout`,
    tenant_region_scope: tenant === 'any' ? null : 'EU',
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: 'graph.microsoft.com',
  };
}

/** Cloud discovery, which MSAL asks for authorities it does not know. */
export function instanceDiscovery(): Record<string, unknown> {
  return {
    tenant_discovery_endpoint: `${HOST}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      {
        preferred_network: 'login.microsoftonline.com',
        preferred_cache: 'login.windows.net',
        aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
      },
    ],
  };
}
