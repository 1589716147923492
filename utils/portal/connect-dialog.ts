import { readDialog } from './dialog.ts';
import { spokenText } from './dom/text.ts';
import type { Root } from './dom/tree.ts';
import { isOpen } from './dom/visible.ts';
import { RIGHTS } from './labels/words.ts';

/** Brands of the services to choose among; they are written alike in every language. */
const SERVICES = [/\bgoogle\b/i, /\bexchange\b/i, /\b(?:office|microsoft) 365\b/i];

/**
 * How far the profile's dialog for connecting a calendar is: services to choose among, or boxes of what is permitted
 * (portal.md 3.7; KB0068615). Titles are not public in full, so it goes by what stands in it; another dialog is `null`.
 */
export function connectStep(root: Root): 'choose' | 'permissions' | null {
  const element = readDialog(root)?.element;
  if (!element) return null;
  const text = spokenText(element);
  const boxes = [...element.querySelectorAll('input[type=checkbox],[role=checkbox]')].filter((box) =>
    isOpen(box.closest('label') ?? box),
  );
  if (boxes.length >= 2 && RIGHTS.calendar.test(text)) return 'permissions';
  return SERVICES.filter((service) => service.test(text)).length >= 2 ? 'choose' : null;
}
