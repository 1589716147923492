/**
 * The claims of a claims challenge (continuous access evaluation, microsoft.md C.7), decoded and ready for a token request;
 * `null` when the 401 is none.
 *
 * @param header value of `WWW-Authenticate`
 */
export function claimsOf(header: string | null): string | null {
  if (!header || !/insufficient_claims/i.test(header)) return null;
  const encoded = /\bclaims="([A-Za-z0-9+/=_-]+)"/.exec(header)?.[1];
  if (encoded === undefined) return null;
  try {
    const bytes = Uint8Array.from(
      atob(encoded.replaceAll('-', '+').replaceAll('_', '/')),
      (letter) => letter.codePointAt(0) ?? 0,
    );
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // Not base64, or not text: no challenge we can answer. The refusal itself stays.
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}
