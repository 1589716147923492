import type { LockableId, PortalScenario } from './scenario.ts';

/** What one request may bend by its address, beyond the scenario's own fields. */
export interface Bent {
  readonly scenario: PortalScenario;
  /** Locks to show on the page's own level and on the level above, whatever the state says. */
  readonly locked: readonly LockableId[];
  readonly lockedAbove: readonly LockableId[];
  /** `?signedIn=0`: this request comes from nobody. */
  readonly signedOut: boolean;
  /** The bending parameters again, to be carried to links and to later requests of the same page. */
  readonly query: string;
}

const FAMILIES = ['new', 'old'] as const;
const GENERATIONS = ['1', '2', '3'] as const;
const LANGUAGES = ['en', 'fr', 'mixed-ja'] as const;
const PROFILES = ['not-connected', 'connected', 'needs-attention'] as const;
const CONSENTS = ['ok', 'needs-admin-approval'] as const;
const RE_RENDERS = ['none', 'replace-rows', 'replace-app', 'churn', 'strip-foreign'] as const;
const NESTINGS = ['rows', 'nested'] as const;
const FLAGS = {
  lazy: 'lazyRows',
  banner: 'banner',
  dark: 'darkPage',
  decoys: 'decoys',
  confirm: 'confirm',
  unfamiliar: 'unfamiliar',
  groupTab: 'groupHasTab',
} as const;
const NAMES = new Set<string>([
  'family',
  'generation',
  'lang',
  'profile',
  'consent',
  'rerender',
  'nesting',
  'latency',
  'locked',
  'lockedAbove',
  'signedIn',
  ...Object.keys(FLAGS),
]);

/**
 * The scenario as one address asks for it: `?family=old&generation=2&lang=fr&lazy=1&locked=two-way-sync`.
 * Unknown names and values are ignored: the real portal appends noise to every query (portal.md 4.2).
 */
export function bend(scenario: PortalScenario, search: URLSearchParams): Bent {
  const bent: PortalScenario = { ...scenario };
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | undefined =>
    values.find((value) => value === search.get(name));
  bent.family = one('family', FAMILIES) ?? bent.family;
  const generation = one('generation', GENERATIONS);
  if (generation) bent.generation = Number(generation) as 1 | 2 | 3;
  bent.language = one('lang', LANGUAGES) ?? bent.language;
  bent.profile = one('profile', PROFILES) ?? bent.profile;
  bent.consent = one('consent', CONSENTS) ?? bent.consent;
  bent.reRender = one('rerender', RE_RENDERS) ?? bent.reRender;
  bent.nesting = one('nesting', NESTINGS) ?? bent.nesting;
  for (const [name, field] of Object.entries(FLAGS)) {
    const flag = one(name, ['0', '1']);
    if (flag) bent[field] = flag === '1';
  }
  const latency = search.get('latency');
  if (latency !== null && /^\d{1,5}$/.test(latency)) bent.latency = Number(latency);
  const list = (name: string) => (search.get(name)?.split(',') ?? []) as LockableId[];
  const kept = new URLSearchParams([...search].filter(([name]) => NAMES.has(name)));
  return {
    scenario: bent,
    locked: list('locked'),
    lockedAbove: list('lockedAbove'),
    signedOut: search.get('signedIn') === '0',
    query: kept.toString(),
  };
}
