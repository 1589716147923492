import { SynclineError } from '../../core/errors.ts';
import type { ErrorInfo } from '../../core/errors.ts';
import type { RawAnswer } from './raw.ts';
import { retryAfter } from './retry-after.ts';

// Codes in lower case: Graph's spelling varies, and its error page asks clients to compare case-blind (microsoft.md A.6).
const LOST = [
  'syncstatenotfound',
  'syncstateinvalid',
  'resyncrequired',
  'invaliddeltatoken',
  'fullsyncrequired',
];
const NO_MAILBOX = ['mailboxnotenabledforrestapi', 'mailboxnotsupportedforrestapi'];
const LATER = new Set([408, 423, 429, 500, 502, 503, 504, 509]);

/** A refused answer as a named error, by who must act; the codes are Graph's (microsoft.md A.6, B.2, E). */
export function graphError(answer: RawAnswer, now: number): SynclineError {
  const codes = codesOf(answer.text);
  const raw = [answer.status, codes[0]].filter((part) => part !== undefined).join(' ');
  return new SynclineError({ ...sort(answer, codes, now), raw }, `Graph refused: ${raw}`);
}

/** A time Graph told us to stay away until. */
export function toldToWait(notBefore: number): SynclineError {
  return new SynclineError({ code: 'told-to-wait', who: 'wait', notBefore }, 'Graph asked us to wait');
}

function sort(answer: RawAnswer, codes: readonly string[], now: number): ErrorInfo {
  const { status, text } = answer;
  const says = (list: readonly string[]) => codes.some((code) => list.includes(code));
  if (says(NO_MAILBOX)) return { code: 'no-mailbox', who: 'blocked' };
  if (status === 410 || says(LOST) || (status === 400 && /deltatoken/i.test(text ?? '')))
    return { code: 'sync-state-lost', who: 'resync' };
  if (LATER.has(status)) {
    const notBefore = retryAfter(answer.header('Retry-After'), now);
    return { code: `http-${status}`, who: 'wait', ...(notBefore === null ? {} : { notBefore }) };
  }
  if (status === 401) return { code: 'token-refused', who: 'person' };
  if (status === 403) return { code: 'access-denied', who: 'blocked' };
  // A series goes by a 404 of Graph's; one without Graph's word is some proxy's, and says nothing of an event.
  if (status === 404 && codes.length === 0) return { code: 'http-404', who: 'wait' };
  if (status === 404) return { code: 'not-found', who: 'bug' };
  return { code: `http-${status}`, who: status >= 500 ? 'wait' : 'bug' };
}

/** `error.code` and those of every `innerError` below it, in lower case. */
function codesOf(text: string | null): string[] {
  const codes: string[] = [];
  let level = member(parse(text), 'error');
  for (let depth = 0; depth < 10 && level !== undefined; depth += 1) {
    const code = member(level, 'code');
    if (typeof code === 'string' && code !== '') codes.push(code.toLowerCase());
    level = member(level, 'innerError') ?? member(level, 'innererror');
  }
  return codes;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    // A gateway's error page: its status is all it says.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
