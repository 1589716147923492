import type { ErrorInfo, Who } from '../core/errors.ts';
import type { MessageKey } from '../locales/keys.ts';
import type { ErrorAction } from './entra-errors.ts';
import { entraError } from './entra-errors.ts';
import type { Message } from './words.ts';

export interface ErrorWords {
  readonly sentence: Message;
  readonly action: ErrorAction;
}

/** Codes of our own that have a sentence of their own. */
const NAMED: Readonly<Record<string, readonly [key: MessageKey, action: ErrorAction]>> = {
  offline: ['error_offline', 'wait'],
  'sign-in-needed': ['error_sign_in_needed', 'sign-in'],
  'sign-in-cancelled': ['error_sign_in_cancelled', 'sign-in'],
  'sign-in-window': ['error_sign_in_window', 'sign-in'],
  'consent-needed': ['aadsts_consent_missing', 'grant'],
  'consent-refused': ['error_consent_refused', 'grant'],
  'no-client-id': ['error_no_client_id', 'options'],
  'policy-unreadable': ['error_policy_unreadable', 'ask-admin'],
  'policy-unanswered': ['policy_unanswered', 'wait'],
  'no-mailbox': ['error_no_mailbox', 'choose-account'],
  'no-answer': ['error_no_answer', 'none'],
  timeout: ['error_offline', 'wait'],
  'not-json': ['error_garbled', 'wait'],
  'bad-shape': ['error_garbled', 'wait'],
  'server-error': ['aadsts_passing', 'wait'],
  'unauthorized-client': ['aadsts_misconfigured', 'ask-admin'],
  'invalid-client': ['aadsts_misconfigured', 'ask-admin'],
  'token-refused': ['error_sign_in_needed', 'sign-in'],
  'signed-out': ['error_sign_in_needed', 'sign-in'],
  'db-quota': ['error_quota', 'none'],
  refused: ['error_refused', 'none'],
  library: ['error_library', 'none'],
  'page-not-portal': ['error_page_not_portal', 'none'],
  'page-too-old': ['error_page_too_old', 'none'],
  'page-closed': ['error_page_closed', 'none'],
};

/** Codes of the database adapter: none of them is Microsoft's doing. */
const DATABASE = ['error_database', 'none'] as const;

const BY_WHO: Readonly<Record<Who, readonly [key: MessageKey, action: ErrorAction]>> = {
  wait: ['error_wait', 'wait'],
  person: ['error_person', 'sign-in'],
  resync: ['error_resync', 'wait'],
  blocked: ['error_blocked', 'ask-admin'],
  cancelled: ['error_sign_in_cancelled', 'none'],
  bug: ['error_bug', 'none'],
};

/** One sentence and one action for any error; a code nobody has met gets the sentence of whoever must act. */
export function errorWords(error: ErrorInfo): ErrorWords {
  const row = entraError(error.code);
  if (row) return { sentence: { key: row.key }, action: row.action };
  const named = Object.hasOwn(NAMED, error.code) ? NAMED[error.code] : undefined;
  const [key, action] = named ?? (error.code.startsWith('db-') ? DATABASE : BY_WHO[error.who]);
  return { sentence: { key }, action };
}
