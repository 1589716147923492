import type { ErrorInfo } from '../core/errors.ts';
import type { ErrorAction } from '../model/entra-errors.ts';
import { errorWords } from '../model/error-words.ts';
import { isStale } from '../model/facts.ts';
import type { HealthAction, HealthInput } from '../model/health.ts';
import type { Message } from '../model/words.ts';

/** Somebody must act before we can go on: who, why, and the one step. */
export interface PersonNeeded {
  readonly title: Message;
  readonly text: readonly Message[];
  readonly action: HealthAction | null;
  readonly second: HealthAction | null;
  readonly code: string | null;
  /** ms since the epoch; when it was found out */
  readonly since: number | null;
}

const SIGN_IN: HealthAction = { id: 'sign-in', label: { key: 'health_do_sign_in' } };
const GRANT: HealthAction = { id: 'grant-calendar', label: { key: 'health_do_grant' } };
const COPY: HealthAction = { id: 'copy-admin-message', label: { key: 'health_do_copy_admin' } };
const OPTIONS: HealthAction = { id: 'open-options', label: { key: 'health_do_options' } };
const ASK_AGAIN: HealthAction = { id: 'grant-calendar', label: { key: 'health_do_ask_again' } };
const SIGN_IN_AGAIN: HealthAction = { id: 'sign-in', label: { key: 'health_do_ask_again' } };
const ANOTHER: HealthAction = { id: 'choose-account', label: { key: 'health_do_another_account' } };

const BY_ACTION: Readonly<Record<ErrorAction, Pick<PersonNeeded, 'title' | 'action' | 'second'>>> = {
  'sign-in': { title: { key: 'health_sign_in_again' }, action: SIGN_IN, second: null },
  'choose-account': { title: { key: 'health_wrong_account' }, action: ANOTHER, second: null },
  grant: { title: { key: 'health_allow_calendar' }, action: GRANT, second: null },
  'ask-admin': { title: { key: 'health_refused' }, action: COPY, second: null },
  options: { title: { key: 'health_registration' }, action: OPTIONS, second: null },
  wait: { title: { key: 'health_sign_in_again' }, action: SIGN_IN, second: null },
  none: { title: { key: 'health_with_admin' }, action: null, second: ASK_AGAIN },
};

/** Entra's numbers for "an admin must approve" and for rules of access (microsoft.md C.5). */
const APPROVAL = /^AADSTS9009[34]$/;
const ACCESS_RULES = /^AADSTS(?:5300\d|53003[25])$/;

/** The first step asks for a name only: what it was refused is not the calendar. */
function atSignIn(error: ErrorInfo, need: PersonNeeded): PersonNeeded {
  if (need.action?.id === 'grant-calendar')
    return { ...need, title: { key: 'health_sign_in_first' }, action: SIGN_IN };
  const second = need.second && SIGN_IN_AGAIN;
  return APPROVAL.test(error.code)
    ? { ...need, title: { key: 'health_admin_must_approve_sign_in' }, second: SIGN_IN_AGAIN }
    : { ...need, second };
}

function byError(error: ErrorInfo, since: number | null, step?: 'sign-in'): PersonNeeded {
  const { sentence, action } = errorWords(error);
  const base = BY_ACTION[action];
  const about = { ...base, text: [sentence], code: error.raw ?? error.code, since };
  if (ACCESS_RULES.test(error.code))
    return { ...about, title: { key: 'health_rules_refused' }, text: [{ key: 'health_rules_refused_why' }] };
  if (error.code === 'no-mailbox') return { ...about, title: { key: 'health_no_mailbox' } };
  if (error.code === 'no-client-id') return { ...about, title: { key: 'health_no_client' }, code: null };
  if (step === 'sign-in') return atSignIn(error, about);
  if (APPROVAL.test(error.code))
    return {
      ...about,
      title: { key: 'health_admin_must_approve' },
      text: [{ key: 'health_admin_must_approve_why' }],
      second: ASK_AGAIN,
    };
  if (action === 'grant') return { ...about, text: [{ key: 'health_allow_calendar_why' }], code: null };
  return about;
}

function mustAct(error: ErrorInfo | undefined): error is ErrorInfo {
  return error !== undefined && (error.who === 'person' || error.who === 'blocked');
}

/** What a person has to do before anything else makes sense; `null` when nobody has to. */
export function personNeeded({ facts, sync, account, configured, now }: HealthInput): PersonNeeded | null {
  if (!configured && account) return byError({ code: 'no-client-id', who: 'person' }, null);
  const trouble = facts['microsoft/trouble'];
  if (trouble && !isStale(trouble, now) && mustAct(trouble.value.error)) {
    const { error, step } = trouble.value;
    return byError(error, trouble.observedAt, step === 'sign-in' ? step : undefined);
  }
  if (!account) return null;
  if (sync?.state === 'needsPerson' && mustAct(sync.error))
    return byError(sync.error, sync.attemptedAt ?? null);
  if (sync?.state === 'needsPerson')
    return byError({ code: 'sign-in-needed', who: 'person' }, sync.attemptedAt ?? null);
  if (sync?.state === 'suspectShrink')
    return {
      title: { key: 'health_shrink' },
      text: [
        sync.shrink
          ? { key: 'health_shrink_counted', params: { gone: sync.shrink.gone, before: sync.shrink.before } }
          : { key: 'health_shrink_why' },
      ],
      action: { id: 'confirm-shrink', label: { key: 'health_do_confirm_shrink' } },
      second: null,
      code: null,
      since: sync.attemptedAt ?? null,
    };
  // Signed in by name only: the calendar is a second step, with its own question (DESIGN 3.3).
  if (!sync || sync.state === 'signedOut') return byError({ code: 'consent-needed', who: 'person' }, null);
  return null;
}
