import type { Control } from '../dom/controls.ts';
import type { Names } from '../dom/names.ts';
import { titleText } from '../dom/text.ts';
import { OPTIONS } from '../labels/index.ts';
import { normalise } from '../normal.ts';
import { isOn } from './state.ts';

/** A radio button that stands for a value of a known setting. */
export interface Choice {
  readonly control: Control;
  readonly id: string;
  readonly value: string;
}

/** Text of a radio button: its name, else that of the smallest box around it and no other radio button. */
export function choiceText(control: Control, names: Names): string {
  const name = names.of(control.element);
  if (name.trim()) return name;
  let at: Element | null = control.host;
  for (let up = 0; at && up < 3; at = at.parentElement, up += 1) {
    if (at.querySelectorAll('[role=radio],input[type=radio]').length > 1) return '';
    const text = titleText(at, control.element);
    if (text.trim()) return text;
  }
  return '';
}

/** The setting and value a radio button stands for, if its text is one of the known options ("… (recommended)" allowed). */
export function choiceOf(control: Control, names: Names): Choice | null {
  const text = normalise(choiceText(control, names));
  if (text === '') return null;
  const known = OPTIONS.get(text) ?? OPTIONS.get(text.replace(/ ?[(（][^)）]*[)）]$/, ''));
  return known ? { control, id: known.id, value: known.value } : null;
}

/** The one chosen value; `unknown` when none or several are marked, or a mark could not be read. */
export function chosenValue(choices: readonly Choice[]): string {
  const on = choices.filter(({ control }) => isOn(control) === true);
  return on.length === 1 && on[0] ? on[0].value : 'unknown';
}
