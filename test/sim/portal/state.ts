import type { Level, Permission, ProfileConnection } from '../../../utils/model/settings.ts';
import type { LevelSeed, LevelSettingId, LevelValues, LockableId, PortalScenario } from './scenario.ts';

export type SettingLevel = Exclude<Level, 'profile'>;

export interface LevelState {
  values: { -readonly [Id in LevelSettingId]: LevelValues[Id] };
  locks: LockableId[];
  /** The settings around ours: on or off by key, and their padlocks. */
  others: Record<string, boolean>;
  otherLocks: string[];
}

export interface GroupState extends LevelState {
  id: string;
  name: string;
  members: number;
  mailTab: boolean;
}

/** The live portal: plain JSON, changed by people's clicks and by tests. */
export interface PortalState {
  signedIn: boolean;
  account: LevelState;
  groups: GroupState[];
  user: LevelState;
  profile: {
    status: ProfileConnection['status'];
    service: 'google' | 'exchange' | 'office365';
    email: string;
    permissions: Permission[];
  };
}

const FACTORY: LevelValues = {
  // On by default at every level (KB0069503), and two-way sync as soon as a calendar is integrated (KB0058782).
  'third-party-integration': 'on',
  'default-service': 'none',
  'authorize-with': 'graph',
  'setup-method': 'oauth',
  permissions: ['calendar-read', 'calendar-write', 'contacts-read', 'contacts-write'],
  'account-wide-consent': 'off',
  'enforce-oauth': 'off',
  'sso-prompt': 'off',
  'domain-restriction': 'off',
  'two-way-sync': 'on',
  'reconnect-reminders': 'off',
};

function level(seed: LevelSeed): LevelState {
  return {
    values: { ...FACTORY, ...seed.values },
    locks: [...(seed.locks ?? [])],
    others: {},
    otherLocks: [],
  };
}

/** A portal as the scenario describes it, before anybody touched it. */
export function seedState(scenario: PortalScenario): PortalState {
  return {
    signedIn: scenario.signedIn,
    account: level(scenario.account),
    groups: scenario.groups.map((seed) => ({
      ...level(seed),
      id: seed.id,
      name: seed.name,
      members: seed.members,
      mailTab: seed.mailTab ?? true,
    })),
    user: level(scenario.user),
    profile: {
      status: scenario.profile,
      service: 'office365',
      email: scenario.calendarEmail ?? scenario.zoomEmail,
      permissions: [...scenario.granted],
    },
  };
}

/** The padlock that decides a setting: the integration's one lock covers everything under it. */
export function lockOf(id: LevelSettingId): LockableId | null {
  switch (id) {
    case 'default-service':
    case 'authorize-with':
    case 'setup-method':
    case 'permissions':
      return 'third-party-integration';
    case 'reconnect-reminders':
      return null;
    default:
      return id;
  }
}

/** The state of one level, or undefined for a group nobody knows. The person belongs to the first group. */
export function levelState(
  state: PortalState,
  at: SettingLevel,
  groupId?: string | null,
): LevelState | undefined {
  if (at === 'account') return state.account;
  if (at === 'user') return state.user;
  return state.groups.find((group) => group.id === groupId);
}

/** The nearest level above that locked a setting, outermost first: account wins (KB0065579). */
export function lockerOf(state: PortalState, at: SettingLevel, id: LevelSettingId): LevelState | undefined {
  const lock = lockOf(id);
  if (lock === null || at === 'account') return undefined;
  if (state.account.locks.includes(lock)) return state.account;
  const group = at === 'user' ? state.groups[0] : undefined;
  return group?.locks.includes(lock) ? group : undefined;
}
