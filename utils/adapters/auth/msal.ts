import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { CacheLookupPolicy, createStandardPublicClientApplication } from '@azure/msal-browser';

/** What the house keeps of an MSAL account. */
export interface MsalAccount {
  /** `<object id>.<tenant id>`: MSAL's home account id, steady over renamed sign-in names. */
  readonly id: string;
  readonly username: string;
  readonly tenantId: string;
  /** Opaque `login_hint` claim when the tenant sends it, else the sign-in name. */
  readonly hint: string;
}

export interface MsalGrant {
  readonly token: string;
  readonly account: MsalAccount;
}

export interface MsalSession {
  has(accountId: string): boolean;
  /** From the cache or by the refresh token, never by a frame. Rejects with MSAL's own errors. */
  silent(
    accountId: string,
    request: { readonly scopes: readonly string[]; readonly claims?: string; readonly refresh: boolean },
  ): Promise<MsalGrant>;
  /** One code + PKCE round trip through `navigate`. Rejects with MSAL's errors and those of `navigate`. */
  authorize(request: {
    readonly scopes: readonly string[];
    readonly prompt?: 'none' | 'select_account';
    readonly hint?: string;
    readonly claims?: string;
    readonly navigate: (url: string) => Promise<string>;
  }): Promise<MsalGrant>;
}

export interface MsalOptions {
  readonly clientId: string;
  readonly authority: string;
  readonly redirectUri: string;
}

const keep = (account: AccountInfo): MsalAccount => ({
  id: account.homeAccountId,
  username: account.username,
  tenantId: account.tenantId,
  hint: account.idTokenClaims?.login_hint ?? account.username,
});
const grant = (result: AuthenticationResult): MsalGrant => ({
  token: result.accessToken,
  account: keep(result.account),
});

async function forgetOthers(msal: IPublicClientApplication, kept: AccountInfo): Promise<void> {
  for (const account of msal.getAllAccounts())
    if (account.homeAccountId !== kept.homeAccountId) await msal.clearCache({ account });
}

/** MSAL over the storage laid out by `openVault`, which must have run. The only door to the library. */
export async function openMsal(options: MsalOptions): Promise<MsalSession> {
  let navigate: (url: string) => Promise<string> = () =>
    Promise.reject(new Error('no round trip is under way'));
  let landed = '';
  const msal = await createStandardPublicClientApplication({
    // Named, so that no other cloud's discovery is ever asked about this host.
    auth: { ...options, knownAuthorities: [new URL(options.authority).host] },
    // Not memory: MSAL refuses the redirect path there (in_mem_redirect_unavailable).
    cache: { cacheLocation: 'sessionStorage' },
    system: {
      navigationClient: {
        // Awaited by acquireTokenRedirect, so a closed window or a dead network comes out of that call.
        async navigateExternal(url) {
          landed = await navigate(url);
          return true;
        },
        navigateInternal: () => Promise.resolve(false),
      },
    },
  });
  return {
    has: (id) => msal.getAccount({ homeAccountId: id }) !== null,
    async silent(id, { scopes, claims, refresh }) {
      const account = msal.getAccount({ homeAccountId: id });
      if (!account) throw new Error('the account is not in the cache');
      return grant(
        await msal.acquireTokenSilent({
          scopes: [...scopes],
          account,
          forceRefresh: refresh,
          ...(claims === undefined ? {} : { claims }),
          // Every other policy but AccessToken ends in an iframe, which a worker has not.
          cacheLookupPolicy: refresh
            ? CacheLookupPolicy.RefreshToken
            : CacheLookupPolicy.AccessTokenAndRefreshToken,
        }),
      );
    },
    async authorize({ scopes, prompt, hint, claims, navigate: go }) {
      navigate = go;
      landed = '';
      await msal.acquireTokenRedirect({
        scopes: [...scopes],
        ...(prompt === undefined ? {} : { prompt }),
        ...(hint === undefined ? {} : { loginHint: hint }),
        ...(claims === undefined ? {} : { claims }),
      });
      const result = await msal.handleRedirectPromise({
        hash: new URL(landed).hash,
        navigateToLoginRequestUrl: false,
      });
      if (!result) throw new Error('the answer belongs to no request');
      await forgetOthers(msal, result.account);
      return grant(result);
    },
  };
}
