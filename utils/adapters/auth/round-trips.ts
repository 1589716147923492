import { browser } from 'wxt/browser';
import { SynclineError } from '../../core/errors.ts';
import { CLOUDS } from '../../model/clouds.ts';
import type { Clock } from '../../model/ports.ts';
import { dropChallenge } from './challenge.ts';
import type { Marker, Registration } from './marker.ts';
import { dropMarker, noteRefusal, readMarker, writeMarker } from './marker.ts';
import type { MsalGrant, MsalOptions, MsalSession } from './msal.ts';
import { refusalStands, worthNoting } from './pace.ts';
import { translateAuthError } from './translate.ts';
import { dropScratch, emptyVault, openVault, saveVault } from './vault.ts';
import { webAuthFlow } from './web-auth-flow.ts';

export interface RoundTripOptions {
  /** Loads the late script; called only when a token is needed. */
  readonly library: () => Promise<{ readonly openMsal: (options: MsalOptions) => Promise<MsalSession> }>;
  readonly clock: Pick<Clock, 'now'>;
}

interface Visit {
  readonly interactive: boolean;
  readonly hint?: string;
  readonly claims?: string;
  /** Whose sign-in it renews; an answer for anybody else is nobody's. */
  readonly renews?: Marker;
}

const same = (one: Registration, other: Registration) =>
  one.clientId === other.clientId && one.tenant === other.tenant && one.cloud === other.cloud;

export const signInNeeded = () =>
  new SynclineError({ code: 'sign-in-needed', who: 'person' }, 'nobody is signed in');

/** MSAL's session and its visits to the authorize page, one at a time: MSAL keeps one request in its scratch storage. */
export function createRoundTrips(
  { library, clock }: RoundTripOptions,
  /** The registration in force at this moment. */
  inForce: () => Promise<Registration>,
) {
  let booted: { readonly key: string; readonly session: Promise<MsalSession> } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let epoch = 0;
  const quiet = new Map<string, Promise<MsalGrant>>();

  function session({ clientId, tenant, cloud }: Registration): Promise<MsalSession> {
    const key = `${clientId} ${tenant} ${cloud}`;
    if (booted?.key === key) return booted.session;
    const open = async () => {
      await openVault();
      const { openMsal } = await library();
      return openMsal({
        clientId,
        authority: `https://${CLOUDS[cloud].signIn}/${tenant}`,
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

  /** Throws what a refused silent visit was refused with, as long as that stands. */
  async function mindRefusal(to: Registration): Promise<void> {
    const marker = await readMarker(to);
    if (!marker) throw signInNeeded();
    if (refusalStands(marker, clock.now()))
      throw marker.refusal ? new SynclineError(marker.refusal, 'refused not long ago') : signInNeeded();
  }

  /** Tokens nobody may use: of a person who did not sign in, or through a registration that is no longer in force. */
  async function discard(): Promise<never> {
    booted = null;
    await emptyVault();
    throw signInNeeded();
  }

  function authorize(to: Registration, scopes: readonly string[], how: Visit): Promise<MsalGrant> {
    const before = turn;
    const begun = epoch;
    /** Inside the turn, so that whoever waits for it finds the note. */
    const refused = async (error: unknown): Promise<never> => {
      const { info } = translateAuthError(error);
      if (how.renews && worthNoting(info) && begun === epoch)
        await noteRefusal(how.renews, clock.now(), info);
      throw error;
    };
    const visit = async () => {
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
      if (how.renews && how.renews.id !== granted.account.id) return discard();
      if (!same(to, await inForce())) return discard();
      await saveVault();
      if (how.interactive || how.claims !== undefined) await dropChallenge();
      await writeMarker({ version: 1, ...granted.account, ...to, renewedAt: clock.now() });
      return granted;
    };
    const round = async () => {
      await before;
      if (how.renews) await mindRefusal(to);
      return visit().catch(refused);
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
    /** `prompt=none`; the same question asked twice at once is one visit, and one that was refused is not repeated for hours. */
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
          renews: marker,
          ...(claims === undefined ? {} : { claims }),
        }).finally(() => quiet.delete(key));
        quiet.set(key, running);
      }
      return running;
    },
    async forget(): Promise<void> {
      epoch += 1;
      // First of all: without the marker nothing signs anybody in silently.
      await dropMarker();
      await dropChallenge();
      booted = null;
      await emptyVault();
    },
  };
}
