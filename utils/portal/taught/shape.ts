import { hash32 } from '../../core/hash.ts';
import type { TaughtLocator } from '../../model/policy.ts';
import { titleText } from '../dom/text.ts';
import { classOf, type Root } from '../dom/tree.ts';
import { isSelected } from '../main.ts';
import { normalise } from '../normal.ts';
import { type Group, rowOfGroup, titleIn } from './groups.ts';

/** What a group looks like to a locator. */
export type Print = Pick<TaughtLocator, 'path' | 'words' | 'shape'>;

const fingerprint = (text: string) => hash32(text).toString(36);

/** Classes that tell of a state, or are made anew by each build of the page. */
const PASSING = /^(?:is|has|v|js)-|--|\d|active|checked|disabled|selected|focus|hover|lock/;
const PLAIN = /^[a-z_][\w-]{0,39}$/i;

/** Tag, role and lasting classes of an element. */
function step(element: Element): string {
  const role = element.getAttribute('role') ?? '';
  const classes = classOf(element)
    .split(/\s+/)
    .filter((name) => PLAIN.test(name) && !PASSING.test(name))
    .slice(0, 3);
  return [element.localName + (/^[a-z]+$/.test(role) ? `[${role}]` : ''), ...classes].join('.');
}

/** Steps from an ancestor, left out, down to an element. */
function stepsTo(element: Element | null, from: Element | null): string[] {
  const steps: string[] = [];
  for (let at = element; at && at !== from; at = at.parentElement) steps.unshift(step(at));
  return steps;
}

const INLINE = /^(?:span|b|strong|i|em|label|font|small|bdi|mark)$/;

/** The title of a row as it is drawn: over all its spans, without the control. */
export function titleOfRow(row: Element, { own }: Group): string {
  const text = titleIn(row, own);
  let at = text?.parentElement;
  if (!text || !at) return '';
  const holdsControl = (element: Element) => own.some(({ host }) => element.contains(host));
  while (INLINE.test(at.localName) && at !== row && at.parentElement && !holdsControl(at.parentElement))
    at = at.parentElement;
  return holdsControl(at) ? text.data : titleText(at) || text.data;
}

/**
 * What tells a group from all others; null when it has no row of its own, as where two of its kind stand in one row.
 * @param all every group of the page
 */
export function printOf(
  group: Group,
  all: readonly Group[],
  main: Element | null,
): (Print & { readonly row: Element }) | null {
  const row = rowOfGroup(group, main);
  const control = group.own[0];
  if (!row || !control) return null;
  if (all.some((other) => other !== group && other.kind === group.kind && row.contains(other.place)))
    return null;
  const path = stepsTo(group.place, row.parentElement);
  if (group.own.length === 1 && control.element !== control.host) path.push(step(control.element));
  const words = fingerprint(normalise(titleOfRow(row, group)));
  return { row, path, words, shape: fingerprint(stepsTo(row.parentElement, main).join('>')) };
}

/** Fingerprint of the first open tab's name: further down, a tab may be a mere anchor that follows the scrolling. */
export function tabOfPage(root: Root): string {
  const open = [...root.querySelectorAll('[role=tab]')].find(isSelected);
  return fingerprint(normalise(open?.textContent ?? ''));
}
