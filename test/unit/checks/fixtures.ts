import type { PortalFact } from '../../../utils/model/facts.ts';
import type { SettingId } from '../../../utils/model/settings.ts';

export const NOW = Date.UTC(2026, 10, 23, 12);
export const HOUR = 3_600_000;

type Values = { readonly [Id in SettingId]?: unknown };

/** Settings of one level, unlocked unless said otherwise. */
export function settingsOf(values: Values, lock: PortalFact['settings'][SettingId] | string = 'unlocked') {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, lock }]),
  ) as PortalFact['settings'];
}
