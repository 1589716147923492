import { ageOf } from '../core/age.ts';
import { isStale } from '../model/facts.ts';
import type { Finding, Words } from '../model/findings.ts';
import type { SettingId } from '../model/settings.ts';
import type { CheckInput } from './engine.ts';
import { SOURCES } from './sources.ts';
import { valueParam } from './value-words.ts';

/** Written for zoom.us; a surface on another host of the portal swaps the host. */
const ACCOUNT_SETTINGS = 'https://zoom.us/account/setting?tab=zoomMailCalendar';

function words(id: SettingId, { level, facts, now }: CheckInput): Words {
  // A group and the account both stand above a person, and the page does not say which of them locked it.
  if (level === 'user') return { title: { key: 'check_decided_above_admin' } };
  const step = { verb: { key: 'check_decided_above_step' }, href: ACCOUNT_SETTINGS } as const;
  const above = facts['portal/account'];
  const reading = above?.value.settings[id];
  const value = typeof reading?.value === 'string' ? valueParam(reading.value) : undefined;
  if (!above || isStale(above, now) || reading?.lock !== 'locked' || value === undefined)
    return { title: { key: 'check_decided_above_account' }, step };
  const age = ageOf(above.observedAt, now);
  return { title: { key: 'check_decided_above_account_seen', params: { value, age } }, step };
}

/** One padlock freezes the integration and everything under it (KB0069503): one line for all of them is enough. */
const UNDER_INTEGRATION: readonly SettingId[] = [
  'default-service',
  'authorize-with',
  'permissions',
  'setup-method',
];

/** One finding for every padlock a higher level has closed: where it is decided, and what was last seen there. */
export function decidedAbove(input: CheckInput): Finding[] {
  const isLocked = (id: SettingId) => input.settings[id]?.lock === 'locked-above';
  const covered = isLocked('third-party-integration') ? UNDER_INTEGRATION : [];
  const ids = Object.keys(input.settings) as SettingId[];
  return ids
    .filter((id) => isLocked(id) && !covered.includes(id))
    .map((id) => ({
      check: `decided-above-${id}`,
      setting: id,
      level: input.level,
      outcome: { kind: 'not-applicable', reason: 'decided-above', words: words(id, input) },
      sources: [SOURCES.integration],
      observedAt: input.settingsSeenAt ?? input.now,
    }));
}
