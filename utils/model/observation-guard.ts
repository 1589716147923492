import type { PortalObservation } from './messages.ts';
import type { Level, Lock, PageId, Permission, Recognition, SettingId, SettingReading } from './settings.ts';

const PAGES: readonly PageId[] = [
  'account-settings',
  'group-settings',
  'user-settings',
  'profile',
  'meetings',
];
const LEVELS: readonly Level[] = ['account', 'group', 'user', 'profile'];
const LOCKS: readonly Lock[] = ['locked', 'unlocked', 'locked-above', 'unknown'];
const RECOGNITIONS: readonly Recognition[] = ['recognised', 'unrecognised', 'loading', 'signed-out'];
const PERMISSIONS: readonly Permission[] = [
  'calendar-read',
  'calendar-write',
  'contacts-read',
  'contacts-write',
];
const SERVICES = ['google', 'exchange', 'office365'];
const SWITCH = oneOf(['on', 'off', 'unknown']);

const VALUES: { readonly [Id in SettingId]: (value: unknown) => boolean } = {
  'third-party-integration': SWITCH,
  'default-service': oneOf(['none', ...SERVICES, 'unknown']),
  'authorize-with': oneOf(['graph', 'ews', 'unknown']),
  'setup-method': oneOf(['oauth', 'application-permissions', 'unknown']),
  permissions: (value) => value === 'unknown' || isListOf(value, PERMISSIONS, PERMISSIONS.length),
  'account-wide-consent': SWITCH,
  'enforce-oauth': SWITCH,
  'sso-prompt': oneOf(['off', 'first-sign-in', 'every-sign-in', 'unknown']),
  'domain-restriction': SWITCH,
  'two-way-sync': SWITCH,
  'reconnect-reminders': SWITCH,
  'profile-connection': (value) => value === 'unknown' || isConnection(value),
};

function oneOf(allowed: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && allowed.includes(value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, allowed: readonly string[], longest: number): boolean {
  return Array.isArray(value) && value.length <= longest && value.every(oneOf(allowed));
}

/** Absent, or text no longer than the limit: a page can be made to say anything, but not to fill the store. */
function isShortText(value: unknown, longest: number): boolean {
  return value === undefined || (typeof value === 'string' && value.length <= longest);
}

function isConnection(value: unknown): boolean {
  return (
    isRecord(value) &&
    oneOf(['not-connected', 'connected', 'needs-attention'])(value['status']) &&
    (value['service'] === undefined || oneOf(SERVICES)(value['service'])) &&
    isShortText(value['email'], 320) &&
    (value['permissions'] === undefined || isListOf(value['permissions'], PERMISSIONS, PERMISSIONS.length))
  );
}

function isReading(value: unknown): value is SettingReading {
  if (!isRecord(value) || typeof value['id'] !== 'string' || !Object.hasOwn(VALUES, value['id']))
    return false;
  return VALUES[value['id'] as SettingId](value['value']) && oneOf(LOCKS)(value['lock']);
}

const isCount = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100;

/** Whether a message of a content script is a well-formed observation; anything else is refused whole. */
export function isPortalObservation(value: unknown): value is PortalObservation {
  return (
    isRecord(value) &&
    oneOf(PAGES)(value['page']) &&
    oneOf(RECOGNITIONS)(value['recognition']) &&
    isCount(value['recognised']) &&
    isCount(value['expected']) &&
    Array.isArray(value['settings']) &&
    value['settings'].length <= 40 &&
    value['settings'].every(isReading) &&
    isShortText(value['zoomEmail'], 320) &&
    (value['hide'] === undefined ||
      (Array.isArray(value['hide']) &&
        value['hide'].length <= 40 &&
        value['hide'].every((key) => typeof key === 'string' && /^[\w@./:-]{1,120}$/.test(key))))
  );
}

/** Whether a question of a content script names a page and a level we know. */
export function isGuidanceRequest(value: unknown): value is { readonly page: PageId; readonly level: Level } {
  return isRecord(value) && oneOf(PAGES)(value['page']) && oneOf(LEVELS)(value['level']);
}
