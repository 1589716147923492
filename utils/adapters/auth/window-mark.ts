import { browser } from 'wxt/browser';

const KEY = 'signInWindow';
/** Nobody spends longer in a sign-in window; one marked before that was left behind, ms. */
const LONGEST = 30 * 60_000;

/** A window of Microsoft's: open and waited for, or left by a background that was stopped. */
export type SignInWindow = 'open' | 'left';

interface Mark {
  /** Which life of the background waits for it. */
  readonly life: string;
  /** ms since the epoch */
  readonly at: number;
  readonly left?: true;
}

const life = crypto.randomUUID();

async function stored(): Promise<Mark | undefined> {
  return (await browser.storage.session.get(KEY))[KEY] as Mark | undefined;
}

/** Marks the window open while the work runs; a background stopped meanwhile leaves the mark behind. */
export async function whileWindowIsOpen<Value>(work: () => Promise<Value>): Promise<Value> {
  await browser.storage.session.set({ [KEY]: { life, at: Date.now() } satisfies Mark });
  try {
    return await work();
  } finally {
    await browser.storage.session.remove(KEY);
  }
}

/** At the start of the background: a window of an earlier life leads nowhere any more. */
export async function disownWindow(): Promise<void> {
  const mark = await stored();
  if (mark && mark.life !== life && !mark.left)
    await browser.storage.session.set({ [KEY]: { ...mark, left: true } satisfies Mark });
}

/** For pages: whether a sign-in window stands open somewhere; `null` when none is known. */
export async function signInWindow(now: number): Promise<SignInWindow | null> {
  const mark = await stored();
  if (!mark) return null;
  return mark.left || Math.abs(now - mark.at) > LONGEST ? 'left' : 'open';
}

/** Calls the listener when a window opens, closes or is left. */
export function onSignInWindow(listener: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    if (KEY in changes) listener();
  });
}
