import { runChecks } from '../../../utils/checks/index.ts';
import type { FactBook, PortalFact } from '../../../utils/model/facts.ts';
import type { Check, Finding, Need } from '../../../utils/model/findings.ts';
import type { PageRules } from '../../../utils/model/policy.ts';
import { BASELINE_PROFILES } from '../../../utils/model/policy.ts';
import type { SettingId } from '../../../utils/model/settings.ts';
import type { CheckScene } from './scenes.ts';
import { factsOf, momentOf } from './scenes.ts';

type Answer = Finding['outcome'];

const SWITCH = ['on', 'off'];
const PERMISSIONS = [
  [],
  ['calendar-read'],
  ['calendar-read', 'calendar-write'],
  ['calendar-read', 'calendar-write', 'contacts-read'],
];
const CONNECTION = [
  { status: 'not-connected' },
  { status: 'needs-attention' },
  { status: 'connected', service: 'office365' },
  { status: 'connected', service: 'google' },
];
/** What each setting can say; `unknown` is the engine's and the same for all. */
const VALUES: Readonly<Record<SettingId, readonly unknown[]>> = {
  'third-party-integration': SWITCH,
  'default-service': ['none', 'google', 'exchange', 'office365'],
  'authorize-with': ['graph', 'ews'],
  'setup-method': ['oauth', 'application-permissions'],
  permissions: PERMISSIONS,
  'account-wide-consent': SWITCH,
  'enforce-oauth': SWITCH,
  'sso-prompt': ['off', 'first-sign-in', 'every-sign-in'],
  'domain-restriction': SWITCH,
  'two-way-sync': SWITCH,
  'reconnect-reminders': SWITCH,
  'profile-connection': CONNECTION,
};

type Values = { readonly [Id in SettingId]?: unknown };
const settingOf = (need: Need): SettingId[] =>
  need.startsWith('setting/') ? [need.slice('setting/'.length) as SettingId] : [];

/** Every mixture of what the needed settings can say; the wanted ones also left out. */
function mixtures({ needs, wants = [] }: Check): Values[] {
  const axes = [
    ...needs.flatMap(settingOf).map((id) => [id, VALUES[id]] as const),
    ...wants.flatMap(settingOf).map((id) => [id, [undefined, ...VALUES[id]]] as const),
  ];
  return axes.reduce<Values[]>(
    (rows, [id, values]) =>
      rows.flatMap((row) => values.map((value) => (value === undefined ? row : { ...row, [id]: value }))),
    [{}],
  );
}

/** Every choice of rule books, and an organisation's own word, for the checks that ask for them. */
function rulesFor({ needs, setting }: Check): PageRules[] {
  if (!needs.includes('rules/baselines') || setting === undefined) return [{}];
  const [expected] = VALUES[setting];
  const own = { [setting]: { expected, reason: '…', contact: '…' } } as PageRules['ownBaseline'];
  return [
    {},
    ...BASELINE_PROFILES.map((one) => ({ baselines: [one] })),
    { baselines: BASELINE_PROFILES },
    own ? { ownBaseline: own } : {},
  ];
}

/**
 * Everything a check can answer, each answer once: over every value its settings can have, at every level it speaks for, with
 * nothing beside them and with the facts and moments of its scenes.
 */
export function outcomesOf(check: Check, scenes: readonly CheckScene[]): Answer[] {
  const found = new Map<string, Answer>();
  const now = momentOf({ level: 'account', outcome: 'pass' });
  const beside: { facts: FactBook; now: number; rules: PageRules }[] = [
    ...rulesFor(check).map((rules) => ({ facts: {}, now, rules })),
    ...scenes.map((scene) => ({ facts: factsOf(scene), now: momentOf(scene), rules: scene.rules ?? {} })),
  ];
  for (const level of check.levels)
    for (const values of mixtures(check))
      for (const { facts, now, rules } of beside) {
        const settings = Object.fromEntries(
          Object.entries(values).map(([id, value]) => [id, { value, lock: 'unlocked' }]),
        ) as PortalFact['settings'];
        const [finding] = runChecks([check], { settings, facts, now, level, rules });
        if (finding) found.set(JSON.stringify(finding.outcome), finding.outcome);
      }
  return [...found.values()];
}
