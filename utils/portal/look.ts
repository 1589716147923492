import { classOf } from './dom/tree.ts';

/** Parts of the two component families: the new one calls them `zoom-…`, the old one `zm-…` (portal.md 5.1). */
const NEW = /(?:^|\s)zoom-/;
const OLD = /(?:^|\s)zm-/;

/** Which component family drew the elements, by the classes of their parts; the old one where both or neither did. */
export function lookOf(elements: readonly Element[]): 'new' | 'old' {
  let isNew = false;
  for (const element of elements) {
    const parts = [
      element,
      ...element.querySelectorAll('[class^="zm-"],[class^="zoom-"],[class*=" zm-"],[class*=" zoom-"]'),
    ];
    for (const part of parts) {
      const name = classOf(part);
      if (OLD.test(name)) return 'old';
      isNew ||= NEW.test(name);
    }
  }
  return isNew ? 'new' : 'old';
}
