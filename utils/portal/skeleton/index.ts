import type { PageId } from '../../model/settings.ts';
import { isOwn, type Root } from '../dom/tree.ts';
import { mainOf } from '../main.ts';
import { createAttributes } from './attributes.ts';
import { sayableIn } from './known.ts';
import { createSafeNames } from './names.ts';

/** Far above a settings page; a list of thousands says nothing more. */
const MOST_ELEMENTS = 4_000;
const DEEPEST = 100;

const LEFT_OUT = new Set(
  'script style link meta base iframe object embed noscript canvas video audio'.split(' '),
);
const EMPTY = new Set('input img br hr wbr source track col area'.split(' '));
const BLOCK = new Set(
  'div section article main form fieldset ul ol li table tbody thead tr nav aside header footer h1 h2 h3 h4 p dl dt dd'.split(
    ' ',
  ),
);

/** What the outline is of; in its first line, for whoever makes a fixture of it. */
export interface SkeletonOf {
  readonly page: PageId;
  /** BCP 47 */
  readonly language: string;
  readonly recognised: number;
  readonly expected: number;
}

/**
 * The outline of a page as markup, fit to paste into a report or a fixture: tags, roles, classes, ids and ARIA. Text stands in it
 * only where it equals a label of Syncline's own data; all other text is one sign. No names, no addresses, no topics.
 * What is read in the outline is what is read on the page, but for values only a text would tell.
 */
export function skeletonOf(root: Root, { page, language, recognised, expected }: SkeletonOf): string {
  const main = mainOf(root);
  const whole: ParentNode = root.nodeType === 1 ? (root.ownerDocument ?? root) : root;
  const names = createSafeNames(whole);
  const attributes = createAttributes(names);
  let count = 0;
  const write = (element: Element, parentDrawn: boolean, depth: number): string => {
    const tag = element.localName;
    if (isOwn(element) || LEFT_OUT.has(tag) || !/^[a-z][a-z0-9-]*$/.test(tag)) return '';
    count += 1;
    if (count > MOST_ELEMENTS || depth > DEEPEST) return '';
    // Elements of the page's own making are named by it, and so might be named after somebody.
    const name = tag.includes('-') ? names.of(tag) : tag;
    const open = `<${name}${attributes.of(element, parentDrawn)}>`;
    if (EMPTY.has(tag)) return open;
    const drawn = parentDrawn && attributes.isDrawn(element);
    // A drawing's parts are no controls; what a person typed stands in a field of several lines.
    const inner = ['svg', 'textarea', 'template'].includes(tag) ? '' : content(element, drawn, depth + 1);
    return `${BLOCK.has(tag) ? '\n' : ''}${open}${inner}</${name}>`;
  };
  const content = (element: Element, drawn: boolean, depth: number): string => {
    let text = '';
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) text += attributes.escaped(sayableIn(node as Text));
      else if (node.nodeType === 1) text += write(node as Element, drawn, depth);
    }
    return text;
  };
  return [
    '<!doctype html>',
    `<html lang="${/^[A-Za-z-]{2,12}$/.test(language) ? language : 'en'}" data-page="${page}" data-recognised="${recognised}" data-expected="${expected}">`,
    `<body>${main ? write(main, true, 0) : ''}`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
