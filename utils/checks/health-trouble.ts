import { ageOf } from '../core/age.ts';
import type { Forecast } from '../model/facts.ts';
import type { HealthAction, HealthInput, Verdict } from '../model/health.ts';
import type { Message } from '../model/words.ts';
import { EWS_ENDS } from './ews-dates.ts';
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

const DATED = {
  revoked: 'health_revoked_why',
  password: 'health_password_why',
  refused: 'health_token_refused_why',
  ews: 'health_ews_why',
} as const;

/** A forecast in words: never more than its certainty. */
function dated({ kind, at, certainty }: Extract<Forecast, { readonly certainty: unknown }>) {
  const why: Message = { key: DATED[kind], params: day(at) };
  // Of EWS the plan is known, not what became of this tenant (microsoft.md F).
  if (kind === 'ews')
    return {
      title: { key: 'health_ews_title' } as const,
      why: { ...why, params: { ...day(at), end: { at: EWS_ENDS, style: 'date' } } } satisfies Message,
    };
  const title: Message = { key: certainty === 'likely' ? 'health_probably_lost' : 'health_may_have_lost' };
  return { title, why };
}

/** What Zoom's page shows, or a forecast, in a title and a sentence. */
export function lossWords(loss: Forecast): { readonly title: Message; readonly why: Message } {
  if ('certainty' in loss) return dated(loss);
  const { title, text } = SEEN_ON_ZOOM[loss.kind];
  return { title, why: text[0] };
}

/** A loss in words: red only when Zoom's own page shows it, amber for every forecast. */
export function lossView(loss: Forecast, { facts, sync, now }: HealthInput): Verdict {
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
  const { title, why } = dated(loss);
  return {
    ...common,
    tone: 'ask',
    shape: 'warn',
    title,
    text: [why],
    // Where two tables of what revokes what disagree, both can be read.
    second:
      loss.kind === 'password' || loss.kind === 'refused'
        ? { id: 'open-table', label: { key: 'health_do_sources' } }
        : null,
    certainty: loss.certainty,
    meta: checked,
    steps: [],
  };
}

/** Somebody must act, in words; what was read before stays, with its age. */
export function personView(
  need: PersonNeeded,
  { sync, now }: HealthInput,
  loss: Forecast | null = null,
): Verdict {
  return {
    state: 'needs-you',
    tone: 'ask',
    shape: 'person',
    title: need.title,
    text: loss ? [...need.text, { key: 'health_may_have_lost_too' }] : need.text,
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
