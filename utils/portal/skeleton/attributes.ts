import { SETTINGS } from '../labels/index.ts';
import { classOf } from '../dom/tree.ts';
import { isKnown, sayable, SOMETHING } from './known.ts';
import type { SafeNames } from './names.ts';

/** Values of ARIA that are words of the standard, or small numbers. */
const STANDARD =
  /^(?:true|false|mixed|page|step|location|date|time|listbox|menu|dialog|grid|tree|polite|assertive|off|none|vertical|horizontal|both|list|inline|\d{1,3})$/;
const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns'];
const FLAGS = ['hidden', 'disabled', 'multiple', 'open', 'inert', 'contenteditable'];
/** Ids by which the portal's own places are found (portal.md 5.1). */
const PLACES = new Set(
  'app content content_container header_container the-main-content sidemenu notice-slot'.split(' '),
);
const KEYS: ReadonlySet<string> = new Set(
  SETTINGS.flatMap(({ keys = [] }) => keys.flatMap((key) => [key, `feature-${key}`])),
);

/** Whether the browser draws the element; by attribute alone where it cannot say. */
function isDrawn(element: Element): boolean {
  if (typeof element.checkVisibility !== 'function' || !element.isConnected) return true;
  return element.checkVisibility({ visibilityProperty: true });
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Writes the attributes of elements that say how a page is built, and none that say whose it is. */
export function createAttributes(names: SafeNames) {
  const numbers = new Map<string, string>();
  const isPlain = (id: string) => PLACES.has(id) || KEYS.has(id);
  /** Two ids stay two ids, and the same one the same, whatever they were. */
  const idOf = (id: string): string => {
    if (isPlain(id)) return id;
    const safe = names.of(id);
    let known = numbers.get(id);
    if (!known) {
      const isFree = safe === id && ![...numbers.values()].includes(safe);
      known = isFree ? safe : `${safe || 'id'}-${numbers.size + 1}`;
      numbers.set(id, known);
    }
    return known;
  };
  const aria = (name: string, value: string): string | null => {
    if (name === 'aria-label') return sayable(value);
    return STANDARD.test(value) ? value : null;
  };
  const styleOf = (element: Element, parentDrawn: boolean): string | null => {
    const style = element.getAttribute('style') ?? '';
    if (/display\s*:\s*none/i.test(style)) return 'display: none';
    if (/visibility\s*:\s*hidden/i.test(style)) return 'visibility: hidden';
    return parentDrawn && !element.hasAttribute('hidden') && !isDrawn(element) ? 'display: none' : null;
  };
  return {
    isDrawn,
    /** As they stand in a tag, with a space before each. */
    of(element: Element, parentDrawn: boolean): string {
      const kept: [string, string][] = [];
      const keep = (name: string, value: string | null) => {
        if (value !== null) kept.push([name, value]);
      };
      if (element.id !== '') keep('id', idOf(element.id));
      const classes = classOf(element)
        .split(/\s+/)
        .map((name) => names.of(name))
        .filter(Boolean);
      if (classes.length > 0) keep('class', classes.slice(0, 12).join(' '));
      const role = element.getAttribute('role');
      if (role !== null && /^[a-z ]{1,40}$/.test(role)) keep('role', role);
      const type = element.getAttribute('type');
      if (type !== null && /^[a-z-]{1,20}$/.test(type)) keep('type', type);
      for (const flag of FLAGS) if (element.hasAttribute(flag)) keep(flag, '');
      if ('checked' in element && element.checked === true) keep('checked', '');
      if (element.localName === 'option' && (element as HTMLOptionElement).selected) keep('selected', '');
      for (const name of REFERENCES) {
        const ids = element.getAttribute(name)?.trim();
        if (ids) keep(name, ids.split(/\s+/).map(idOf).join(' '));
      }
      for (const { name, value } of Array.from(element.attributes)) {
        if (/^aria-[a-z]+$/.test(name) && !REFERENCES.includes(name)) keep(name, aria(name, value));
        if ((name === 'title' || name === 'alt') && !sayable(value).includes(SOMETHING))
          keep(name, sayable(value));
      }
      const { value } = element as { value?: unknown };
      if (element.localName === 'input' && typeof value === 'string' && isKnown(value)) keep('value', value);
      keep('style', styleOf(element, parentDrawn));
      return kept.map(([name, text]) => (text === '' ? ` ${name}` : ` ${name}="${escaped(text)}"`)).join('');
    },
    escaped,
  };
}
