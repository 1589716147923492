/** How one AADSTS error shows itself. */
interface ErrorShape {
  /** OAuth `error` at the token endpoint. */
  readonly oauth: string;
  /** OAuth `error` in the redirect when `prompt=none` fails with it; `interaction_required` when absent. */
  readonly silent?: string;
  /** An interactive authorize request gets this error by redirect too, instead of an error page. */
  readonly redirects?: true;
  readonly suberror?: string;
  readonly text: string;
}

const invalidGrant = (text: string, suberror?: string): ErrorShape => ({
  oauth: 'invalid_grant',
  ...(suberror === undefined ? {} : { suberror }),
  text,
});
const invalidRequest = (text: string): ErrorShape => ({
  oauth: 'invalid_request',
  silent: 'invalid_request',
  text,
});
const login = (text: string): ErrorShape => ({ oauth: 'invalid_grant', silent: 'login_required', text });

/**
 * Errors of the sign-in service (microsoft.md C.5). Sub-errors as seen in public reports
 * (`bad_token`: msal 4693; `message_only`, `basic_action`: MSAL's own list). The sentences are the simulator's.
 */
const SHAPES: Readonly<Record<number, ErrorShape>> = {
  16000: { ...login('Several accounts are signed in; one must be picked.'), silent: 'interaction_required' },
  50011: invalidRequest(
    'The redirect URI of the request does not match the redirect URIs of the application.',
  ),
  50020: invalidGrant('The user account does not exist in this tenant.'),
  50034: invalidGrant('The user account does not exist in this directory.'),
  50055: invalidGrant('The password is expired.', 'user_password_expired'),
  50057: invalidGrant('The user account is disabled.'),
  50058: login('A silent sign-in request was sent but no user is signed in.'),
  50076: invalidGrant('A policy of the organization demands multi-factor authentication.', 'basic_action'),
  50079: invalidGrant(
    'A policy of the organization demands that multi-factor authentication is set up.',
    'basic_action',
  ),
  50105: invalidGrant('The signed in user is not assigned to a role for the application.', 'message_only'),
  50126: invalidGrant('The user name or the password is wrong.'),
  50133: login('The session is not valid because the password was changed or expired.'),
  50173: invalidGrant(
    'The grant is expired because it was revoked; fresh authentication is needed.',
    'bad_token',
  ),
  50194: invalidRequest('The application is not configured as a multi-tenant application.'),
  53000: invalidGrant('The device is not in the required device state: compliant.', 'message_only'),
  53001: invalidGrant('The device is not in the required device state: joined.', 'message_only'),
  53003: invalidGrant('Access has been blocked by Conditional Access policies.', 'message_only'),
  54005: invalidGrant('The authorization code was already redeemed; a code works once.'),
  65001: {
    oauth: 'invalid_grant',
    silent: 'consent_required',
    suberror: 'consent_required',
    text: 'The user or administrator has not consented to use the application.',
  },
  65004: {
    oauth: 'access_denied',
    silent: 'access_denied',
    redirects: true,
    text: 'User declined to consent to access the app.',
  },
  70000: invalidGrant('The provided grant is invalid or malformed.', 'bad_token'),
  70003: { oauth: 'unsupported_grant_type', text: 'The grant type is not supported.' },
  70008: invalidGrant('The authorization code is expired.'),
  70011: {
    oauth: 'invalid_scope',
    silent: 'invalid_scope',
    redirects: true,
    text: 'The scope of the request is not valid.',
  },
  90002: invalidRequest('The tenant was not found.'),
  90014: invalidRequest('A required field is missing from the request.'),
  90024: {
    oauth: 'temporarily_unavailable',
    silent: 'temporarily_unavailable',
    text: 'The request budget is exceeded; a passing fault.',
  },
  90033: {
    oauth: 'temporarily_unavailable',
    silent: 'temporarily_unavailable',
    redirects: true,
    text: 'A passing fault; please try again.',
  },
  90094: {
    oauth: 'access_denied',
    silent: 'consent_required',
    redirects: true,
    text: 'An administrator must grant the permissions the app requests.',
  },
  500112: invalidGrant('The reply address does not match the one of the authorization request.'),
  501481: invalidGrant('The code_verifier does not match the code_challenge of the authorization request.'),
  650053: {
    oauth: 'invalid_scope',
    silent: 'invalid_scope',
    redirects: true,
    text: 'The application asked for a scope that does not exist on the resource.',
  },
  700016: {
    oauth: 'unauthorized_client',
    silent: 'unauthorized_client',
    text: 'The application was not found in the directory.',
  },
  700025: { oauth: 'invalid_client', text: 'The client is public, so no secret may be presented.' },
  700054: {
    oauth: 'unsupported_response_type',
    silent: 'unsupported_response_type',
    redirects: true,
    text: 'This response type is not enabled for the application.',
  },
  700082: invalidGrant('The refresh token has expired due to inactivity.', 'bad_token'),
  700084: invalidGrant(
    'The refresh token was issued to a single page app (SPA); its fixed life of 1.00:00:00 is over.',
    'bad_token',
  ),
  7000112: {
    oauth: 'unauthorized_client',
    silent: 'unauthorized_client',
    text: 'The application is disabled.',
  },
  7000215: { oauth: 'invalid_client', text: 'The client secret is wrong.' },
  7000218: { oauth: 'invalid_client', text: 'The request must contain client_assertion or client_secret.' },
  9002325: { ...invalidRequest('Proof Key for Code Exchange (S256) is required.'), redirects: true },
  9002326: invalidRequest(
    'Cross-origin token redemption is permitted only for the Single-Page Application client type.',
  ),
  9002327: invalidRequest(
    'Tokens of the Single-Page Application client type may only be redeemed by cross-origin requests.',
  ),
};

/** An AADSTS error on its way to the client. */
export class EntraError extends Error {
  override readonly name = 'EntraError';
  readonly code: number;

  constructor(code: number, detail = '') {
    super(`AADSTS${code}: ${shapeOf(code).text}${detail === '' ? '' : ` ${detail}`}`);
    this.code = code;
  }
}

/** The shape of a code; codes outside the table behave like a policy that needs the person. */
export function shapeOf(code: number): ErrorShape {
  return SHAPES[code] ?? invalidGrant('The request was refused.', 'message_only');
}

export interface Trace {
  readonly now: number;
  readonly traceId: string;
  readonly correlationId: string;
}

const stamp = (now: number) => `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;

/** The description as clients get it, ids and time behind the sentence. */
export function describe(error: EntraError, trace: Trace): string {
  return `${error.message} Trace ID: ${trace.traceId} Correlation ID: ${trace.correlationId} Timestamp: ${stamp(trace.now)}`;
}

/** JSON body of the token endpoint. */
export function errorBody(error: EntraError, trace: Trace): Record<string, unknown> {
  const { oauth, suberror } = shapeOf(error.code);
  return {
    error: oauth,
    error_description: describe(error, trace),
    error_codes: [error.code],
    timestamp: stamp(trace.now),
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${error.code}`,
    ...(suberror === undefined ? {} : { suberror }),
  };
}
