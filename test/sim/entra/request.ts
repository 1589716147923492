import { EntraError } from './errors.ts';
import { requireApp } from './rules.ts';
import type { EntraApp } from './scenario.ts';
import { parseScopes } from './scopes.ts';
import type { EntraState, LiveUser } from './state.ts';

/** Where an answer may go: known to be registered, so errors may be sent there. */
export interface Destination {
  readonly app: EntraApp;
  readonly redirectUri: string;
  readonly responseMode: 'fragment' | 'query';
  readonly state: string | null;
}

export interface AuthorizeRequest extends Destination {
  readonly tenant: string;
  readonly scopes: readonly string[];
  readonly nonce: string | null;
  readonly prompt: 'none' | 'select_account' | 'login' | 'consent' | null;
  readonly hint: string | null;
  readonly challenge: string;
  readonly clientInfo: boolean;
}

/** The registered destination of a request; until this passes, an error may only be shown, never sent. */
export function readDestination(state: EntraState, tenant: string, query: URLSearchParams): Destination {
  const app = requireApp(state, tenant, query.get('client_id'));
  const redirectUri = query.get('redirect_uri');
  // Compared to the letter (Idp reply-url): case, path and trailing slash count.
  if (redirectUri === null || !app.redirectUris.includes(redirectUri)) {
    throw new EntraError(50011, `'${redirectUri ?? ''}' is not registered for '${app.clientId}'.`);
  }
  const mode = query.get('response_mode') ?? 'query';
  if (mode !== 'fragment' && mode !== 'query') throw new EntraError(90014, `response_mode '${mode}'.`);
  return { app, redirectUri, responseMode: mode, state: query.get('state') };
}

/** The whole authorize request; throws what the service would answer. */
export function readAuthorize(
  tenant: string,
  query: URLSearchParams,
  destination: Destination,
): AuthorizeRequest {
  if (query.get('response_type') !== 'code') throw new EntraError(700054);
  const challenge = query.get('code_challenge');
  if (!challenge || query.get('code_challenge_method') !== 'S256') throw new EntraError(9002325);
  const scopes = parseScopes(query.get('scope'));
  if (scopes === null) throw new EntraError(90014, "Field: 'scope'.");
  if (typeof scopes === 'string') throw new EntraError(650053, `Scope '${scopes}'.`);
  const prompt = query.get('prompt');
  if (prompt !== null && !['none', 'select_account', 'login', 'consent'].includes(prompt)) {
    throw new EntraError(90014, `prompt '${prompt}'.`);
  }
  return {
    ...destination,
    tenant,
    scopes,
    nonce: query.get('nonce'),
    prompt: prompt as AuthorizeRequest['prompt'],
    hint: query.get('login_hint'),
    challenge,
    clientInfo: query.get('client_info') === '1',
  };
}

/** The opaque `login_hint` claim of a person. */
export const hintOf = (user: LiveUser) => `O.${Buffer.from(user.username).toString('base64url')}`;

/** Whether a hint (user name or opaque claim) means this person. */
export function hintMeans(hint: string, user: LiveUser): boolean {
  return hint === hintOf(user) || hint.toLowerCase() === user.username.toLowerCase();
}

/** The address an answer is sent to. */
export function answerUrl(to: Destination, answer: Record<string, string>): string {
  const params = new URLSearchParams(answer);
  if (to.state !== null) params.set('state', to.state);
  return `${to.redirectUri}${to.responseMode === 'fragment' ? '#' : '?'}${params.toString()}`;
}
