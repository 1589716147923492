import { browser } from 'wxt/browser';
import type { ErrorInfo } from '../../core/errors.ts';
import type { CloudId } from '../../model/clouds.ts';

/** The app registration a sign-in goes through, and the cloud it lives in. */
export interface Registration {
  readonly clientId: string;
  readonly tenant: string;
  readonly cloud: CloudId;
}

/**
 * The only trace of sign-in on disk: who, and through which registration. Its absence means "signed out", so that a provider's
 * lasting cookie cannot sign somebody straight back in. No token is in it.
 */
export interface Marker {
  readonly version: 1;
  readonly id: string;
  readonly username: string;
  readonly tenantId: string;
  readonly hint: string;
  /** The registration it was made with; another one makes it void. */
  readonly clientId: string;
  readonly tenant: string;
  /** Absent: global. */
  readonly cloud?: CloudId;
  /** End of the last round trip to the authorize page, ms since the epoch: the birth of the refresh token. */
  readonly renewedAt: number;
  /** Last silent visit that was refused, ms since the epoch. */
  readonly triedAt?: number;
  /** What it was refused with. */
  readonly refusal?: ErrorInfo;
}

const KEY = 'auth';

const asMarker = (value: unknown): Marker | null =>
  (value as Partial<Marker> | undefined)?.version === 1 ? (value as Marker) : null;

const stored = async (): Promise<Marker | null> => asMarker((await browser.storage.local.get(KEY))[KEY]);

/** Whether a sign-in was made through this registration. */
function belongs(marker: Marker, to: Registration): boolean {
  return (
    marker.clientId === to.clientId && marker.tenant === to.tenant && (marker.cloud ?? 'global') === to.cloud
  );
}

/** The marker, when it belongs to this registration. */
export async function readMarker(registration: Registration): Promise<Marker | null> {
  const marker = await stored();
  return marker && belongs(marker, registration) ? marker : null;
}

export async function writeMarker(marker: Marker): Promise<void> {
  await browser.storage.local.set({ [KEY]: marker });
}

/** Keeps when and with what a silent visit was refused, unless somebody else has signed in or out meanwhile. */
export async function noteRefusal(marker: Marker, at: number, refusal: ErrorInfo): Promise<void> {
  const now = await stored();
  if (now?.id === marker.id && now.renewedAt === marker.renewedAt)
    await writeMarker({ ...now, triedAt: at, refusal });
}

export async function dropMarker(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

/**
 * When the last visit to the authorize page ended, ms since the epoch; `null` when nobody is signed in. For pages.
 *
 * @param local gives a value of `storage.local`: a page asks for all it needs at once
 */
export async function lastRenewal(local: (key: string) => Promise<unknown>): Promise<number | null> {
  return asMarker(await local(KEY))?.renewedAt ?? null;
}
