import type { ErrorInfo, Who } from '../../core/errors.ts';
import { isWorkerStopped, SynclineError } from '../../core/errors.ts';
import { entraError } from '../../model/entra-errors.ts';

/** The members of MSAL's errors we read; its classes stay in the late script, so there is no `instanceof` here. */
interface MsalErrorShape {
  readonly errorCode: string;
  readonly errorNo?: unknown;
  readonly subError?: unknown;
}

/** OAuth 2.0 and OpenID Connect `error` values (RFC 6749 4.1.2.1 and 5.2, OpenID Connect Core 3.1.2.6). */
const OAUTH: Readonly<Record<string, readonly [code: string, who: Who]>> = {
  interaction_required: ['sign-in-needed', 'person'],
  login_required: ['sign-in-needed', 'person'],
  account_selection_required: ['sign-in-needed', 'person'],
  consent_required: ['consent-needed', 'person'],
  invalid_grant: ['sign-in-needed', 'person'],
  access_denied: ['consent-refused', 'person'],
  server_error: ['server-error', 'wait'],
  temporarily_unavailable: ['server-error', 'wait'],
  unauthorized_client: ['unauthorized-client', 'blocked'],
  invalid_client: ['invalid-client', 'blocked'],
  invalid_resource: ['invalid-resource', 'blocked'],
  invalid_scope: ['invalid-scope', 'bug'],
  invalid_request: ['invalid-request', 'bug'],
  unsupported_response_type: ['invalid-request', 'bug'],
};

/** Client-side codes of MSAL 5.30.0 that are no fault of anybody's code. */
const MSAL: Readonly<Record<string, readonly [code: string, who: Who]>> = {
  post_request_failed: ['offline', 'wait'],
  get_request_failed: ['offline', 'wait'],
  network_error: ['offline', 'wait'],
  no_network_connectivity: ['offline', 'wait'],
  no_tokens_found: ['sign-in-needed', 'person'],
  no_account_found: ['sign-in-needed', 'person'],
  refresh_token_expired: ['sign-in-needed', 'person'],
  bad_token: ['sign-in-needed', 'person'],
  ui_not_allowed: ['sign-in-needed', 'person'],
  interrupted_user: ['sign-in-needed', 'person'],
};

const isMsal = (error: unknown): error is MsalErrorShape =>
  error instanceof Error && 'errorCode' in error && typeof error.errorCode === 'string';

/** Entra's number, from the member MSAL fills at the token endpoint, else from the description of a redirect. */
function entraNumber(error: MsalErrorShape): string | undefined {
  if (typeof error.errorNo === 'string' && /^\d{4,8}$/.test(error.errorNo)) return error.errorNo;
  return /AADSTS(\d{4,8})/.exec((error as unknown as Error).message)?.[1];
}

function infoOf(error: MsalErrorShape): ErrorInfo {
  const raw = /^\w{1,40}$/.test(error.errorCode) ? error.errorCode : 'unnamed';
  const known = OAUTH[raw] ?? MSAL[raw];
  const number = entraNumber(error);
  if (number !== undefined) {
    const code = `AADSTS${number}`;
    // A number nobody has met keeps its name, and the OAuth error says who must act, as Microsoft asks.
    return { code, who: entraError(code)?.who ?? known?.[1] ?? 'blocked', raw: code };
  }
  if (error.subError === 'consent_required') return { code: 'consent-needed', who: 'person', raw };
  return known
    ? { code: known[0], who: known[1], raw }
    : { code: `msal-${raw.replaceAll('_', '-')}`, who: 'bug', raw };
}

/**
 * MSAL's errors in the house's words. The description stays behind in `cause`: it names accounts and must not be stored or shown.
 */
export function translateAuthError(error: unknown): SynclineError {
  if (error instanceof SynclineError) return error;
  if (isMsal(error)) {
    const info = infoOf(error);
    return new SynclineError(info, `sign-in failed: ${info.code}`, { cause: error });
  }
  // Nothing failed: the worker is being stopped, and the next one may ask again.
  if (isWorkerStopped(error))
    return new SynclineError({ code: 'worker-stopped', who: 'wait' }, 'the worker was stopped', {
      cause: error,
    });
  return new SynclineError({ code: 'unexpected', who: 'bug' }, 'sign-in failed', { cause: error });
}
