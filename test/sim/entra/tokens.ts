import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { EntraError } from './errors.ts';
import { OIDC_SCOPES } from './scopes.ts';
import type { EntraApp } from './scenario.ts';
import { type EntraState, type Grant, proofStands, userById } from './state.ts';

const MINUTE = 60_000;
const CODE_LIFE = 10 * MINUTE;
/** microsoft.md C.2: counted from the first token of the family, never extended. */
const SPA_REFRESH_LIFE = 24 * 60 * MINUTE;
const WEB_REFRESH_LIFE = 90 * 24 * 60 * MINUTE;

interface Code extends Grant {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string | null;
  readonly expiresAt: number;
  used: boolean;
}

interface Refresh extends Grant {
  readonly spa: boolean;
  readonly expiresAt: number;
  readonly bornAt: number;
}

/** What Graph may know of an access token it is shown. */
export interface AccessGrant {
  readonly audience: 'https://graph.microsoft.com';
  readonly clientId: string;
  readonly oid: string;
  readonly tid: string;
  readonly scopes: readonly string[];
  /** ms since the epoch */
  readonly expiresAt: number;
  /** Place in the service's order, to judge claims challenges. */
  readonly order: number;
}

export interface Issued {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly refreshToken?: string;
  readonly refreshSecondsLeft?: number;
}

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Codes, tokens and the signing key of the service. */
export function createTokens(state: EntraState) {
  const { clock } = state;
  const codes = new Map<string, Code>();
  const refreshes = new Map<string, Refresh>();
  const accesses = new Map<string, AccessGrant>();
  const ids: string[] = [];
  let keys: { privateKey: KeyObject; publicKey: KeyObject } | undefined;
  const signing = () => (keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));
  const kid = 'syncline-sim-1';

  function access(grant: Grant): { token: string; seconds: number } {
    const minutes = state.scenario.accessTokenMinutes ?? state.random.int(60, 90);
    const token = state.secret('EwB');
    accesses.set(token, {
      audience: 'https://graph.microsoft.com',
      clientId: grant.clientId,
      oid: grant.proof.oid,
      tid: grant.tid,
      scopes: grant.scopes.filter((scope) => !OIDC_SCOPES.includes(scope)),
      expiresAt: clock.now() + minutes * MINUTE,
      order: state.tick(),
    });
    return { token, seconds: minutes * 60 };
  }

  function requireStanding(grant: Grant): void {
    const user = userById(state, grant.proof.oid);
    if (!user) throw new EntraError(50034);
    if (!proofStands(user, grant.proof)) {
      throw new EntraError(50173, `TokensValidFrom: ${new Date(user.sessionsValidFrom).toISOString()}.`);
    }
  }

  return {
    issueCode(grant: Grant, bound: Pick<Code, 'redirectUri' | 'challenge' | 'nonce'>): string {
      const code = state.secret('1.A');
      codes.set(code, { ...grant, ...bound, expiresAt: clock.now() + CODE_LIFE, used: false });
      return code;
    },

    /** Redeems a code once; each way to cheat has its error. */
    redeemCode(value: string, app: EntraApp, redirectUri: string | null, verifier: string | null): Code {
      const code = codes.get(value);
      if (!code || code.clientId !== app.clientId) throw new EntraError(70000);
      if (code.used) throw new EntraError(54005);
      code.used = true;
      if (clock.now() > code.expiresAt) throw new EntraError(70008);
      if (code.redirectUri !== redirectUri) throw new EntraError(500112);
      if (verifier === null || challengeOf(verifier) !== code.challenge) throw new EntraError(501481);
      requireStanding(code);
      return code;
    },

    /** The standing grant behind a refresh token; the token itself stays good until its fixed end. */
    useRefresh(value: string, app: EntraApp): Refresh {
      const refresh = refreshes.get(value);
      if (!refresh || refresh.clientId !== app.clientId) throw new EntraError(70000);
      if (clock.now() >= refresh.expiresAt) {
        throw new EntraError(
          refresh.spa ? 700084 : 700082,
          `The token was issued on ${new Date(refresh.bornAt).toISOString()}.`,
        );
      }
      requireStanding(refresh);
      return refresh;
    },

    /** Access token, and a refresh token when `offline_access` is held; a successor keeps the first one's end. */
    issue(grant: Grant, app: EntraApp, family?: Refresh): Issued {
      const { token, seconds } = access(grant);
      if (!grant.scopes.includes('offline_access')) return { accessToken: token, expiresInSeconds: seconds };
      const spa = app.platform === 'spa';
      const bornAt = spa && family ? family.bornAt : clock.now();
      const expiresAt = bornAt + (spa ? SPA_REFRESH_LIFE : WEB_REFRESH_LIFE);
      const refreshToken = state.secret('1.B');
      refreshes.set(refreshToken, { ...grant, spa, bornAt, expiresAt });
      return {
        accessToken: token,
        expiresInSeconds: seconds,
        refreshToken,
        refreshSecondsLeft: Math.floor((expiresAt - clock.now()) / 1000),
      };
    },

    /** A signed id token (RS256). */
    idToken(claims: Record<string, unknown>): string {
      const head = `${encode({ typ: 'JWT', alg: 'RS256', kid })}.${encode(claims)}`;
      const token = `${head}.${sign('sha256', Buffer.from(head), signing().privateKey).toString('base64url')}`;
      ids.push(token);
      return token;
    },

    jwks(): { keys: unknown[] } {
      return { keys: [{ ...signing().publicKey.export({ format: 'jwk' }), use: 'sig', kid }] };
    },

    /** What an access token stands for, expired or not; `undefined` for a string this service never issued. */
    inspect: (token: string): AccessGrant | undefined => accesses.get(token),

    /** Every token ever given out: access, refresh and id tokens. */
    issued: (): readonly string[] => [...accesses.keys(), ...refreshes.keys(), ...ids],
  };
}

export type Tokens = ReturnType<typeof createTokens>;
