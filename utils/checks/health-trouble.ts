import { ageOf } from '../core/age.ts';
import type { HealthAction, HealthInput, Verdict } from '../model/health.ts';
import type { Message } from '../model/words.ts';
import type { Loss } from './health-forecast.ts';
import type { PersonNeeded } from './health-person.ts';

const OPEN_PROFILE: HealthAction = { id: 'open-profile', label: { key: 'health_do_profile' } };
/** How to connect again, as the profile page words it (portal.md 3.7). */
const RECONNECT: readonly Message[] = [
  { key: 'health_step_configure' },
  { key: 'health_step_choose' },
  { key: 'health_step_accept' },
];

const SEEN_ON_ZOOM = {
  'not-connected': {
    title: { key: 'health_disconnected' },
    text: [{ key: 'health_disconnected_why' }],
  },
  'needs-attention': {
    title: { key: 'health_attention' },
    text: [{ key: 'health_attention_why' }],
  },
  'other-service': {
    title: { key: 'health_other_service' },
    text: [{ key: 'health_other_service_why' }],
  },
} as const satisfies Record<string, { title: Message; text: readonly Message[] }>;

const day = (at: number) => ({ date: { at, style: 'date' as const } });

/** A loss in words: red only when Zoom's own page shows it, amber for every forecast. */
export function lossView(loss: Loss, { facts, sync, now }: HealthInput): Verdict {
  const common = { state: 'problem', action: OPEN_PROFILE, code: null } as const;
  if (!('certainty' in loss)) {
    const broken = loss.kind !== 'other-service';
    return {
      ...common,
      tone: broken ? 'bad' : 'ask',
      shape: broken ? 'bad' : 'warn',
      title: SEEN_ON_ZOOM[loss.kind].title,
      text: SEEN_ON_ZOOM[loss.kind].text,
      second: null,
      certainty: 'confirmed',
      meta: [{ key: 'health_seen_on_zoom', params: { age: ageOf(loss.seenAt, now) } }],
      steps: loss.kind === 'not-connected' ? RECONNECT : [],
    };
  }
  const asked = facts['microsoft/sessions']?.observedAt ?? sync?.completedAt;
  const checked: Message[] =
    asked === undefined ? [] : [{ key: 'health_checked', params: { age: ageOf(asked, now) } }];
  const revoked = loss.kind === 'revoked';
  return {
    ...common,
    tone: 'ask',
    shape: 'warn',
    title: { key: revoked ? 'health_probably_lost' : 'health_may_have_lost' },
    text: [{ key: revoked ? 'health_revoked_why' : 'health_password_why', params: day(loss.at) }],
    second: revoked ? null : { id: 'open-table', label: { key: 'health_do_sources' } },
    certainty: loss.certainty,
    meta: checked,
    steps: [],
  };
}

/** Somebody must act, in words; what was read before stays, with its age. */
export function personView(need: PersonNeeded, { sync, now }: HealthInput): Verdict {
  return {
    state: 'needs-you',
    tone: 'ask',
    shape: 'person',
    title: need.title,
    text: need.text,
    action: need.action,
    second: need.second,
    certainty: null,
    meta: [
      ...(need.since === null
        ? []
        : [{ key: 'health_since', params: { age: ageOf(need.since, now) } } as const]),
      ...(sync?.completedAt === undefined
        ? []
        : [{ key: 'health_last_answer', params: { age: ageOf(sync.completedAt, now) } } as const]),
    ],
    code: need.code,
    steps: [],
  };
}
