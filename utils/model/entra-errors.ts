import type { Who } from '../core/errors.ts';
import type { MessageKey } from '../locales/keys.ts';

/** The one thing to offer beside an error. `none`: nothing a person can press would help. */
export type ErrorAction = 'sign-in' | 'choose-account' | 'grant' | 'ask-admin' | 'options' | 'wait' | 'none';

export interface EntraError {
  readonly who: Who;
  readonly action: ErrorAction;
  /** One sentence of the `errors` catalogue. */
  readonly key: MessageKey;
  /** The numbers behind `AADSTS`. */
  readonly numbers: readonly number[];
}

/**
 * What Entra's error numbers ask of whom. Microsoft wants clients to act on the OAuth `error` and to use the numbers
 * for diagnosis: so the numbers choose words and the person to act, never the protocol.
 * Source: learn.microsoft.com/entra/identity-platform/reference-error-codes, read 2026-11-23.
 */
export const ENTRA_ERRORS: readonly EntraError[] = [
  { who: 'person', action: 'sign-in', key: 'aadsts_sign_in', numbers: [50058, 16003, 160021, 70008, 70000] },
  { who: 'person', action: 'sign-in', key: 'aadsts_sessions_ended', numbers: [50173, 50132, 50133] },
  { who: 'person', action: 'sign-in', key: 'aadsts_expired', numbers: [700082, 700084] },
  { who: 'person', action: 'sign-in', key: 'aadsts_frequency', numbers: [70043, 70044] },
  { who: 'person', action: 'sign-in', key: 'aadsts_password_expired', numbers: [50055] },
  { who: 'blocked', action: 'ask-admin', key: 'aadsts_account_off', numbers: [50057] },
  { who: 'person', action: 'choose-account', key: 'aadsts_wrong_account', numbers: [50034, 50020, 90072] },
  { who: 'person', action: 'choose-account', key: 'aadsts_pick_account', numbers: [16000] },
  {
    who: 'person',
    action: 'sign-in',
    key: 'aadsts_second_step',
    numbers: [50076, 50079, 50072, 50074, 50078, 50158],
  },
  { who: 'blocked', action: 'ask-admin', key: 'aadsts_conditional_access', numbers: [53003] },
  {
    who: 'blocked',
    action: 'ask-admin',
    key: 'aadsts_device',
    numbers: [53000, 53001, 53002, 530032, 530035],
  },
  { who: 'blocked', action: 'ask-admin', key: 'aadsts_delegated_admin', numbers: [530034] },
  { who: 'person', action: 'grant', key: 'aadsts_consent_missing', numbers: [65001] },
  { who: 'person', action: 'grant', key: 'aadsts_consent_refused', numbers: [65004] },
  { who: 'blocked', action: 'ask-admin', key: 'aadsts_admin_approval', numbers: [90094, 90093] },
  { who: 'blocked', action: 'none', key: 'aadsts_approval_requested', numbers: [90095] },
  { who: 'blocked', action: 'ask-admin', key: 'aadsts_not_assigned', numbers: [50105] },
  { who: 'blocked', action: 'ask-admin', key: 'aadsts_app_not_in_tenant', numbers: [700016] },
  { who: 'blocked', action: 'ask-admin', key: 'aadsts_app_off', numbers: [70001, 7000112] },
  { who: 'blocked', action: 'ask-admin', key: 'aadsts_resource_missing', numbers: [500011] },
  { who: 'blocked', action: 'ask-admin', key: 'aadsts_misconfigured', numbers: [650052, 650056, 650057] },
  { who: 'blocked', action: 'options', key: 'aadsts_redirect_unknown', numbers: [50011] },
  { who: 'blocked', action: 'options', key: 'aadsts_redirect_type', numbers: [9002326, 9002327, 7000218] },
  { who: 'blocked', action: 'options', key: 'aadsts_tenant_unknown', numbers: [50194, 90002, 900023] },
  { who: 'blocked', action: 'options', key: 'aadsts_wrong_cloud', numbers: [90038] },
  { who: 'wait', action: 'wait', key: 'aadsts_too_often', numbers: [50196] },
  {
    who: 'blocked',
    action: 'ask-admin',
    key: 'aadsts_tenant_restricted',
    numbers: [500021, 500022, 500212, 500213],
  },
  { who: 'wait', action: 'sign-in', key: 'aadsts_retry', numbers: [54005, 501481] },
  { who: 'wait', action: 'wait', key: 'aadsts_passing', numbers: [90024, 90033, 90006, 90055] },
];

/** The row of a code such as `AADSTS90094`; undefined for codes of others and for numbers nobody has met yet. */
export function entraError(code: string): EntraError | undefined {
  const number = Number(/^AADSTS(\d+)$/.exec(code)?.[1] ?? Number.NaN);
  return ENTRA_ERRORS.find((row) => row.numbers.includes(number));
}
