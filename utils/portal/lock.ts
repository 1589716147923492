import type { Lock } from '../model/settings.ts';
import type { Control } from './dom/controls.ts';
import { titleText } from './dom/text.ts';
import { classOf, textsOf } from './dom/tree.ts';
import { LOCK_WORDS, LOCKED_NOTE } from './labels/words.ts';
import { normalise } from './normal.ts';
import { isDisabled } from './read/state.ts';

/** A class token that says lock, and not block, clock or lockup. */
const LOCK_CLASS = /(?:^|[\s_-])(?:un)?lock(?:ed|btn|icon|button)?(?=$|[\s_-])/i;
const OPEN_CLASS = /(?:^|[\s_-])(?:is-)?unlock(?:ed)?(?=$|[\s_-])/i;
const SHUT_CLASS = /(?:^|[\s_-])(?:is-)?locked(?=$|[\s_-])/i;

function nameOf(element: Element): string {
  return normalise(element.getAttribute('aria-label') ?? element.getAttribute('title') ?? titleText(element));
}

function says(name: string, words: readonly string[]): boolean {
  return words.some((word) => name === word || name.startsWith(`${word} `));
}

/** The padlock of a row: something to press that is called Lock or Unlock, or drawn by a class that says so. */
function padlockOf(container: Element, own: readonly Control[]): Element | undefined {
  const marked: Element[] = [];
  for (const element of container.querySelectorAll('button,a,i,[role=button],[class*="lock"]')) {
    if (own.some(({ host }) => host.contains(element) || element.contains(host))) continue;
    const name = nameOf(element);
    const named = says(name, LOCK_WORDS.lock) || says(name, LOCK_WORDS.unlock);
    const pressable = element.matches('button,a,[role=button]');
    if ((named && pressable) || (LOCK_CLASS.test(classOf(element)) && !/\bp\b/.test(element.localName))) {
      const outer = element.closest('button,a,[role=button]');
      marked.push(outer && container.contains(outer) ? outer : element);
    }
  }
  // A note "Locked by admin" has a lock's picture too, with words in it or beside it; a padlock to press has none.
  return (
    marked.find((element) => element.matches('button,a,[role=button]')) ??
    marked.find((element) => !inNote(element))
  );
}

function inNote(element: Element): boolean {
  return saysLocked(element) || (element.parentElement !== null && saysLocked(element.parentElement));
}

/** Text by text: joined without spaces, a note behind a title is no word of its own. */
function saysLocked(element: Element): boolean {
  for (const { data } of textsOf(element)) if (LOCKED_NOTE.test(data)) return true;
  return false;
}

/** A toggle of its own says more than its name, its class more than a name, for a name is what pressing would do. */
function padlockState(padlock: Element): 'locked' | 'unlocked' | 'unknown' {
  const pressed = padlock.getAttribute('aria-pressed') ?? padlock.getAttribute('aria-checked');
  if (pressed === 'true' || pressed === 'false') return pressed === 'true' ? 'locked' : 'unlocked';
  const name = nameOf(padlock);
  if (says(name, LOCK_WORDS.locked)) return 'locked';
  if (says(name, LOCK_WORDS.unlocked)) return 'unlocked';
  // Only what has a class: the engine sets up a kind of element when the first of it is touched, and pictures are dear.
  const classes = [padlock, ...padlock.querySelectorAll(':scope>[class]')].map(classOf).join(' ');
  if (/(?:^|\s)is-locked(?:\s|$)/.test(classes)) return 'locked';
  if (/(?:^|\s)is-unlocked(?:\s|$)/.test(classes)) return 'unlocked';
  if (says(name, LOCK_WORDS.unlock)) return 'locked';
  if (says(name, LOCK_WORDS.lock)) return 'unlocked';
  if (SHUT_CLASS.test(classes)) return 'locked';
  if (OPEN_CLASS.test(classes)) return 'unlocked';
  return 'unknown';
}

/** Lock of a row and the element to press for it. */
export interface LockReading {
  readonly lock: Lock;
  readonly control?: Element;
}

/**
 * Whether a setting is locked here, locked one level above (greyed out, with a note), or free.
 * @param hasLocks whether this level has padlocks at all; on a person's own page an enabled control is simply free
 */
export function lockOf(container: Element, own: readonly Control[], hasLocks: boolean): LockReading {
  const padlock = padlockOf(container, own);
  const disabled = own.length > 0 && own.every(isDisabled);
  if (disabled && notes(container)) return { lock: 'locked-above' };
  if (padlock) return { lock: padlockState(padlock), control: padlock };
  if (!hasLocks && !disabled) return { lock: 'unlocked' };
  return { lock: 'unknown' };
}

/** A sentence, a tooltip or a picture's name in the row that says "locked". */
function notes(container: Element): boolean {
  if (saysLocked(container)) return true;
  for (const element of container.querySelectorAll('[aria-label],[title]')) {
    const name = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '';
    if (LOCKED_NOTE.test(name)) return true;
  }
  return false;
}
