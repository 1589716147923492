import type { Lock, Permission, ProfileConnection } from './settings.ts';
import type { Message } from './words.ts';

const VALUES: Readonly<Record<string, Message>> = {
  on: { key: 'value_on' },
  off: { key: 'value_off' },
  none: { key: 'value_none' },
  google: { key: 'value_google' },
  exchange: { key: 'value_exchange' },
  office365: { key: 'value_office' },
  graph: { key: 'value_graph' },
  ews: { key: 'value_ews' },
  oauth: { key: 'value_oauth' },
  'application-permissions': { key: 'value_application' },
  'first-sign-in': { key: 'value_first' },
  'every-sign-in': { key: 'value_every' },
  connected: { key: 'value_connected' },
  'not-connected': { key: 'value_not_connected' },
  'needs-attention': { key: 'value_attention' },
};

/** Microsoft's spelling, which is not translated. */
export const PERMISSIONS: Readonly<Record<Permission, string>> = {
  'calendar-read': 'Calendars.Read',
  'calendar-write': 'Calendars.ReadWrite',
  'contacts-read': 'Contacts.Read',
  'contacts-write': 'Contacts.ReadWrite',
};

/** A value as seen on the portal: a message, or Microsoft's names of permissions; `null` when it could not be read. */
export function valueWords(
  value: string | readonly Permission[] | ProfileConnection,
): Message | string[] | null {
  if (typeof value === 'string') return VALUES[value] ?? null;
  if ('status' in value) return VALUES[value.status] ?? null;
  return value.length === 0
    ? { key: 'value_no_permissions' }
    : value.map((permission) => PERMISSIONS[permission]);
}

/** What a padlock says; `null` when it is open, or could not be read. */
export function lockWords(lock: Lock): Message | null {
  if (lock === 'locked') return { key: 'workbench_locked' };
  return lock === 'locked-above' ? { key: 'workbench_locked_above' } : null;
}
