import type { Consequence } from '../../model/findings.ts';
import type { Level, SettingId } from '../../model/settings.ts';
import { API } from './api.ts';
import { INTEGRATION } from './integration.ts';
import { LOCK } from './lock.ts';
import { SETUP } from './setup.ts';
import { SIGN_IN } from './sign-in.ts';
import { SYNC } from './sync.ts';

/** What each act on each control does to people already connected. */
export const CONSEQUENCES: readonly Consequence[] = [
  ...LOCK,
  ...INTEGRATION,
  ...API,
  ...SETUP,
  ...SIGN_IN,
  ...SYNC,
];

/** The control a person is about to act on. */
export interface Control {
  readonly setting: SettingId;
  /** Its value before the act. */
  readonly value: unknown;
  readonly level: Level;
}

const BY_SETTING = new Map<SettingId, Consequence[]>();
for (const one of CONSEQUENCES) BY_SETTING.set(one.setting, [...(BY_SETTING.get(one.setting) ?? []), one]);

/** The consequences of acts on the control as it stands; each act a page can offer is answered at most once. */
export function consequencesOf(
  control: Control,
  consequences: readonly Consequence[] = BY_SETTING.get(control.setting) ?? [],
): Consequence[] {
  const { setting, value, level } = control;
  return consequences.filter(
    (one) =>
      one.setting === setting &&
      one.levels.includes(level) &&
      (one.from === undefined || (typeof value === 'string' && one.from.includes(value))) &&
      // A switch that is on cannot be turned on; where the value is unknown, nothing is promised.
      !(one.act === 'turn-on' && value !== 'off') &&
      !(one.act === 'turn-off' && (value === 'off' || value === 'unknown')),
  );
}
