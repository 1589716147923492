import type { SettingLevel } from './state.ts';
import type { Generation, LevelSettingId } from './scenario.ts';

export type RowKind = 'toggle' | 'toggle-radios' | 'select' | 'radios' | 'checkbox' | 'boxes';

/** What a setting looks like in the portal, whatever its words. */
export interface RowSpec {
  readonly id: LevelSettingId;
  /** Key in ids and fragments. Only `CalendarEventSyncBackToMeeting` is known; the others are made up here. */
  readonly key: string;
  readonly levels: readonly SettingLevel[];
  readonly kind: (generation: Generation) => RowKind;
  /** Values in the order of their options. */
  readonly options: readonly string[];
  /** Drawn only while every one of these settings has one of these values (portal.md 2.3). */
  readonly under: readonly (readonly [id: LevelSettingId, values: readonly string[]])[];
}

const ADMIN = ['account', 'group'] as const;
const ALL = ['account', 'group', 'user'] as const;
const toggle = () => 'toggle' as const;
const ON = ['third-party-integration', ['on']] as const;
const OFFICE = ['default-service', ['office365']] as const;
const GRAPH = ['authorize-with', ['graph']] as const;

/** In the order of the page: the permission boxes stand above the choice of who sets up (portal.md 2.3). */
export const CATALOGUE: readonly RowSpec[] = [
  {
    id: 'third-party-integration',
    key: 'simOnlyIntegration',
    levels: ALL,
    kind: toggle,
    options: [],
    under: [],
  },
  {
    id: 'default-service',
    key: 'simOnlyDefaultService',
    levels: ADMIN,
    kind: () => 'select',
    options: ['none', 'google', 'exchange', 'office365'],
    under: [ON],
  },
  {
    id: 'authorize-with',
    key: 'simOnlyAuthorizeWith',
    levels: ADMIN,
    // A ticked box meant EWS until 2023; a choice of two since (portal.md 3.2).
    kind: (generation) => (generation === 3 ? 'radios' : 'checkbox'),
    options: ['graph', 'ews'],
    under: [ON, OFFICE],
  },
  {
    id: 'permissions',
    key: 'simOnlyPermissions',
    levels: ADMIN,
    kind: () => 'boxes',
    options: ['calendar-read', 'calendar-write', 'contacts-read', 'contacts-write'],
    under: [ON, OFFICE, GRAPH],
  },
  {
    id: 'setup-method',
    key: 'simOnlySetupMethod',
    levels: ADMIN,
    kind: () => 'radios',
    options: ['oauth', 'application-permissions'],
    under: [ON, OFFICE, GRAPH],
  },
  {
    id: 'account-wide-consent',
    key: 'simOnlyConsent',
    levels: ADMIN,
    kind: toggle,
    options: [],
    under: [ON],
  },
  { id: 'enforce-oauth', key: 'simOnlyEnforceOauth', levels: ADMIN, kind: toggle, options: [], under: [ON] },
  {
    id: 'sso-prompt',
    key: 'simOnlySsoPrompt',
    levels: ADMIN,
    kind: () => 'toggle-radios',
    options: ['first-sign-in', 'every-sign-in'],
    under: [],
  },
  { id: 'domain-restriction', key: 'simOnlyDomains', levels: ADMIN, kind: toggle, options: [], under: [] },
  {
    id: 'reconnect-reminders',
    key: 'simOnlyReminders',
    levels: ['user'],
    kind: toggle,
    options: [],
    under: [],
  },
  {
    id: 'two-way-sync',
    key: 'CalendarEventSyncBackToMeeting',
    levels: ALL,
    kind: toggle,
    options: [],
    under: [],
  },
];

/** The key a page shows; after the redesign nobody knows, keys are new as well. */
export function keyOf(id: LevelSettingId, unfamiliar: boolean): string {
  const key = CATALOGUE.find((row) => row.id === id)?.key ?? '';
  return unfamiliar ? `sim-renamed-${key.toLowerCase()}` : key;
}

export function rowByKey(key: string): RowSpec | undefined {
  return CATALOGUE.find((row) => row.key === key || keyOf(row.id, true) === key);
}

/** Tabs of a settings page, in order. Until about 2023 the calendar settings had no tab of their own. */
export function tabsOf(level: SettingLevel, generation: Generation, mailTab: boolean): string[] {
  const mail = generation === 1 || !mailTab ? [] : ['zoomMailCalendar'];
  if (level === 'group') return ['profile', 'meeting', 'recording', ...mail, 'phone'];
  return [
    'general',
    ...(level === 'account' ? ['security'] : []),
    'meeting',
    'recording',
    ...mail,
    'chat',
    'zoomapps',
  ];
}

/** The tab and section a setting stands in (portal.md 3.1, 10). */
export function placeOf(
  id: LevelSettingId,
  level: SettingLevel,
  generation: Generation,
): { tab: string; section: string } {
  if (generation === 1) return { tab: 'meeting', section: 'calendarAndContacts' };
  if (id !== 'two-way-sync') return { tab: 'zoomMailCalendar', section: 'integrations' };
  if (generation === 3) return { tab: 'zoomMailCalendar', section: 'dataSync' };
  return { tab: 'zoomMailCalendar', section: level === 'account' ? 'general' : 'integrations' };
}

/** Sections of a tab, in order. */
export function sectionsOf(tab: string, generation: Generation): string[] {
  if (tab === 'zoomMailCalendar')
    return generation === 3 ? ['integrations', 'dataSync', 'general'] : ['general', 'integrations'];
  if (tab === 'meeting' && generation === 1) return ['meeting', 'calendarAndContacts'];
  return [tab];
}
