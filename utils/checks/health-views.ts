import { ageOf } from '../core/age.ts';
import { DAY, MINUTE } from '../core/clock.ts';
import { isStale } from '../model/facts.ts';
import { errorWords } from '../model/error-words.ts';
import type { HealthAction, HealthInput, Verdict } from '../model/health.ts';
import type { Message } from '../model/words.ts';
import { showsOtherMailbox } from './health-mailbox.ts';

const CHECK_NOW: HealthAction = { id: 'sync-now', label: { key: 'health_do_check' } };
const OPEN_PROFILE: HealthAction = { id: 'open-profile', label: { key: 'health_do_profile' } };
const QUIET = { action: null, second: null, certainty: null, code: null, steps: [] } as const;

const offlineNow = (online: boolean): Message[] => (online ? [] : [{ key: 'health_offline_now' }]);

const nextCheck = ({ nextCheckAt, now, online }: HealthInput): Message[] =>
  online && nextCheckAt !== undefined && nextCheckAt > now
    ? [{ key: 'health_next_check', params: { time: { at: nextCheckAt, style: 'time' } } }]
    : [];

/** What Zoom's side adds to an answer of Outlook's. */
function zoomSide({ facts, now }: HealthInput): 'connected' | 'old' | 'was-off' | 'unknown' {
  const fact = facts['portal/profile'];
  if (!fact || fact.value.connection === 'unknown') return 'unknown';
  if (fact.value.connection.status !== 'connected') return 'was-off';
  return isStale(fact, now) ? 'old' : 'connected';
}

export function healthyView(input: HealthInput, answeredAt: number): Verdict {
  const zoom = zoomSide(input);
  const meta: Message[] = [
    { key: 'health_checked', params: { age: ageOf(answeredAt, input.now) } },
    ...offlineNow(input.online),
    ...nextCheck(input),
  ];
  const base = { ...QUIET, state: 'healthy', tone: 'good', shape: 'good', meta } as const;
  if (zoom === 'connected')
    return {
      ...base,
      title: { key: 'health_healthy' },
      text: [{ key: 'health_healthy_why' }],
    };
  if (zoom === 'was-off')
    return {
      ...base,
      state: 'stale',
      tone: 'none',
      shape: 'stale',
      title: { key: 'health_was_off' },
      text: [{ key: 'health_was_off_why' }],
      action: OPEN_PROFILE,
    };
  return {
    ...base,
    title: { key: 'health_outlook_answers' },
    text: [{ key: zoom === 'old' ? 'health_zoom_side_old' : 'health_zoom_side_unseen' }],
    action: OPEN_PROFILE,
  };
}

/** A run is under way; what was known stays below. */
export function workingView({ sync, now }: HealthInput, answeredAt: number | null): Verdict {
  const first = answeredAt === null;
  const soFar = sync?.round?.events;
  return {
    ...QUIET,
    state: 'working',
    tone: 'busy',
    shape: 'work',
    title: { key: first ? 'health_first_read' : 'health_working' },
    text: [{ key: first ? 'health_first_read_why' : 'health_working_why' }],
    meta: [
      ...(answeredAt === null
        ? []
        : [{ key: 'health_last_answer', params: { age: ageOf(answeredAt, now) } } as const]),
      ...(first && soFar ? [{ key: 'health_so_far', params: { count: soFar } } as const] : []),
    ],
  };
}

/** Nobody has to act: the server named a moment, or the network is away. */
export function waitingView({ sync, now }: HealthInput): Verdict {
  const until = sync?.notBefore ?? now;
  const why: Message = sync?.error ? errorWords(sync.error).sentence : { key: 'error_wait' };
  const far = until - now > DAY;
  return {
    ...QUIET,
    state: 'waiting',
    tone: 'busy',
    shape: 'wait',
    title: {
      key: 'health_waiting',
      params: { time: { at: until, style: far ? 'date-time' : 'time' } },
    },
    text: [why],
    meta: [
      { key: 'health_nothing_to_do' },
      { key: 'health_left', params: { count: Math.max(1, Math.ceil((until - now) / MINUTE)) } },
      ...(sync?.completedAt === undefined
        ? []
        : [{ key: 'health_last_answer', params: { age: ageOf(sync.completedAt, now) } } as const]),
    ],
  };
}

/** What was known when Outlook answered last, with its age. */
function lastVerdict(input: HealthInput, answeredAt: number): Message {
  const { facts, now } = input;
  const params = { age: ageOf(answeredAt, now) };
  if (showsOtherMailbox(facts)) return { key: 'health_last_known', params };
  const zoom = zoomSide({ ...input, now: answeredAt });
  if (zoom === 'was-off') return { key: 'health_was_off' };
  return { key: zoom === 'connected' ? 'health_was_healthy' : 'health_outlook_answered', params };
}

/** The last answer is past a limit, or the last try failed: what was known then, in grey. */
export function staleView(input: HealthInput, answeredAt: number, limit: number): Verdict {
  const { sync, online } = input;
  const hours = { hours: Math.round(limit / (60 * MINUTE)) };
  // Without a network every try fails, and none of it tells anything.
  const failed = online && sync?.state === 'failed' && sync.error ? sync.error : null;
  return {
    ...QUIET,
    state: 'stale',
    tone: 'none',
    shape: 'stale',
    title: lastVerdict(input, answeredAt),
    text: [
      { key: 'health_answered_then', params: { moment: { at: answeredAt, style: 'weekday-time' } } },
      failed ? errorWords(failed).sentence : { key: online ? 'health_not_reached' : 'health_offline' },
    ],
    action: online ? CHECK_NOW : null,
    meta: [{ key: limit >= DAY ? 'health_answer_limit' : 'health_green_limit', params: hours }],
    code: failed?.raw ?? failed?.code ?? null,
  };
}

/** Signed in and allowed, and still nothing read. */
export function unreadView({ sync, online }: HealthInput): Verdict {
  const error = sync?.error;
  return {
    ...QUIET,
    state: 'stale',
    tone: 'none',
    shape: 'unknown',
    title: { key: 'health_unread' },
    text: [error ? errorWords(error).sentence : { key: online ? 'health_unread_why' : 'health_offline' }],
    action: CHECK_NOW,
    meta: [],
    code: error?.raw ?? error?.code ?? null,
  };
}

/** Nobody is signed in: a first run, or the portal's side alone. */
export function halfKnownView({ facts, configured, now }: HealthInput, seenPortal: boolean): Verdict {
  const action: HealthAction = configured
    ? { id: 'sign-in', label: { key: 'health_do_sign_in_microsoft' } }
    : { id: 'open-options', label: { key: 'health_do_set_up' } };
  if (!seenPortal)
    return {
      ...QUIET,
      state: 'first-run',
      tone: 'none',
      shape: 'unknown',
      title: { key: 'health_first_run' },
      text: [{ key: 'health_first_run_why' }],
      action,
      second: OPEN_PROFILE,
      meta: [],
    };
  const profile = facts['portal/profile'];
  const known = profile && !isStale(profile, now) && profile.value.connection !== 'unknown';
  return {
    ...QUIET,
    state: 'half-known',
    tone: 'none',
    shape: 'unknown',
    title: { key: known ? 'health_half_connected' : 'health_half' },
    text: [{ key: known ? 'health_half_connected_why' : 'health_half_why' }],
    action,
    second: known ? null : OPEN_PROFILE,
    meta: profile ? [{ key: 'health_profile_seen', params: { age: ageOf(profile.observedAt, now) } }] : [],
  };
}
