import type { Digest } from '../../model/ports.ts';

/**
 * Key of an event: base64url of SHA-256 cut to 128 bits, 22 characters. Graph's ids have some 150, and IndexedDB stores a key
 * once more per index, two bytes a character: 1,460 bytes a row become 405 (speed.md 2.3).
 */
export const digestId: Digest = async (id) => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)));
  return btoa(String.fromCharCode(...hash.subarray(0, 16)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};
