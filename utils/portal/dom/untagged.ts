import { DRAWN, kindWithoutTag } from './kind.ts';
import type { Root } from './tree.ts';

/**
 * Elements that are controls without being so by their tag, in order. This walks over the whole page, so the selector is
 * short: each of its parts is tried on each element, and telling roles apart in script costs half as much.
 */
export function findUntagged(root: Root): readonly Element[] {
  return [...root.querySelectorAll(`[role],${DRAWN}`)].filter((one) => kindWithoutTag(one) !== null);
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
