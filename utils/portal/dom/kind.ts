import { classOf } from './tree.ts';

/** `switch`: a toggle that stands for a row. `box`: a plain checkbox. `select`: anything that opens a list. */
export type Kind = 'switch' | 'box' | 'radio' | 'select';

/** A class token of a component of one of the families, or of its parts: `zm-switch`, `zoom-radio__inner`, `switch`. */
const part = (name: string) =>
  new RegExp(`(?:^|\\s)(?:zm-|zoom-|el-)?${name}(?:__[\\w-]+|--[\\w-]+)?(?=\\s|$)`);
const PART: Readonly<Record<Kind, RegExp>> = {
  switch: part('(?:switch|toggle)'),
  box: part('checkbox'),
  radio: part('radio'),
  select: part('select'),
};

/** The drawn control around a form control: its label, or its component's wrapper (`label.zm-switch`, `.zoom-select`). */
export function hostOf(element: Element, kind: Kind): Element {
  let host = element;
  for (let at = element.parentElement, up = 0; at && up < 3; at = at.parentElement, up += 1) {
    if (PART[kind].test(classOf(at))) host = at;
  }
  return host;
}

export function kindOf(element: Element): Kind | null {
  switch (element.getAttribute('role')) {
    case 'switch':
      return 'switch';
    case 'checkbox':
      return PART.switch.test(classOf(element)) ? 'switch' : 'box';
    case 'radio':
      return 'radio';
    case 'combobox':
      return 'select';
    default:
  }
  switch (element.localName) {
    case 'select':
      return 'select';
    case 'button':
      return element.getAttribute('aria-haspopup') === 'listbox' ? 'select' : null;
    case 'input': {
      const type = element.getAttribute('type');
      if (type === 'radio') return 'radio';
      return type === 'checkbox' ? 'box' : null;
    }
    default:
      return null;
  }
}

/** A checkbox inside a component of that name is a switch. */
export function exactly(element: Element, kind: Kind): Kind {
  if (kind !== 'box') return kind;
  for (let at: Element | null = element, up = 0; at && up < 3; at = at.parentElement, up += 1) {
    if (PART.switch.test(classOf(at))) return 'switch';
  }
  return kind;
}

export const TAGS = ['input', 'button', 'select'];
/** Switches by the class of their family; usually a button, or a label around a form control. */
export const DRAWN = ['zm-switch', 'zoom-switch'];

/** What an element is that is no control by its tag: a control by its role, or a switch that has neither role nor form control. */
export function kindWithoutTag(element: Element): Kind | null {
  if (TAGS.includes(element.localName)) return null;
  const kind = kindOf(element);
  return (
    kind ??
    (DRAWN.some((name) => element.classList.contains(name)) &&
    element.firstElementChild?.localName !== 'input'
      ? 'switch'
      : null)
  );
}
