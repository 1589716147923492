import { HOUR } from '../../core/clock.ts';
import { SynclineError } from '../../core/errors.ts';
import type { ConnectionConfig } from '../../model/messages.ts';
import type { AuthPort } from '../../model/ports.ts';
import type { Marker } from './marker.ts';
import { readMarker, writeMarker } from './marker.ts';
import type { Registration, RoundTripOptions } from './round-trips.ts';
import { createRoundTrips, signInNeeded } from './round-trips.ts';
import { translateAuthError } from './translate.ts';
import { saveVault } from './vault.ts';

/** Refresh tokens of a single-page registration end 24 h after the sign-in and do not slide (Entra, microsoft.md C.2). */
const RENEW_AFTER = 20 * HOUR;
/** A renewal that was refused is not repeated at every wake. */
const RENEW_PAUSE = HOUR;

export interface MsalAuthOptions extends RoundTripOptions {
  readonly config: () => Promise<ConnectionConfig>;
}

type TokenOptions = Parameters<AuthPort['token']>[1];

const needsConsent = (error: SynclineError) => ['consent-needed', 'AADSTS65001'].includes(error.info.code);

/**
 * Delegated sign-in by MSAL inside the worker: cached token, refresh token, silent `prompt=none`, and a window only when a
 * person asked. Every rejection is a `SynclineError`; no token leaves but as the answer of `token`.
 */
export function createMsalAuth({ config, ...options }: MsalAuthOptions): AuthPort {
  const trips = createRoundTrips(options);

  async function registration(): Promise<Registration> {
    const { clientId, tenant } = await config();
    if (clientId === null)
      throw new SynclineError({ code: 'no-client-id', who: 'person' }, 'no application (client) id is set');
    return { clientId, tenant };
  }

  /** Before its 24 h are over the refresh token is replaced; when that fails the old one serves to its end. */
  async function renewEarly(to: Registration, marker: Marker, scopes: readonly string[]) {
    const now = options.clock.now();
    if (now - marker.renewedAt < RENEW_AFTER || now - (marker.triedAt ?? 0) < RENEW_PAUSE) return null;
    const era = trips.era();
    try {
      return await trips.silently(to, marker, scopes);
    } catch (error) {
      const lasting = translateAuthError(error).info.who !== 'wait';
      if (lasting && era === trips.era()) await writeMarker({ ...marker, triedAt: now });
      return null;
    }
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
      if (known.info.who !== 'person' || needsConsent(known)) throw known;
    }
    return want.interactive ? null : trips.silently(to, marker, scopes, want.claims);
  }

  async function token(scopes: readonly string[], want: TokenOptions): Promise<string> {
    const to = await registration();
    const marker = await readMarker(to);
    const quiet = marker && (await withoutWindow(to, marker, scopes, want));
    if (quiet) return quiet.token;
    if (!want.interactive) throw signInNeeded();
    const granted = await trips.authorize(to, scopes, {
      interactive: true,
      ...(marker ? { hint: marker.hint } : {}),
      ...(want.claims === undefined ? {} : { claims: want.claims }),
    });
    return granted.token;
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
      const { clientId, tenant } = await config();
      if (clientId === null) return null;
      const marker = await readMarker({ clientId, tenant });
      return marker && { id: marker.id, username: marker.username, tenantId: marker.tenantId };
    },
    signOut: () => trips.forget(),
  };
}
