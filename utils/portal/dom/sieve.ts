import { OPTION_STEM, STEM } from '../labels/index.ts';
import type { Kind } from './controls.ts';

/** Longer text beside a control is never just its state ("Modified", "Reset"). */
export const STATE_LENGTH = 40;

interface Text {
  readonly length: number;
  readonly text: string;
  stem?: boolean;
  option?: boolean;
}

/**
 * A cheap sieve: whether the first longer text around a control holds a stem of what we know. It lets too much through and
 * nothing escapes it; the few controls that pass are looked at closely.
 */
export function createSieve(): (element: Element, kind: Kind) => boolean {
  const texts = new Map<Element, Text>();
  const textOf = (at: Element): Text => {
    let known = texts.get(at);
    if (!known) {
      const text = at.textContent ?? '';
      known = { text, length: text.length > STATE_LENGTH ? text.length : text.trim().length };
      texts.set(at, known);
    }
    return known;
  };
  const hasStem = (text: Text) => (text.stem ??= STEM.test(text.text));
  const hasOption = (text: Text) => (text.option ??= OPTION_STEM.test(text.text));
  return (element, kind) => {
    const name = element.getAttribute('aria-label');
    const picks = kind === 'radio' || kind === 'box';
    if (name !== null && (STEM.test(name) || (picks && OPTION_STEM.test(name)))) return true;
    const own = kind === 'select' ? textOf(element).length : 0;
    for (let at = element.parentElement, up = 0; at && up < 6; at = at.parentElement, up += 1) {
      const text = textOf(at);
      if (text.length <= own) continue;
      if (hasStem(text) || (picks && hasOption(text))) return true;
      if (text.length > STATE_LENGTH + own) break;
    }
    return element.hasAttribute('aria-labelledby');
  };
}
