import { DAY } from '../core/clock.ts';
import type { Fact, FactBook } from '../model/facts.ts';
import { isStale } from '../model/facts.ts';
import { resultWords } from '../model/guide-words.ts';
import type { HealthFact, HealthInput } from '../model/health.ts';
import type { Message } from '../model/words.ts';
import { showsOtherMailbox } from './health-mailbox.ts';
import { CLOCK_SLACK, SIGN_IN_LIFE, UNFAMILIAR_LIMIT } from './health-limits.ts';

type Connection = NonNullable<FactBook['portal/profile']>['value']['connection'];

const SERVICE = {
  google: 'health_connected_google',
  exchange: 'health_connected_exchange',
  office365: 'health_connected_office',
} as const;

function connectionWords(connection: Connection): Message {
  if (connection === 'unknown') return { key: 'health_could_not_tell' };
  if (connection.status === 'not-connected') return { key: 'health_not_connected' };
  if (connection.status === 'needs-attention') return { key: 'health_needs_attention' };
  return { key: connection.service ? SERVICE[connection.service] : 'health_connected' };
}

function row(name: Message, fact: Fact<unknown>, value: Message, now: number): HealthFact {
  return { name, value, observedAt: fact.observedAt, stale: isStale(fact, now) };
}

function calendarRow({ facts, account, now }: HealthInput): HealthFact {
  const name: Message = { key: 'health_fact_calendar' };
  const fact = facts['calendar/contents'];
  if (fact) return row(name, fact, { key: 'health_read', params: { count: fact.value.events } }, now);
  return {
    name,
    value: { key: account ? 'health_not_read_yet' : 'health_not_asked' },
    observedAt: null,
    stale: false,
  };
}

function profileRow({ facts, now }: HealthInput): HealthFact {
  const name: Message = { key: 'health_fact_profile' };
  const fact = facts['portal/profile'];
  return fact
    ? row(name, fact, connectionWords(fact.value.connection), now)
    : { name, value: { key: 'health_not_seen_yet' }, observedAt: null, stale: false };
}

/** Without its year a moment reads as one of the last months: farther ones carry the year instead of the hour. */
const moment = (key: 'health_at' | 'health_changed_on', at: number, now: number): Message => ({
  key,
  params: { date: { at, style: key === 'health_at' && now - at < 180 * DAY ? 'date-time' : 'date' } },
});

/** Microsoft's two dates: one row while they say nothing against the link, two when one of them does. */
function sessionRows({ facts, now }: HealthInput): HealthFact[] {
  const fact = facts['microsoft/sessions'];
  if (!fact) return [];
  const { passwordChangedAt, sessionsValidFrom } = fact.value;
  if (passwordChangedAt === null && sessionsValidFrom === null)
    return [row({ key: 'health_fact_sessions' }, fact, { key: 'health_not_given' }, now)];
  // The dates of one mailbox say nothing of a connection to another.
  const since = showsOtherMailbox(facts) ? undefined : facts['portal/profile']?.value.connectedSince;
  const later = (at: number | null) => since === undefined || (at !== null && at > since + CLOCK_SLACK);
  if (!later(passwordChangedAt) && !later(sessionsValidFrom))
    return [row({ key: 'health_fact_sessions' }, fact, { key: 'health_unchanged' }, now)];
  const rows: HealthFact[] = [];
  if (sessionsValidFrom !== null)
    rows.push(row({ key: 'health_fact_valid_from' }, fact, moment('health_at', sessionsValidFrom, now), now));
  if (passwordChangedAt !== null) {
    const value: Message = later(passwordChangedAt)
      ? moment('health_changed_on', passwordChangedAt, now)
      : { key: 'health_unchanged' };
    rows.push(row({ key: 'health_fact_password' }, fact, value, now));
  }
  return rows;
}

/** The Mail & Calendar page seen last, of whatever level: how much of it was recognised. */
function pageRow({ facts, now }: HealthInput): HealthFact[] {
  const seen = (['portal/account', 'portal/group', 'portal/user'] as const)
    .flatMap((key) => facts[key] ?? [])
    .toSorted((a, b) => b.observedAt - a.observedAt)[0];
  if (!seen) return [];
  const { recognition, recognised, expected } = seen.value;
  const value: Message =
    recognition === 'recognised'
      ? { key: 'health_recognised', params: { recognised, expected } }
      : { key: 'health_not_recognised' };
  return [row({ key: 'health_fact_page' }, seen, value, now)];
}

function signInRow({ facts, account, now }: HealthInput): HealthFact[] {
  const fact = facts['microsoft/account'];
  if (!fact || !account || facts['calendar/contents']) return [];
  return [{ ...row({ key: 'health_fact_sign_in' }, fact, { key: 'health_name_only' }, now), stale: false }];
}

/** Until when the sign-in lasts by itself; before that it is renewed without a window, where Microsoft lets it. */
function lifeRow({ account, signedInAt, now }: HealthInput): HealthFact[] {
  if (!account || signedInAt === undefined) return [];
  const until = signedInAt + SIGN_IN_LIFE;
  const over = until <= now;
  return [
    {
      name: { key: 'health_fact_signed_in' },
      value: {
        key: over ? 'health_signed_in_over' : 'health_signed_in_until',
        params: { moment: { at: until, style: 'date-time' } },
      },
      observedAt: signedInAt,
      stale: over,
    },
  ];
}

/** How the guides ended that a person ran last. */
function guideRows({ facts, now }: HealthInput): HealthFact[] {
  const { 'guide/test': test, 'guide/setup': setup } = facts;
  return [
    ...(test ? [row({ key: 'guide_fact_test' }, test, resultWords(test.value), now)] : []),
    ...(setup ? [row({ key: 'guide_fact_setup' }, setup, resultWords(setup.value), now)] : []),
  ];
}

/** "What this rests on": every fact a verdict may use, each with its age, those past their limit marked. */
export function healthFacts(input: HealthInput): HealthFact[] {
  return [
    calendarRow(input),
    profileRow(input),
    ...sessionRows(input),
    ...signInRow(input),
    ...lifeRow(input),
    ...pageRow(input),
    ...guideRows(input),
  ];
}

/** Whether a portal page was seen that does not look like the one we know; `null` when none, else when, ms since the epoch. */
export function unfamiliarPageSeen(facts: FactBook, now: number): number | null {
  const seen = (['portal/account', 'portal/group', 'portal/user', 'portal/profile'] as const)
    .flatMap((key) => facts[key] ?? [])
    .map(({ value, observedAt }) => {
      const never = value.recognition === 'unrecognised' ? observedAt : 0;
      return value.unrecognisedAt ?? never;
    });
  const last = Math.max(0, ...seen);
  return last > 0 && now - last <= UNFAMILIAR_LIMIT ? last : null;
}
