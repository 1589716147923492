import type { Consequence } from '../../model/findings.ts';
import type { Level, SettingId } from '../../model/settings.ts';

/** The control a person is about to act on. */
export interface Control {
  readonly setting: SettingId;
  /** Its value before the act. */
  readonly value: unknown;
  readonly level: Level;
}

/** The consequences of acts on the control as it stands; each act a page can offer is answered at most once. */
export function consequencesOf(
  { setting, value, level }: Control,
  consequences: readonly Consequence[],
): Consequence[] {
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
