import type { SettingId } from '../../model/settings.ts';
import { BY_ID } from '../labels/index.ts';
import type { Candidate, Scene } from '../locate/candidate.ts';
import { type Choice, chosenValue } from './choice.ts';
import { permissionsIn } from './permissions.ts';
import { selectedValue } from './select.ts';
import { onOff } from './state.ts';

/** Value of a located setting; `unknown` whenever a state or an option could not be read. */
export function valueOf(candidate: Candidate, choices: readonly Choice[], scene: Scene): unknown {
  const { id, own, row } = candidate;
  const control = own[0];
  if (!control) return 'unknown';
  if (id === 'permissions') return permissionsIn(row, own, scene.names);
  if (candidate.choices) return chosenValue(candidate.choices);
  if (control.kind === 'select') return selectedValue(control, id);
  const state = onOff(control);
  if (candidate.box) {
    const box = BY_ID.get(id)?.box;
    if (!box || state === 'unknown') return 'unknown';
    return state === 'on' ? box.ticked : box.clear;
  }
  // On alone does not say how often people are asked: that is in the radio buttons under the switch (portal.md 3.5).
  if (id === 'sso-prompt' && state === 'on') return chosenValue(choicesOf(id, choices));
  return state;
}

/** The radio buttons that refine a toggle. */
export function choicesOf(id: SettingId, choices: readonly Choice[]): Choice[] {
  return choices.filter((choice) => choice.id === id);
}
