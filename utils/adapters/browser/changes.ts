const CHANNEL = 'syncline';

let speaker: BroadcastChannel | null = null;

/** Tells open pages that the store has changed; they read it again themselves. */
export function announceChange(): void {
  speaker ??= new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a rule for windows
  speaker.postMessage('changed');
}

/**
 * Calls the listener after each change of the store.
 *
 * @returns stops listening
 */
export function onChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => listener());
  return () => channel.close();
}
