import { isOwn } from './tree.ts';

/** Elements whose text is never part of a title: drawn, technical, or something to press. */
const SKIP_TAGS = new Set(
  'svg style script template noscript button input select option textarea a syncline-note'.split(' '),
);
const SKIP_ROLES = new Set('button link tooltip switch listbox combobox menu dialog'.split(' '));

function skipped(element: Element): boolean {
  if (SKIP_TAGS.has(element.localName) || isOwn(element)) return true;
  const role = element.getAttribute('role');
  return (
    (role !== null && SKIP_ROLES.has(role)) ||
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true'
  );
}

/** No title lies so deep; a page may be made to lie deeper than our stack. */
export const DEEPEST = 64;

/**
 * The text of an element as far as it can be a title, without controls, links, drawings and tooltips.
 * `textContent` in spirit: never `innerText`, which forces a layout.
 */
export function titleText(element: Element, without?: Element, depth = 0): string {
  let text = '';
  if (depth > DEEPEST) return text;
  if (!element.firstElementChild) return element.textContent;
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) text += (node as Text).data;
    else if (node.nodeType === 1 && node !== without && !skipped(node as Element)) {
      text += titleText(node as Element, without, depth + 1);
    }
  }
  return text;
}

/** All text with pictures spoken by their names, blocks set apart: for reading what a section says. */
export function spokenText(element: Element, depth = 0): string {
  if (depth > DEEPEST) return '';
  if (isOwn(element) || ['style', 'script', 'template'].includes(element.localName)) return '';
  if (element.hasAttribute('hidden')) return '';
  let text = ` ${element.getAttribute('alt') ?? ''} `;
  if (element.localName === 'svg' || element.localName === 'i' || element.getAttribute('role') === 'img') {
    text += `${element.getAttribute('aria-label') ?? element.getAttribute('title') ?? ''} `;
  }
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) text += (node as Text).data;
    else if (node.nodeType === 1) text += spokenText(node as Element, depth + 1);
  }
  return `${text} `;
}
