import { browser } from 'wxt/browser';
import { SynclineError } from '../../core/errors.ts';
import type { Clock } from '../../model/ports.ts';
import type { Marker } from './marker.ts';
import { dropMarker, writeMarker } from './marker.ts';
import type { MsalGrant, MsalOptions, MsalSession } from './msal.ts';
import { dropScratch, emptyVault, openVault, saveVault } from './vault.ts';
import { webAuthFlow } from './web-auth-flow.ts';

/** The registration a sign-in goes through. */
export interface Registration {
  readonly clientId: string;
  readonly tenant: string;
}

export interface RoundTripOptions {
  /** Loads the late script; called only when a token is needed. */
  readonly library: () => Promise<{ readonly openMsal: (options: MsalOptions) => Promise<MsalSession> }>;
  readonly clock: Pick<Clock, 'now'>;
}

export const signInNeeded = () =>
  new SynclineError({ code: 'sign-in-needed', who: 'person' }, 'nobody is signed in');

/** MSAL's session and its visits to the authorize page, one at a time: MSAL keeps one request in its scratch storage. */
export function createRoundTrips({ library, clock }: RoundTripOptions) {
  let booted: { readonly key: string; readonly session: Promise<MsalSession> } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let epoch = 0;
  const quiet = new Map<string, Promise<MsalGrant>>();

  function session({ clientId, tenant }: Registration): Promise<MsalSession> {
    const key = `${clientId} ${tenant}`;
    if (booted?.key === key) return booted.session;
    const open = async () => {
      await openVault();
      const { openMsal } = await library();
      return openMsal({
        clientId,
        authority: `https://login.microsoftonline.com/${tenant}`,
        redirectUri: browser.identity.getRedirectURL(),
      });
    };
    const opening = open();
    booted = { key, session: opening };
    opening.catch(() => {
      if (booted?.session === opening) booted = null;
    });
    return opening;
  }

  function authorize(
    to: Registration,
    scopes: readonly string[],
    how: { readonly interactive: boolean; readonly hint?: string; readonly claims?: string },
  ): Promise<MsalGrant> {
    const before = turn;
    const begun = epoch;
    const round = async () => {
      await before;
      const msal = await session(to);
      dropScratch();
      // With a hint Entra shows only what is missing (a code, a consent); without one the person picks the account.
      const prompt = !how.interactive ? 'none' : how.hint === undefined ? 'select_account' : undefined;
      const granted = await msal.authorize({
        scopes,
        ...(prompt === undefined ? {} : { prompt }),
        ...(how.hint === undefined ? {} : { hint: how.hint }),
        ...(how.claims === undefined ? {} : { claims: how.claims }),
        navigate: (url) => webAuthFlow(url, how.interactive),
      });
      // Signed out while the window was open: the answer belongs to nobody any more.
      if (begun !== epoch) throw signInNeeded();
      await saveVault();
      await writeMarker({ version: 1, ...granted.account, ...to, renewedAt: clock.now() });
      return granted;
    };
    const running = round();
    turn = running.then(
      () => undefined,
      () => undefined,
    );
    return running;
  }

  return {
    session,
    authorize,
    /** `prompt=none`; the same question asked twice at once is one visit. */
    silently(
      to: Registration,
      marker: Marker,
      scopes: readonly string[],
      claims?: string,
    ): Promise<MsalGrant> {
      const key = [...scopes, claims ?? ''].join(' ');
      let running = quiet.get(key);
      if (!running) {
        running = authorize(to, scopes, {
          interactive: false,
          hint: marker.hint,
          ...(claims === undefined ? {} : { claims }),
        }).finally(() => quiet.delete(key));
        quiet.set(key, running);
      }
      return running;
    },
    /** Whether nobody signed out since; called with the value of an earlier `era()`. */
    era: () => epoch,
    async forget(): Promise<void> {
      epoch += 1;
      // First of all: without the marker nothing signs anybody in silently.
      await dropMarker();
      booted = null;
      await emptyVault();
    },
  };
}
