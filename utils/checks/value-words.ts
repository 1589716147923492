import { PERMISSIONS } from '../model/setting-words.ts';
import type { Permission } from '../model/settings.ts';
import type { Param } from '../model/words.ts';

/** How a value is written inside a sentence; names of options are the portal's own and stay. */
const VALUE_WORDS: Readonly<Record<string, Param>> = {
  on: { key: 'check_decided_above_on' },
  off: { key: 'check_decided_above_off' },
  none: { key: 'check_decided_above_none' },
  'first-sign-in': { key: 'check_decided_above_first' },
  'every-sign-in': { key: 'check_decided_above_every' },
  google: 'Google',
  exchange: 'Exchange',
  office365: 'Office 365',
  graph: 'Graph API',
  ews: 'EWS',
  oauth: 'OAuth',
  'application-permissions': 'Application Permissions',
};

/** A value inside a sentence; `undefined` for one nobody has words for. */
export function valueParam(value: unknown): Param | undefined {
  if (typeof value === 'string') return VALUE_WORDS[value];
  if (!Array.isArray(value)) return undefined;
  if (value.length === 0) return { key: 'baseline_no_permissions' };
  return value.map((one: unknown) => PERMISSIONS[one as Permission] ?? String(one)).join(', ');
}
