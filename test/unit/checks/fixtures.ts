import type { FactBook, PortalFact } from '../../../utils/model/facts.ts';
import type { Level, SettingId } from '../../../utils/model/settings.ts';

export const NOW = Date.UTC(2026, 10, 23, 12);
export const HOUR = 3_600_000;

type Values = { readonly [Id in SettingId]?: unknown };

/** Settings of one level, unlocked unless said otherwise. */
export function settingsOf(values: Values, lock: PortalFact['settings'][SettingId] | string = 'unlocked') {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, lock }]),
  ) as PortalFact['settings'];
}

interface Case {
  readonly level: Level;
  readonly settings: Values;
  readonly facts?: FactBook;
}

/** Each check's pair: facts on which it fails (or hands the verdict over), facts on which it passes (or has nothing to say). */
export const PAIRS: Readonly<Record<string, { readonly fails: Case; readonly passes: Case }>> = {
  'integration-off': {
    fails: { level: 'account', settings: { 'third-party-integration': 'off' } },
    passes: { level: 'account', settings: { 'third-party-integration': 'on' } },
  },
  'integration-baseline': {
    fails: { level: 'account', settings: { 'third-party-integration': 'on' } },
    passes: { level: 'account', settings: {} },
  },
  'default-service': {
    fails: { level: 'group', settings: { 'default-service': 'google' } },
    passes: { level: 'group', settings: { 'default-service': 'office365' } },
  },
  'ews-retirement': {
    fails: { level: 'account', settings: { 'authorize-with': 'ews' } },
    passes: { level: 'account', settings: { 'authorize-with': 'graph' } },
  },
  'calendar-write': {
    fails: { level: 'account', settings: { permissions: ['calendar-read'] } },
    passes: { level: 'account', settings: { permissions: ['calendar-read', 'calendar-write'] } },
  },
  'contacts-asked': {
    fails: { level: 'account', settings: { permissions: ['calendar-read', 'contacts-read'] } },
    passes: { level: 'account', settings: { permissions: ['calendar-read', 'calendar-write'] } },
  },
  'admin-approval': {
    fails: { level: 'account', settings: { 'setup-method': 'oauth' } },
    passes: { level: 'account', settings: { 'setup-method': 'application-permissions' } },
  },
  'oauth-lifetime': {
    fails: { level: 'account', settings: { 'setup-method': 'oauth' } },
    passes: { level: 'account', settings: { 'setup-method': 'application-permissions' } },
  },
  'application-permissions': {
    fails: { level: 'account', settings: { 'setup-method': 'application-permissions' } },
    passes: { level: 'account', settings: { 'setup-method': 'oauth' } },
  },
  'account-wide-consent': {
    fails: { level: 'account', settings: { 'account-wide-consent': 'on' } },
    passes: { level: 'account', settings: {} },
  },
  'enforce-oauth': {
    fails: { level: 'account', settings: { 'enforce-oauth': 'off' } },
    passes: { level: 'account', settings: {} },
  },
  'sso-prompt-once': {
    fails: { level: 'account', settings: { 'sso-prompt': 'first-sign-in' } },
    passes: { level: 'account', settings: { 'sso-prompt': 'every-sign-in' } },
  },
  'sso-prompt-off': {
    fails: { level: 'account', settings: { 'sso-prompt': 'off' } },
    passes: { level: 'account', settings: { 'sso-prompt': 'every-sign-in' } },
  },
  'two-way-sync': {
    fails: { level: 'user', settings: { 'two-way-sync': 'off' } },
    passes: { level: 'user', settings: { 'two-way-sync': 'on' } },
  },
  'reconnect-reminders': {
    fails: { level: 'user', settings: { 'reconnect-reminders': 'off' } },
    passes: { level: 'user', settings: { 'reconnect-reminders': 'on' } },
  },
  'profile-connection': {
    fails: { level: 'profile', settings: { 'profile-connection': { status: 'needs-attention' } } },
    passes: {
      level: 'profile',
      settings: { 'profile-connection': { status: 'connected', service: 'office365' } },
    },
  },
};
