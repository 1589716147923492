import { browser } from 'wxt/browser';
import type { ConnectionConfig } from '../../model/messages.ts';

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
  /** End of the last round trip to the authorize page, ms since the epoch: the birth of the refresh token. */
  readonly renewedAt: number;
  /** Last silent renewal that failed, ms since the epoch. */
  readonly triedAt?: number;
}

const KEY = 'auth';

/** The marker, when it belongs to this registration. */
export async function readMarker(
  connection: Pick<ConnectionConfig, 'clientId' | 'tenant'>,
): Promise<Marker | null> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as Partial<Marker> | undefined;
  if (stored?.version !== 1) return null;
  const marker = stored as Marker;
  return marker.clientId === connection.clientId && marker.tenant === connection.tenant ? marker : null;
}

export async function writeMarker(marker: Marker): Promise<void> {
  await browser.storage.local.set({ [KEY]: marker });
}

export async function dropMarker(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
