import type { Consequence } from '../model/findings.ts';
import type { DialogClue, Touch } from '../model/notes.ts';
import type { Level, SettingId } from '../model/settings.ts';
import { consequencesOf } from './consequences/of.ts';

/**
 * The consequence that belongs into a confirmation dialog. The dialog's own words win over the touch before it;
 * where the two leave the act open, there is none: a wrong warning is worse than silence.
 */
export function consequenceOf(input: {
  readonly clue: DialogClue;
  readonly touch: Touch | null;
  readonly values: (setting: SettingId) => unknown;
  readonly level: Level;
  /** Of the level. */
  readonly consequences: readonly Consequence[];
}): Consequence | null {
  const { clue, level, consequences } = input;
  const setting = clue.setting ?? input.touch?.setting;
  if (setting === undefined || clue.act === 'unlock') return null;
  const touch = input.touch?.setting === setting ? input.touch : null;
  if (clue.act === 'lock' || (clue.act === undefined && touch?.part === 'lock'))
    return (
      consequences.find(
        (one) => one.act === 'lock' && one.setting === setting && one.levels.includes(level),
      ) ?? null
    );
  if (clue.act === undefined && !touch) return null;
  const value = touch ? touch.value : input.values(setting);
  const acts = consequencesOf({ setting, value, level }, consequences).filter((one) => one.act !== 'lock');
  const named = clue.act && acts.find((one) => one.act === clue.act);
  if (named) return named;
  // "Enable" on a choice between two ways is a change, not a switching on.
  return acts.length === 1 ? (acts[0] ?? null) : null;
}
