import { DRAWN, type Kind, kindWithoutTag, TAGS } from './kind.ts';
import { byClass, type Root } from './tree.ts';

const ROLE = `[role]:not(${TAGS.join()})`;

/**
 * Elements that are controls without being so by their tag, those by role first. Each list is one walk over the whole page, as
 * cheap as the engine can make it: a selector of one part, and classes by the list it keeps; together they cost half of what a
 * list of three selectors does. An element may be in two of them.
 */
export function findUntagged(root: Root): (readonly [element: Element, kind: Kind])[] {
  const found: (readonly [Element, Kind])[] = [];
  const lists = [root.querySelectorAll(ROLE), ...DRAWN.map((name) => byClass(root, name))];
  for (const list of lists) {
    for (let at = 0; at < list.length; at += 1) {
      const element = list[at];
      const kind = element ? kindWithoutTag(element) : null;
      if (element && kind) found.push([element, kind]);
    }
  }
  return found;
}

const SAMPLES = 64;

/** What a page was made of, as far as its number of elements and a sample of them can say. */
export interface Sample {
  readonly size: number;
  readonly elements: readonly (Element | undefined)[];
}

function pick(all: HTMLCollectionOf<Element>, index: number): Element | undefined {
  return all[Math.floor((index * all.length) / SAMPLES)];
}

export function sampleOf(root: Document | Element): Sample {
  const all = root.getElementsByTagName('*');
  return { size: all.length, elements: Array.from({ length: SAMPLES }, (_, index) => pick(all, index)) };
}

/** Whether a page is made of the same elements, as far as that can be told without a walk over it. */
export function isSamePage(root: Document | Element, { size, elements }: Sample): boolean {
  const all = root.getElementsByTagName('*');
  return all.length === size && elements.every((element, index) => element === pick(all, index));
}
