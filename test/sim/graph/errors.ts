import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { sendJson } from '../wire/http.ts';

/** A refusal of Graph on its way to the client. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  readonly innerCode: string | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { headers?: Record<string, string>; innerCode?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = more.headers ?? {};
    this.innerCode = more.innerCode;
  }
}

/** Graph's error body: `{ error: { code, message, innerError } }`. */
export function sendRefusal(res: ServerResponse, refusal: GraphRefusal, now: number): void {
  const requestId = randomUUID();
  const innerError = {
    ...(refusal.innerCode === undefined ? {} : { code: refusal.innerCode }),
    date: new Date(now).toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': requestId,
  };
  const body = { error: { code: refusal.code, message: refusal.message, innerError } };
  sendJson(res, refusal.status, body, { ...refusal.headers, 'request-id': requestId });
}

const BEARER =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

export function unauthorized(message: string, claims?: string): GraphRefusal {
  const challenge = claims === undefined ? '' : `, error="insufficient_claims", claims="${claims}"`;
  return new GraphRefusal(401, 'InvalidAuthenticationToken', message, {
    headers: { 'WWW-Authenticate': BEARER + challenge },
  });
}

/** A continuous-access challenge: a token issued from `notBefore` (ms) on is wanted. */
export function claimsChallenge(notBefore: number): GraphRefusal {
  const claims = { access_token: { nbf: { essential: true, value: String(Math.floor(notBefore / 1000)) } } };
  return unauthorized(
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    Buffer.from(JSON.stringify(claims)).toString('base64'),
  );
}

export function resync(code = 'SyncStateNotFound', location?: string): GraphRefusal {
  const more = location === undefined ? {} : { headers: { Location: location } };
  return new GraphRefusal(410, code, 'The sync state generation is not found.', more);
}

export function throttled(seconds: number): GraphRefusal {
  return new GraphRefusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
    headers: { 'Retry-After': String(seconds) },
  });
}
