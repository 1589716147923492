import { TITLES, type Title } from '../labels/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { BADGE, STATE_WORDS } from '../labels/words.ts';
import { normalise } from '../normal.ts';
import { titleText } from './text.ts';

/** A title of a known setting, drawn on the page. */
export interface DrawnTitle {
  readonly element: Element;
  readonly title: Title;
}

/** What a text means, if the whole of it is a known title (a badge behind it left out). */
export function titleOf(text: string, titles: ReadonlyMap<string, Title> = TITLES): Title | undefined {
  const key = normalise(text);
  return titles.get(key) ?? titles.get(key.replace(BADGE, '').replace(/ ?:$/, ''));
}

const INLINE = new Set('span b strong i em label font small u code mark bdi'.split(' '));

function wordsAt(node: Node | null): string {
  if (node?.nodeType === 3) return (node as Text).data.trim();
  return node?.nodeType === 1 && INLINE.has((node as Element).localName)
    ? titleText(node as Element).trim()
    : '';
}

/** A label inside a sentence is a mention: text beside it, or an inline neighbour that goes on in lower case. */
function standsAlone(element: Element): boolean {
  let at: Element | null = element;
  while (at && INLINE.has(at.localName)) {
    for (let node = at.previousSibling; node; node = node.previousSibling) {
      if (node.nodeType === 3 && wordsAt(node) !== '') return false;
    }
    for (let node = at.nextSibling; node; node = node.nextSibling) {
      const words = wordsAt(node);
      if (words !== '' && (node.nodeType === 3 ? !/^[:：*]$/.test(words) : /^[\p{Ll}.,;(]/u.test(words)))
        return false;
    }
    at = at.parentElement;
  }
  return true;
}

/** No title is longer with its badge: ours have 105 characters at most, a policy's 200. */
const LONGEST = 240;

/** The title a text node belongs to, looking up to three levels up, for a title may be split over spans. */
function around(text: Text, within: Element, titles: ReadonlyMap<string, Title>): DrawnTitle | null {
  let at = text.parentElement;
  for (let up = 0; at && up < 4; at = at.parentElement, up += 1) {
    const words = titleText(at);
    if (words.length > LONGEST) return null;
    // A button's words are no part of what is said around it.
    const title = words.includes(text.data) ? titleOf(words, titles) : undefined;
    if (title) return standsAlone(at) ? { element: at, title } : null;
    if (at === within) return null;
  }
  return null;
}

/** A page may be made to lie deeper than our stack. */
const MOST_DOWN = 256;

/** Every known title of a setting drawn inside an element, in reading order. */
export function settingTitlesIn(element: Element, vocabulary: Vocabulary): readonly DrawnTitle[] {
  return vocabulary.stem.test(element.textContent ?? '') ? titlesIn(element, vocabulary) : [];
}

/** Every known title drawn inside an element, in reading order; of settings when not said otherwise. */
export function titlesIn(
  element: Element,
  { titles: ofSettings, stem }: Vocabulary,
  titles: ReadonlyMap<string, Title> = ofSettings,
): DrawnTitle[] {
  const found: DrawnTitle[] = [];
  // Not by a walker: most parts of a page are passed by at one question to the engine, and none of their nodes is touched.
  const visit = (at: Element, depth: number) => {
    for (let node = at.firstChild; node; node = node.nextSibling) {
      const isText = node.nodeType === 3;
      if ((!isText && node.nodeType !== 1) || !stem.test(node.textContent ?? '')) continue;
      if (!isText) {
        if (depth < MOST_DOWN) visit(node as Element, depth + 1);
        continue;
      }
      const drawn = around(node as Text, element, titles);
      if (drawn && !found.some((other) => other.element === drawn.element)) found.push(drawn);
    }
  };
  visit(element, 0);
  return found;
}

/**
 * The title of a row, of all titles in it, is what it says first (headings apart); a known label further down is a mention of another setting.
 */
export function leadingTitle(
  row: Element,
  titles: readonly DrawnTitle[],
  without?: Element,
): DrawnTitle | null {
  for (const drawn of titles) {
    if (/^h[12]$/.test(drawn.element.localName)) continue;
    if (saysNothingBefore(row, drawn.element, without)) return drawn;
  }
  return null;
}

function saysNothingBefore(row: Element, title: Element, without?: Element): boolean {
  let clear = true;
  let reached = false;
  const visit = (element: Element) => {
    for (let node = element.firstChild; node && clear && !reached; node = node.nextSibling) {
      if (node === title) reached = true;
      else if (node === without) continue;
      else if (node.nodeType === 1 && (node as Element).contains(title)) visit(node as Element);
      else if (node.nodeType === 3 ? (node as Text).data.trim() !== '' : isWords(node)) clear = false;
    }
  };
  if (row !== title) visit(row);
  return clear;
}

function isWords(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  const element = node as Element;
  if (/^(?:h[1-6]|legend|header)$/.test(element.localName)) return false;
  const words = normalise(titleText(element));
  return words !== '' && !STATE_WORDS.has(words);
}
