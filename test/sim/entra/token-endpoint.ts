import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readForm, sendJson } from '../wire/http.ts';
import { grantedScopes } from './consent.ts';
import { EntraError, errorBody } from './errors.ts';
import { clientInfo } from './flow.ts';
import { hintOf } from './request.ts';
import { originBelongs, requireAccess, requireApp } from './rules.ts';
import type { EntraApp } from './scenario.ts';
import { parseScopes } from './scopes.ts';
import { type EntraState, type Grant, type LiveUser, userById } from './state.ts';
import type { Tokens } from './tokens.ts';

/** `POST /{tenant}/oauth2/v2.0/token`: codes and refresh tokens into tokens, with CORS for single-page redirects only. */
export function createTokenEndpoint(state: EntraState, tokens: Tokens) {
  const seconds = (ms: number) => Math.floor(ms / 1000);

  function requireClient(app: EntraApp, form: URLSearchParams, origin: string | undefined): void {
    if (origin !== undefined && !originBelongs(app, origin))
      throw new EntraError(9002326, `Origin '${origin}'.`);
    const secret = form.get('client_secret');
    if (app.platform === 'spa') {
      if (origin === undefined) throw new EntraError(9002327);
      if (secret !== null) throw new EntraError(700025);
    } else if (secret === null) throw new EntraError(7000218);
    else if (secret !== app.secret) throw new EntraError(7000215);
  }

  function scopesOf(form: URLSearchParams): readonly string[] {
    const scopes = parseScopes(form.get('scope'));
    if (typeof scopes === 'string') throw new EntraError(70011, `Scope '${scopes}'.`);
    return scopes ?? [];
  }

  function answer(
    app: EntraApp,
    user: LiveUser,
    grant: Grant,
    extra: { nonce?: string | null; family?: Parameters<Tokens['issue']>[2] },
  ) {
    const issued = tokens.issue(grant, app, extra.family);
    const now = seconds(state.clock.now());
    const idToken = {
      aud: app.clientId,
      iss: `https://login.microsoftonline.com/${user.tid}/v2.0`,
      iat: now,
      nbf: now,
      exp: now + 3600,
      ...(app.loginHintClaim ? { login_hint: hintOf(user) } : {}),
      name: user.displayName ?? user.username,
      ...(extra.nonce ? { nonce: extra.nonce } : {}),
      oid: user.oid,
      preferred_username: user.username,
      sub: Buffer.from(`${app.clientId}${user.oid}`).toString('base64url').slice(0, 43),
      tid: user.tid,
      uti: randomUUID(),
      ver: '2.0',
    };
    return {
      token_type: 'Bearer',
      scope: grant.scopes.filter((scope) => scope !== 'offline_access').join(' '),
      expires_in: issued.expiresInSeconds,
      ext_expires_in: issued.expiresInSeconds,
      access_token: issued.accessToken,
      ...(issued.refreshToken === undefined ? {} : { refresh_token: issued.refreshToken }),
      ...(app.platform === 'spa' && issued.refreshSecondsLeft !== undefined
        ? { refresh_token_expires_in: issued.refreshSecondsLeft }
        : {}),
      ...(grant.scopes.includes('openid') ? { id_token: tokens.idToken(idToken) } : {}),
      client_info: clientInfo(user),
    };
  }

  function redeem(tenant: string, app: EntraApp, form: URLSearchParams): unknown {
    const type = form.get('grant_type');
    const person = (grant: Grant): LiveUser => {
      const user = userById(state, grant.proof.oid);
      if (!user) throw new EntraError(50034);
      requireAccess(state, tenant, app, user, grant.proof);
      return user;
    };
    if (type === 'authorization_code') {
      const code = tokens.redeemCode(
        form.get('code') ?? '',
        app,
        form.get('redirect_uri'),
        form.get('code_verifier'),
      );
      const user = person(code);
      state.note({ what: 'token', clientId: app.clientId, username: user.username });
      return answer(app, user, code, { nonce: code.nonce });
    }
    if (type === 'refresh_token') {
      const refresh = tokens.useRefresh(form.get('refresh_token') ?? '', app);
      const user = person(refresh);
      const held = grantedScopes(state, app, user);
      if (scopesOf(form).some((scope) => !held.includes(scope))) throw new EntraError(65001);
      state.note({ what: 'refresh', clientId: app.clientId, username: user.username });
      return answer(app, user, { ...refresh, scopes: held }, { family: refresh });
    }
    throw new EntraError(type === null ? 90014 : 70003, "Field: 'grant_type'.");
  }

  return async function token(req: IncomingMessage, res: ServerResponse, tenant: string): Promise<void> {
    const { origin } = req.headers;
    const cors = (apps: readonly EntraApp[]): Record<string, string> =>
      origin !== undefined && apps.some((app) => originBelongs(app, origin))
        ? {
            'Access-Control-Allow-Origin': origin,
            'Access-Control-Allow-Methods': 'POST, OPTIONS',
            Vary: 'Origin',
          }
        : {};
    if (req.method === 'OPTIONS') {
      const asked = req.headers['access-control-request-headers'];
      res.writeHead(200, {
        ...cors(state.apps),
        ...(asked === undefined ? {} : { 'Access-Control-Allow-Headers': asked }),
      });
      res.end();
      return;
    }
    const form = await readForm(req);
    const app = state.apps.find(({ clientId }) => clientId === form.get('client_id'));
    const headers = cors(app ? [app] : []);
    const fault = state.faults.next('token');
    if (fault && 'drop' in fault) {
      req.socket.destroy();
      return;
    }
    try {
      if (req.method !== 'POST') throw new EntraError(90014, 'POST is required.');
      if (fault && 'status' in fault) {
        const wait = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
        const trace = { now: state.clock.now(), traceId: randomUUID(), correlationId: randomUUID() };
        sendJson(res, fault.status, errorBody(new EntraError(90024), trace), { ...headers, ...wait });
        return;
      }
      if (fault) throw new EntraError(fault.code);
      const known = requireApp(state, tenant, form.get('client_id'));
      requireClient(known, form, origin);
      sendJson(res, 200, redeem(tenant, known, form), headers);
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      state.note({ what: 'error', code: error.code, ...(app ? { clientId: app.clientId } : {}) });
      const trace = {
        now: state.clock.now(),
        traceId: randomUUID(),
        correlationId: form.get('client-request-id') ?? randomUUID(),
      };
      const body = errorBody(error, trace);
      sendJson(res, body['error'] === 'invalid_client' ? 401 : 400, body, headers);
    }
  };
}
