import type { Permission } from '../../../utils/model/settings.ts';
import { rowByKey, type RowSpec } from './catalogue.ts';
import { CALENDAR_DECOYS, TAB_DECOYS } from './labels/decoys.ts';
import type { LevelSettingId } from './scenario.ts';
import {
  levelState,
  lockerOf,
  lockOf,
  type LevelState,
  type PortalState,
  type SettingLevel,
} from './state.ts';

/** A change somebody asked for, already parsed. */
export interface Change {
  readonly level: SettingLevel;
  readonly group: string | null;
  readonly key: string;
  readonly value: unknown;
}

const OTHERS = new Set(
  [...Object.values(CALENDAR_DECOYS), ...Object.values(TAB_DECOYS)].flat().map(([key]) => key),
);

function accepts(spec: RowSpec, value: unknown): boolean {
  if (spec.id === 'permissions')
    return Array.isArray(value) && value.every((box) => spec.options.includes(box as string));
  if (spec.id === 'sso-prompt') return value === 'off' || spec.options.includes(value as string);
  return (spec.options.length > 0 ? spec.options : ['on', 'off']).includes(value as string);
}

function flip(list: string[], item: string, on: boolean): void {
  const at = list.indexOf(item);
  if (on && at < 0) list.push(item);
  if (!on && at >= 0) list.splice(at, 1);
}

/** Changes a setting. @returns why not, or null when it was done */
export function applyValue(state: PortalState, change: Change): string | null {
  const own = levelState(state, change.level, change.group);
  if (!own) return 'no such level';
  const spec = rowByKey(change.key);
  if (!spec) {
    if (!OTHERS.has(change.key) || (change.value !== 'on' && change.value !== 'off'))
      return 'no such setting';
    own.others[change.key] = change.value === 'on';
    return null;
  }
  if (!spec.levels.includes(change.level)) return 'not a setting of this level';
  if (lockerOf(state, change.level, spec.id)) return 'locked above';
  if (!accepts(spec, change.value)) return 'no such value';
  (own.values as Record<LevelSettingId, unknown>)[spec.id] = change.value;
  return null;
}

/** Locks or unlocks a row. @returns why not, or null when it was done */
export function applyLock(state: PortalState, change: Change): string | null {
  const own = levelState(state, change.level, change.group);
  if (!own || change.level === 'user' || typeof change.value !== 'boolean') return 'no such lock';
  const spec = rowByKey(change.key);
  if (!spec) {
    if (!OTHERS.has(change.key)) return 'no such setting';
    flip(own.otherLocks, change.key, change.value);
    return null;
  }
  const lock = lockOf(spec.id);
  if (lock !== spec.id) return 'this row has no lock';
  if (lockerOf(state, change.level, spec.id)) return 'locked above';
  flip(own.locks, lock, change.value);
  if (change.value && lock === 'third-party-integration') disconnectOthers(state, own);
  return null;
}

/** Locking the integration disconnects people whose permissions differ, and connects nobody (KB0069503). */
function disconnectOthers(state: PortalState, own: LevelState): void {
  const { profile } = state;
  const allowed = own.values.permissions;
  const same =
    profile.service === own.values['default-service'] &&
    profile.permissions.length === allowed.length &&
    profile.permissions.every((permission) => allowed.includes(permission));
  if (!same && profile.status === 'connected') profile.status = 'not-connected';
}

/** What comes back from Microsoft's consent: a connected profile. */
export function applyConsent(state: PortalState, permissions: readonly Permission[]): void {
  state.profile.status = 'connected';
  state.profile.service = 'office365';
  state.profile.permissions = [...permissions];
}
