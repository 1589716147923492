import { createSieve } from './sieve.ts';
import { byClass, byTag, classOf, type Root } from './tree.ts';

/** `switch`: a toggle that stands for a row. `box`: a plain checkbox. `select`: anything that opens a list. */
export type Kind = 'switch' | 'box' | 'radio' | 'select';

/** A control of the page, whatever component family drew it. */
export interface Control {
  readonly kind: Kind;
  /** Carries role and state. */
  readonly element: Element;
  /** Outermost element of the drawn control; contains `element` and what a pointer touches. */
  readonly host: Element;
}

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
function hostOf(element: Element, kind: Kind): Element {
  let host = element;
  for (let at = element.parentElement, up = 0; at && up < 3; at = at.parentElement, up += 1) {
    if (PART[kind].test(classOf(at))) host = at;
  }
  return host;
}

function kindOf(element: Element): Kind | null {
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
function isSwitch(input: Element): boolean {
  for (let at: Element | null = input, up = 0; at && up < 3; at = at.parentElement, up += 1) {
    if (PART.switch.test(classOf(at))) return true;
  }
  return false;
}

/** The controls of a root, and what else the look at it gave. */
export interface Controls {
  readonly controls: readonly Control[];
  /** Elements with a role; empty when nobody had to ask for them. */
  readonly roles: ArrayLike<Element>;
}

/**
 * The controls of a root: form controls and buttons by tag first, whose lists the engine keeps, then elements with a role,
 * then switches that have neither, by the class of their family (speed.md 4: a fraction of a walk over all text).
 * A page that has form controls, and none of them near a known word, is another tab: there the walk for roles is spared.
 * @param sieve `near-words`: only controls beside a known word. `all`: every control, for a place known to be a setting's
 */
export function controlsOf(root: Root, sieve: 'near-words' | 'all'): Controls {
  const controls: Control[] = [];
  const places = new Map<Element, number>();
  const passes = sieve === 'all' ? () => true : createSieve();
  let tagged = false;
  const add = (element: Element, kind: Kind) => {
    if (places.has(element)) return;
    tagged = true;
    const exact = kind === 'box' && isSwitch(element) ? 'switch' : kind;
    if (!passes(element, exact)) return;
    const host = hostOf(element, exact);
    // One control may come up twice: a role on the wrapper and a form control inside it. The role is the accessible truth.
    const inner = element.localName === 'input' ? undefined : byTag(element, 'input')[0];
    const place = places.get(host) ?? (inner && places.get(inner)) ?? controls.length;
    if (place === controls.length || element.hasAttribute('role')) {
      controls[place] = { kind: exact, element, host };
    }
    for (const part of [element, host, inner]) if (part) places.set(part, place);
  };
  // Index loops: iterating a live list costs more than all the tests in it.
  const addAll = (elements: ArrayLike<Element>, kind: (element: Element) => Kind | null) => {
    for (let at = 0; at < elements.length; at += 1) {
      const element = elements[at];
      const found = element ? kind(element) : null;
      if (element && found) add(element, found);
    }
  };
  for (const tag of ['input', 'button', 'select']) addAll(byTag(root, tag), kindOf);
  const roles = tagged && controls.length === 0 ? [] : root.querySelectorAll('[role]');
  addAll(roles, kindOf);
  for (const name of ['zm-switch', 'zoom-switch']) {
    // The usual case, seen already by its tag, is thrown out cheaply.
    addAll(byClass(root, name), (found) =>
      found.localName === 'button' || found.firstElementChild?.localName === 'input' ? null : 'switch',
    );
  }
  return { controls, roles };
}
