const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export interface FakeUser {
  readonly oid: string;
  readonly username: string;
}
const TENANT = '11111111-2222-3333-4444-555555555555';
export const MAYA: FakeUser = {
  oid: 'aaaaaaaa-0000-0000-0000-000000000001',
  username: 'maya@alderfinch.example',
};
export const OTTO: FakeUser = {
  oid: 'aaaaaaaa-0000-0000-0000-000000000002',
  username: 'otto@alderfinch.example',
};

type Refusal = { error: string; error_description: string; suberror?: string; error_codes?: number[] };
export const refuse = (error: string, number: number, suberror?: string): Refusal => ({
  error,
  error_description: `AADSTS${number}: words about ${MAYA.username}. Trace ID: x`,
  error_codes: [number],
  ...(suberror === undefined ? {} : { suberror }),
});

/** An authorize page and a token endpoint, as far as MSAL looks; it keeps the rules it checks (PKCE, single-use codes, consent). */
export class FakeEntra {
  /** Who has a session cookie. */
  cookie: FakeUser | null = null;
  /** Who would sign in when a window opens; null closes the window. */
  person: FakeUser | null = MAYA;
  readonly consented = new Set(['User.Read']);
  authorizeRefusal: Refusal | null = null;
  tokenRefusal: Refusal | null = null;
  offline = false;
  readonly log: string[] = [];
  /** The last authorize address, for its parameters. */
  lastAuthorize: URL | null = null;
  #codes = new Map<string, { user: FakeUser; challenge: string; nonce: string; scope: string }>();
  #refresh = new Map<string, FakeUser>();
  #serial = 0;

  /** In place of `identity.launchWebAuthFlow`. */
  readonly flow = async ({ url, interactive }: { url: string; interactive: boolean }): Promise<string> => {
    if (this.offline) throw new Error('Authorization page could not be loaded.');
    const at = (this.lastAuthorize = new URL(url));
    const query = at.searchParams;
    this.log.push(`authorize ${query.get('prompt') ?? 'default'}${interactive ? ' window' : ''}`);
    const answer = (members: Record<string, string>) =>
      `${REDIRECT}#${new URLSearchParams({ ...members, state: query.get('state') ?? '' })}`;
    const error = (refusal: Refusal) =>
      answer({ error: refusal.error, error_description: refusal.error_description });
    if (this.authorizeRefusal) return error(this.authorizeRefusal);
    const scope = query.get('scope') ?? '';
    if (!interactive) {
      if (!this.cookie) return error(refuse('login_required', 50058));
      if (!this.#consents(scope)) return error(refuse('consent_required', 65001));
    } else {
      if (!this.person) throw new Error('The user did not approve access.');
      this.cookie = this.person;
      for (const one of this.#resourceScopes(scope)) this.consented.add(one);
    }
    const code = `code-${++this.#serial}`;
    const user = this.cookie;
    if (!user) throw new Error('nobody is there');
    this.#codes.set(code, {
      user,
      challenge: query.get('code_challenge') ?? '',
      nonce: query.get('nonce') ?? '',
      scope,
    });
    return answer({ code, client_info: encode({ uid: user.oid, utid: TENANT }) });
  };

  /** In place of `fetch`. */
  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (this.offline) throw new TypeError('Failed to fetch');
    const url = String(input instanceof Request ? input.url : input);
    if (!new URL(url).pathname.endsWith('/oauth2/v2.0/token'))
      throw new Error(`unexpected request to ${url}`);
    const form = new URLSearchParams(init?.body as string);
    const kind = form.get('grant_type') ?? '';
    this.log.push(`token ${kind}`);
    const refusal = this.tokenRefusal ?? (await this.#check(form));
    if ('error' in refusal) return Response.json(refusal, { status: 400 });
    return Response.json(this.#tokens(refusal.user, refusal.scope, refusal.nonce));
  };

  /** Every refresh token ever given is void from now on. */
  endRefreshTokens(): void {
    this.#refresh.clear();
  }

  async #check(form: URLSearchParams): Promise<Refusal | { user: FakeUser; scope: string; nonce: string }> {
    if (form.get('grant_type') === 'refresh_token') {
      const user = this.#refresh.get(form.get('refresh_token') ?? '');
      if (!user) return refuse('invalid_grant', 700084, 'bad_token');
      const scope = form.get('scope') ?? '';
      return this.#consents(scope)
        ? { user, scope, nonce: '' }
        : refuse('invalid_grant', 65001, 'consent_required');
    }
    const code = form.get('code') ?? '';
    const kept = this.#codes.get(code);
    this.#codes.delete(code);
    if (!kept) return refuse('invalid_grant', 54005);
    const digest = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(form.get('code_verifier') ?? ''),
    );
    return Buffer.from(digest).toString('base64url') === kept.challenge
      ? kept
      : refuse('invalid_grant', 501481);
  }

  #resourceScopes(scope: string): string[] {
    return scope.split(' ').filter((one) => !['openid', 'profile', 'offline_access', 'email'].includes(one));
  }

  #consents(scope: string): boolean {
    return this.#resourceScopes(scope).every((one) => this.consented.has(one));
  }

  #tokens(user: FakeUser, scope: string, nonce: string) {
    const now = Math.floor(Date.now() / 1000);
    const refresh = `refresh-${++this.#serial}`;
    this.#refresh.set(refresh, user);
    const claims = {
      iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      aud: 'client',
      tid: TENANT,
      oid: user.oid,
      sub: user.oid,
      preferred_username: user.username,
      ver: '2.0',
      iat: now,
      exp: now + 3600,
      ...(nonce === '' ? {} : { nonce }),
    };
    return {
      token_type: 'Bearer',
      scope,
      expires_in: 3600,
      access_token: `access-${this.#serial}-${user.oid.slice(-1)}`,
      refresh_token: refresh,
      id_token: `${encode({ alg: 'RS256' })}.${encode(claims)}.c2ln`,
      client_info: encode({ uid: user.oid, utid: TENANT }),
    };
  }
}
