import { normalise } from '../normal.ts';
import { LOCKED_NOTE, STATE_WORDS } from '../labels/words.ts';
import type { Control } from './controls.ts';
import { STATE_LENGTH } from './sieve.ts';
import { titleText } from './text.ts';

const MAX_UP = 6;

/**
 * The closest ancestor of a control that says something besides the control itself: its row.
 * "On", "Modified" or a lock's name beside a switch are its state, not its title.
 */
export function rowOf(host: Element, main: Element | null): Element | null {
  let at = host.parentElement;
  for (let up = 0; at && up < MAX_UP; at = at.parentElement, up += 1) {
    const raw = at.textContent ?? '';
    if (raw.length > STATE_LENGTH + (host.textContent ?? '').length) return at;
    if (raw.trim() !== '') {
      const text = normalise(titleText(at, host));
      if (text !== '' && !STATE_WORDS.has(text) && !LOCKED_NOTE.test(text)) return at;
    }
    if (at === main) return null;
  }
  return null;
}

const INLINE = /^(?:label|span|button|a|b|em|i|p|strong|small)$/;
/** What shows that a box holds more than one setting: another control, or a heading. */
const FOREIGN =
  'input,select,[role=switch],[role=checkbox],[role=radio],[role=combobox],.zm-switch,.zoom-switch,' +
  'h1,h2,h3,h4,h5,h6,legend,[role=heading]';

/** A setting's own wrapper has a title, a description, options, a foot; a box with more in it is a list of settings. */
const MOST_CHILDREN = 12;

/**
 * The setting's own container, into which a note may be appended: the row, and up to two levels more while they add only
 * words that belong to it (its description), no other control and no heading.
 */
export function containerOf(row: Element, own: readonly Control[], main: Element | null): Element {
  // Nothing may be put into a label or another inline element: a press there would be a press on the control.
  let best = row.closest('label,button,a') ?? row;
  while (INLINE.test(best.localName) || own.some(({ host }) => host.contains(best))) {
    if (!best.parentElement || best.parentElement === main) break;
    best = best.parentElement;
  }
  const isOwn = (part: Element) => own.some(({ host }) => host.contains(part) || part.contains(host));
  const isForeign = (beside: Element) => {
    const first = beside.matches(FOREIGN) ? beside : beside.querySelector(FOREIGN);
    if (!first) return false;
    return !isOwn(first) || [...beside.querySelectorAll(FOREIGN)].some((other) => !isOwn(other));
  };
  let at: Element = best;
  for (let up = 0; up < 2 && !isFeature(best); up += 1) {
    const parent: Element | null = at.parentElement;
    if (!parent || parent === main || /^(?:body|html|main|form|table|tbody)$/.test(parent.localName)) break;
    if (parent.childElementCount > MOST_CHILDREN) break;
    for (let beside = parent.firstElementChild; beside; beside = beside.nextElementSibling)
      if (beside !== at && isForeign(beside)) return best;
    at = parent;
    if (isFeature(parent) || (parent.textContent ?? '').trim() !== (best.textContent ?? '').trim())
      best = parent;
  }
  return best;
}

/** Older portals wrap a setting in `div#feature-<key>` (portal.md 5.1). */
function isFeature(element: Element): boolean {
  return element.id.startsWith('feature-');
}
