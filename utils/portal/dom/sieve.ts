import { OPTION_STEM } from '../labels/index.ts';
import type { Kind } from './kind.ts';

/** Longer text beside a control is never just its state ("Modified", "Reset"). */
export const STATE_LENGTH = 40;

/** The text of a place, as it was read. */
export interface Place {
  readonly element: Element;
  readonly text: string;
}

interface Read extends Place {
  readonly length: number;
  stem?: boolean;
  option?: boolean;
}

/** Why a control was passed over: nothing known in its name, nor in any text around it up to that place. */
export interface Far {
  readonly name: string | null;
  /** Ids of what names it; they stand inside that place. */
  readonly namedBy: string | null;
  readonly upTo: Place;
  /** Only as long as it is of that kind; of any kind when absent. */
  readonly kind?: Kind;
}

const MOST_UP = 6;

/**
 * A cheap sieve: whether the first longer text around a control holds a stem of what we know. It lets too much through and
 * nothing escapes it; the few controls that pass are looked at closely.
 * @param exactly what a control of that kind is in truth; asked only where it matters
 * @param known stems of the titles to be found
 * @param keeps whether the answers are to hold for a later look, too
 * @returns `near` for a control to be looked at, else why it was passed over
 */
export function createSieve(
  exactly: (element: Element, kind: Kind) => Kind,
  known: RegExp,
  keeps: boolean,
): (element: Element, kind: Kind) => 'near' | Far {
  const texts = new Map<Element, Read>();
  // Rows of one page are built alike: where the text of the last one of its kind was is the place to look first.
  const usual = new Map<Kind, number>();
  const textOf = (at: Element): Read => {
    let known = texts.get(at);
    if (!known) {
      const text = at.textContent ?? '';
      known = { element: at, text, length: text.length > STATE_LENGTH ? text.length : text.trim().length };
      texts.set(at, known);
    }
    return known;
  };
  const hasStem = (text: Read) => (text.stem ??= known.test(text.text));
  const hasOption = (text: Read) => (text.option ??= OPTION_STEM.test(text.text));
  // What is an option only when it is a radio button or a box matters to others as far as they may become one.
  const asksOption = (kind: Kind) => keeps || kind === 'radio' || kind === 'box';
  const up = (element: Element, levels: number) => {
    if (levels === 0) return null;
    let at: Element | null = element;
    for (let level = 0; at && level < levels; level += 1) at = at.parentElement;
    return at;
  };
  return (element, drawn) => {
    const name = element.getAttribute('aria-label');
    const labelled = element.hasAttribute('aria-labelledby');
    const place = labelled || drawn === 'select' ? null : up(element, usual.get(drawn) ?? 0);
    if (place) {
      const upTo = textOf(place);
      if (
        upTo.length > STATE_LENGTH &&
        !hasStem(upTo) &&
        !(asksOption(drawn) && hasOption(upTo)) &&
        // Most names are the title that stands there.
        (name === null || upTo.text.includes(name) || !(known.test(name) || OPTION_STEM.test(name)))
      )
        return { name, namedBy: null, upTo };
    }
    if (name !== null && known.test(name)) return 'near';
    let optional = name !== null && OPTION_STEM.test(name);
    const kind = exactly(element, drawn);
    const picks = kind === 'radio' || kind === 'box';
    if (picks && optional) return 'near';
    const own = kind === 'select' ? textOf(element).length : 0;
    let upTo = textOf(element);
    for (
      let at = element.parentElement, level = 1;
      at && level <= MOST_UP;
      at = at.parentElement, level += 1
    ) {
      upTo = textOf(at);
      if (upTo.length <= own) continue;
      if (hasStem(upTo)) return 'near';
      optional ||= hasOption(upTo);
      if (picks && optional) return 'near';
      if (upTo.length > STATE_LENGTH + own) {
        usual.set(drawn, level);
        break;
      }
    }
    if (labelled) return 'near';
    const far = { name, namedBy: null, upTo };
    return optional || kind === 'select' ? { ...far, kind } : far;
  };
}
