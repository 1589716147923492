import type { Permission, ProfileConnection, SettingValues } from '../../../utils/model/settings.ts';

export type Family = 'new' | 'old';
export type Generation = 1 | 2 | 3;
/** `mixed-ja`: a Japanese portal in which the newest labels stay English (portal.md 6). */
export type PortalLanguage = 'en' | 'fr' | 'mixed-ja';
/**
 * How rough the page is with its own nodes: Vue's usual patching; every row built anew after each change; the whole
 * app built anew once after load; rows built anew four times a second; every node the page did not make thrown out.
 */
export type ReRender = 'none' | 'replace-rows' | 'replace-app' | 'churn' | 'strip-foreign';

/** The settings with a level of their own; the profile's connection is kept apart. */
export type LevelValues = Omit<SettingValues, 'profile-connection'>;
export type LevelSettingId = keyof LevelValues;
/** Rows with a padlock. The integration's one lock covers the rows under it (portal.md 3.1). */
export type LockableId = Exclude<
  LevelSettingId,
  'default-service' | 'authorize-with' | 'setup-method' | 'permissions' | 'reconnect-reminders'
>;

export interface LevelSeed {
  readonly values?: Partial<LevelValues>;
  readonly locks?: readonly LockableId[];
}

export interface GroupSeed extends LevelSeed {
  readonly id: string;
  /** Typed by a person: may read like a setting. */
  readonly name: string;
  readonly members: number;
  /** False: a group of the newer kind without the Mail & Calendar tab (portal.md 3.10). */
  readonly mailTab?: boolean;
}

export interface MeetingSeed {
  readonly topic: string;
  /** Digits only. */
  readonly number: string;
  /** ms since the epoch; null: a recurring meeting without fixed time. */
  readonly start: number | null;
  readonly minutes: number;
  /** Only for meetings of other hosts. */
  readonly host?: string;
}

/** Everything that shapes the portal, as data. */
export interface PortalScenario {
  family: Family;
  generation: Generation;
  language: PortalLanguage;
  signedIn: boolean;
  account: LevelSeed;
  groups: readonly GroupSeed[];
  user: LevelSeed;
  /** False takes the Mail & Calendar tab from every group. */
  groupHasTab: boolean;
  profile: ProfileConnection['status'];
  /** What the person's own connection was granted. */
  granted: readonly Permission[];
  /** Address of the connected calendar; the Zoom address when absent. */
  calendarEmail: string | null;
  name: string;
  zoomEmail: string;
  timeZone: string;
  /** What Microsoft answers when the person connects. */
  consent: 'ok' | 'needs-admin-approval';
  /** Null: a list made around the present moment. */
  meetings: readonly MeetingSeed[] | null;
  lazyRows: boolean;
  banner: boolean;
  darkPage: boolean;
  reRender: ReRender;
  /** Dependent settings as rows of their own, or inside the row of the setting they depend on. */
  nesting: 'rows' | 'nested';
  /** Whether a switch asks before it acts; the portal "may" (portal.md 3.1). */
  confirm: boolean;
  /** Settings, hidden copies and templates that look like ours and are not. */
  decoys: boolean;
  /** Controls renamed beyond recognition, as after a redesign nobody has seen yet. */
  unfamiliar: boolean;
  /** Titles of the settings whose wording no public source gives; a setting without one is not drawn. */
  openLabels: Partial<Record<LevelSettingId, string>>;
  /** How long content takes to arrive after the page, ms. */
  latency: number;
}

const INTEGRATED: Partial<LevelValues> = { 'default-service': 'office365', 'authorize-with': 'graph' };

export const DEFAULT_GROUPS: readonly GroupSeed[] = [
  { id: 'gSalesEmea', name: 'Sales EMEA', members: 148, values: INTEGRATED },
  { id: 'gEngineering', name: 'Engineering', members: 412, values: INTEGRATED },
  {
    id: 'gNamedLikeASetting',
    name: 'Integrate third-party mail and calendar services',
    members: 3,
    values: { ...INTEGRATED, 'third-party-integration': 'off' },
  },
  { id: 'gContractors', name: 'Contractors', members: 26, mailTab: false },
];

/** A newest-generation account in good order, not yet connected on the profile page. */
export function defaultScenario(): PortalScenario {
  return {
    family: 'new',
    generation: 3,
    language: 'en',
    signedIn: true,
    account: { values: INTEGRATED },
    groups: DEFAULT_GROUPS,
    user: {},
    groupHasTab: true,
    profile: 'not-connected',
    granted: ['calendar-read', 'calendar-write', 'contacts-read', 'contacts-write'],
    calendarEmail: null,
    name: 'Maya Laurent',
    zoomEmail: 'maya.laurent@alderfinch.example',
    timeZone: 'Europe/Paris',
    consent: 'ok',
    meetings: null,
    lazyRows: false,
    banner: false,
    darkPage: false,
    reRender: 'none',
    nesting: 'rows',
    confirm: true,
    decoys: true,
    unfamiliar: false,
    // Running text of KB0068615, which says what the switch does and not what it is called.
    openLabels: { 'reconnect-reminders': 'Email notifications that remind you to reauthorize your calendar' },
    latency: 120,
  };
}
