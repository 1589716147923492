import { browser } from 'wxt/browser';

/** Beside the tokens: gone with the browser, as the token it was a refusal of. */
const KEY = 'auth-challenge';

/** Keeps a claims challenge that no silent way could answer, for the window a person will open (microsoft.md C.7). */
export async function keepChallenge(claims: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: claims });
}

/** The challenge a window still owes an answer to. */
export async function openChallenge(): Promise<string | undefined> {
  const kept: unknown = (await browser.storage.session.get(KEY))[KEY];
  return typeof kept === 'string' ? kept : undefined;
}

export async function dropChallenge(): Promise<void> {
  await browser.storage.session.remove(KEY);
}
