import type { LevelSettingId } from '../scenario.ts';

/** A redesign nobody has seen yet: every title, tab and section under another name. Invented on purpose. */
export const UNFAMILIAR_TITLES: Readonly<Partial<Record<LevelSettingId, string>>> = {
  'third-party-integration': 'Calendar connections for members',
  'default-service': 'Preferred provider',
  'authorize-with': 'Connection method',
  permissions: 'Scope of access',
  'setup-method': 'Set-up by',
  'account-wide-consent': 'Approve once for everybody',
  'enforce-oauth': 'Modern authentication only',
  'sso-prompt': 'Sign-in prompt',
  'two-way-sync': 'Keep both sides alike',
  'reconnect-reminders': 'Tell me by mail',
};

export const UNFAMILIAR_CHROME: Readonly<Record<string, string>> = {
  zoomMailCalendar: 'Calendars',
  integrations: 'Calendars',
  dataSync: 'Contacts',
  connection1: 'Linked calendars',
  connection2: 'Linked calendars',
  connection3: 'Linked calendars',
  connect1: 'Link a calendar',
  connect2: 'Link a calendar',
  connect3: 'Link a calendar',
  none: 'No provider',
  graph: 'Newer interface',
  ews: 'Older interface',
  oauth: 'Each member',
  'application-permissions': 'An administrator',
  'first-sign-in': 'Once',
  'every-sign-in': 'Until done',
};
