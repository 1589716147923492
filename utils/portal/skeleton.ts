import { isOwn, type Root } from './dom/tree.ts';
import { mainOf } from './main.ts';

const MAX_NODES = 400;
/** Ids of the page's making; anything with a number or an address in it may be somebody's. */
const PLAIN_ID = /^[A-Za-z][A-Za-z_-]{1,48}$/;

/**
 * Outline of an unfamiliar page, fit to paste into a report: tags, roles, classes of the component families and plain ids,
 * one element a line. No text, no names, no addresses.
 */
export function skeletonOf(root: Root): string {
  const lines: string[] = [];
  const visit = (element: Element, depth: number) => {
    if (lines.length >= MAX_NODES || isOwn(element) || ['script', 'style', 'svg'].includes(element.localName))
      return;
    const role = element.getAttribute('role');
    const id = PLAIN_ID.test(element.id) ? `#${element.id}` : '';
    const family = (element.getAttribute('class') ?? '').match(/\b(?:zm|zoom)-[a-z_-]+/)?.[0];
    lines.push(
      `${'  '.repeat(Math.min(depth, 20))}${element.localName}${id}${family ? `.${family}` : ''}${role ? ` [${role}]` : ''}`,
    );
    for (const child of element.children) visit(child, depth + 1);
  };
  const main = mainOf(root);
  if (main) visit(main, 0);
  return lines.join('\n');
}
