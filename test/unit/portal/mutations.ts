import { type Arbitrary, array, constantFrom, nat, record } from 'fast-check';
import { OPTIONS, PROFILE_TITLES, TITLES } from '../../../utils/portal/labels/index.ts';

/** One change to a page; numbers pick among what the page has. */
export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly to: number;
  readonly attribute: string;
  readonly value: string;
}

const KINDS = [
  'set-attribute',
  'set-attribute',
  'remove-attribute',
  'retitle',
  'retitle',
  'split-text',
  'remove',
  'duplicate',
  'move',
  'wrap',
  'unwrap',
  'flip',
  'rename',
  'bury',
] as const;

const ATTRIBUTES = (
  'id class role aria-checked aria-label aria-labelledby aria-hidden aria-pressed aria-disabled hidden style type ' +
  'checked disabled for value title name contenteditable href'
).split(' ');

const VALUES = [
  '',
  'true',
  'false',
  'mixed',
  'switch',
  'checkbox',
  'radio',
  'combobox',
  'dialog',
  'tab',
  'button',
  'text',
  'password',
  'display: none',
  'visibility:hidden',
  'zm-switch is-checked',
  'zoom-switch',
  'is-locked',
  'zm-icon-lock',
  'is-disabled',
  'the-main-content',
  'app',
  'feature-CalendarEventSyncBackToMeeting',
  'CalendarEventSyncBackToMeeting',
  '"]\\',
  'a b',
  '#',
  'Lock',
  'Unlock',
  'x'.repeat(3_000),
  '\u0000\uFFFF\uD800',
  'maya@alderfinch.example',
  'Read',
  'Write calendar',
  ...TITLES.keys(),
  ...OPTIONS.keys(),
  ...PROFILE_TITLES.keys(),
];

const TAGS = [
  'div',
  'label',
  'button',
  'span',
  'fieldset',
  'template',
  'nav',
  'table',
  'form',
  'syncline-note',
  'h3',
];

export const mutations: Arbitrary<Mutation[]> = array(
  record({
    kind: constantFrom(...KINDS),
    at: nat(10_000),
    to: nat(10_000),
    attribute: constantFrom(...ATTRIBUTES),
    value: constantFrom(...VALUES),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Applies changes in order; one that does not fit the page any more does nothing. */
export function mutate(document: Document, changes: readonly Mutation[]): void {
  for (const change of changes) {
    const all = [...document.body.querySelectorAll('*')];
    const element = all[change.at % all.length];
    const other = all[change.to % all.length];
    if (element && other) apply(document, element, other, change);
  }
}

function apply(
  document: Document,
  element: Element,
  other: Element,
  { kind, to, attribute, value }: Mutation,
): void {
  switch (kind) {
    case 'set-attribute':
      return element.setAttribute(attribute, value);
    case 'remove-attribute': {
      const names = element.getAttributeNames();
      return element.removeAttribute(names[to % Math.max(1, names.length)] ?? attribute);
    }
    case 'retitle':
      element.textContent = value;
      return;
    case 'split-text': {
      const words = (element.textContent ?? '').split(' ');
      element.replaceChildren(
        ...words.map((word) => Object.assign(document.createElement('span'), { textContent: `${word} ` })),
      );
      return;
    }
    case 'remove':
      return element.remove();
    case 'duplicate':
      return element.after(element.cloneNode(true));
    case 'move':
      if (!element.contains(other)) other.append(element);
      return;
    case 'wrap': {
      const box = document.createElement(TAGS[to % TAGS.length] ?? 'div');
      element.replaceWith(box);
      box.append(element);
      return;
    }
    case 'unwrap':
      return element.replaceWith(...element.childNodes);
    case 'flip':
      for (const input of element.querySelectorAll('input')) input.checked = !input.checked;
      return;
    case 'rename': {
      const box = document.createElement(TAGS[to % TAGS.length] ?? 'div');
      for (const name of element.getAttributeNames())
        box.setAttribute(name, element.getAttribute(name) ?? '');
      box.append(...element.childNodes);
      return element.replaceWith(box);
    }
    case 'bury': {
      let at: Element = element;
      for (let depth = 0; depth < 40 + (to % 200); depth += 1)
        at = at.appendChild(document.createElement('div'));
      at.append(value);
    }
  }
}
