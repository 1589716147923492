import { SynclineError } from '../../core/errors.ts';
import type { ConnectionConfig } from '../../model/messages.ts';
import type { AuthPort } from '../../model/ports.ts';
import { keepChallenge, openChallenge } from './challenge.ts';
import type { Marker, Registration } from './marker.ts';
import { readMarker } from './marker.ts';
import { needsConsent, renewalIsDue } from './pace.ts';
import type { RoundTripOptions } from './round-trips.ts';
import { createRoundTrips, signInNeeded } from './round-trips.ts';
import { translateAuthError } from './translate.ts';
import { saveVault } from './vault.ts';

export interface MsalAuth extends AuthPort {
  /** Opens the library and its cache for whoever is signed in, so that a token asked for soon comes at once; no request, no error of use. */
  ready(): Promise<void>;
}

export interface MsalAuthOptions extends RoundTripOptions {
  readonly config: () => Promise<ConnectionConfig>;
}

type TokenOptions = Parameters<AuthPort['token']>[1];

/**
 * Delegated sign-in by MSAL inside the worker: cached token, refresh token, silent `prompt=none`, and a window only when a
 * person asked. Every rejection is a `SynclineError`; no token leaves but as the answer of `token`.
 */
export function createMsalAuth({ config, ...options }: MsalAuthOptions): MsalAuth {
  const trips = createRoundTrips(options, registration);

  async function registration(): Promise<Registration> {
    const { clientId, tenant, cloud } = await config();
    if (clientId === null)
      throw new SynclineError({ code: 'no-client-id', who: 'person' }, 'no application (client) id is set');
    return { clientId, tenant, cloud };
  }

  /** Before its 24 h are over the refresh token is replaced; when that fails the old one serves to its end. */
  async function renewEarly(to: Registration, marker: Marker, scopes: readonly string[]) {
    if (!renewalIsDue(marker, options.clock.now())) return null;
    // Refused: noted by the visit itself.
    return trips.silently(to, marker, scopes).catch(() => null);
  }

  async function fromCache(to: Registration, marker: Marker, scopes: readonly string[], want: TokenOptions) {
    const session = await trips.session(to);
    if (!session.has(marker.id)) return null;
    const granted = await session.silent(marker.id, {
      scopes,
      refresh: want.refresh ?? false,
      ...(want.claims === undefined ? {} : { claims: want.claims }),
    });
    await saveVault();
    return granted;
  }

  /** Null: only a visit with a window is left to try. */
  async function withoutWindow(
    to: Registration,
    marker: Marker,
    scopes: readonly string[],
    want: TokenOptions,
  ) {
    const renewed = await renewEarly(to, marker, scopes);
    if (renewed && want.claims === undefined) return renewed;
    try {
      const granted = await fromCache(to, marker, scopes, want);
      if (granted) return granted;
    } catch (error) {
      const known = translateAuthError(error);
      if (want.interactive && known.info.who !== 'wait') return null;
      // Offline, refused by policy, or consent: the authorize page would only say the same, later.
      if (known.info.who !== 'person' || needsConsent(known.info)) throw known;
    }
    return want.interactive ? null : trips.silently(to, marker, scopes, want.claims);
  }

  /** A challenge that no silent way answers waits for the next window, whatever that one is opened for. */
  async function answering(claims: string, work: Promise<{ readonly token: string } | null>) {
    try {
      return await work;
    } catch (error) {
      if (translateAuthError(error).info.who === 'person') await keepChallenge(claims);
      throw error;
    }
  }

  async function byWindow(
    to: Registration,
    marker: Marker | null,
    scopes: readonly string[],
    claims?: string,
  ) {
    const granted = await trips.authorize(to, scopes, {
      interactive: true,
      ...(marker ? { hint: marker.hint } : {}),
      ...(claims === undefined ? {} : { claims }),
    });
    return granted.token;
  }

  async function token(scopes: readonly string[], want: TokenOptions): Promise<string> {
    const to = await registration();
    if (want.interactive && want.choose) return byWindow(to, null, scopes);
    const marker = await readMarker(to);
    const owed = want.interactive && marker ? await openChallenge() : undefined;
    if (owed !== undefined) return byWindow(to, marker, scopes, owed);
    const quiet = marker && withoutWindow(to, marker, scopes, want);
    const granted = await (quiet && want.claims !== undefined ? answering(want.claims, quiet) : quiet);
    if (granted) return granted.token;
    if (!want.interactive) throw signInNeeded();
    return byWindow(to, marker, scopes, want.claims);
  }

  return {
    async token(scopes, want) {
      try {
        return await token(scopes, want);
      } catch (error) {
        throw translateAuthError(error);
      }
    },
    async account() {
      const { clientId, tenant, cloud } = await config();
      if (clientId === null) return null;
      const marker = await readMarker({ clientId, tenant, cloud });
      return marker && { id: marker.id, username: marker.username, tenantId: marker.tenantId };
    },
    async ready() {
      const { clientId, tenant, cloud } = await config();
      if (clientId !== null && (await readMarker({ clientId, tenant, cloud })))
        await trips.session({ clientId, tenant, cloud });
    },
    signOut: () => trips.forget(),
  };
}
