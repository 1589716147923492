import type { Control } from '../dom/controls.ts';
import { classOf } from '../dom/tree.ts';

const CHECKED = /(?:^|\s|-)(?:is-)?checked(?:\s|$)/;

/**
 * Whether a toggle, box or radio is on: accessible state, then the form control, then a class that says "checked".
 * A class that is missing says nothing, so that a renamed one can never read as "off".
 */
export function isOn(control: Control): boolean | 'unknown' {
  const { element, host } = control;
  for (const name of ['aria-checked', 'aria-selected', 'aria-pressed']) {
    const value = element.getAttribute(name);
    if (value === 'true') return true;
    if (value === 'false') return false;
    if (value !== null) return 'unknown';
  }
  const input = element.localName === 'input' ? element : host.querySelector('input');
  const type = input?.getAttribute('type');
  if (input && (type === 'checkbox' || type === 'radio')) return (input as HTMLInputElement).checked;
  return CHECKED.test(classOf(element)) || CHECKED.test(classOf(host)) ? true : 'unknown';
}

/** On or off of a toggle. */
export function onOff(control: Control): 'on' | 'off' | 'unknown' {
  const on = isOn(control);
  if (on === 'unknown') return on;
  return on ? 'on' : 'off';
}

/** Whether a person could not change the control now. */
export function isDisabled(control: Control): boolean {
  const { element, host } = control;
  return (
    element.hasAttribute('disabled') ||
    element.getAttribute('aria-disabled') === 'true' ||
    host.getAttribute('aria-disabled') === 'true' ||
    /(?:^|\s|-)(?:is-)?disabled(?:\s|$)/.test(`${classOf(element)} ${classOf(host)}`) ||
    element.closest('fieldset')?.hasAttribute('disabled') === true
  );
}
