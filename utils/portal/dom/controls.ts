import { exactly, hostOf, type Kind, kindOf, kindWithoutTag, TAGS } from './kind.ts';
import { createSieve } from './sieve.ts';
import { byTag, type Root } from './tree.ts';
import { findUntagged } from './untagged.ts';

/** A control of the page, whatever component family drew it. */
export interface Control {
  readonly kind: Kind;
  /** Carries role and state. */
  readonly element: Element;
  /** Outermost element of the drawn control; contains `element` and what a pointer touches. */
  readonly host: Element;
}

/** What became of an element that may be a control. */
export type Verdict = 'none' | ReturnType<ReturnType<typeof createSieve>>;

/** The controls of a root, and, if asked for, everything that was considered, in the order of the lists it came from. */
export interface Controls {
  readonly controls: readonly Control[];
  readonly considered: readonly (readonly [element: Element, verdict: Verdict])[];
}

/**
 * The controls of a root: form controls and buttons by tag first, whose lists the engine keeps, then what is a control by its
 * role or its class (speed.md 4: a fraction of a walk over all text).
 * A page that has form controls, and none of them near a known word, is another tab: there the walk for roles is spared.
 * @param wanted stems of words: only controls beside one of them. `all`: every control, for a place known to be a
 * setting's, the place itself included
 * @param keeps whether what was considered is asked for, too
 */
export function controlsOf(root: Root, wanted: RegExp | 'all', keeps = false): Controls {
  const controls: Control[] = [];
  const considered: [Element, Verdict][] = [];
  const consider = (element: Element, kind: Kind | null) => {
    const verdict = judge(element, kind);
    if (keeps) considered.push([element, verdict]);
  };
  const places = new Map<Element, number>();
  const sieve = wanted === 'all' ? () => 'near' as const : createSieve(exactly, wanted, keeps);
  let tagged = false;
  const judge = (element: Element, kind: Kind | null): Verdict => {
    if (kind === null) return 'none';
    if (places.has(element)) return 'near';
    tagged = true;
    const verdict = sieve(element, kind);
    if (verdict === 'near') add(element, exactly(element, kind));
    return verdict;
  };
  const add = (element: Element, kind: Kind) => {
    const host = hostOf(element, kind);
    // One control may come up twice: a role on the wrapper and a form control inside it. The role is the accessible truth.
    const inner = element.firstElementChild ? byTag(element, 'input')[0] : undefined;
    const place = places.get(host) ?? (inner && places.get(inner)) ?? controls.length;
    if (place === controls.length || element.hasAttribute('role')) {
      controls[place] = { kind, element, host };
    }
    for (const part of [element, host, inner]) if (part) places.set(part, place);
  };
  for (const tag of TAGS) {
    const list = byTag(root, tag);
    // Index loops, and this one over nothing else: iterating a live list costs more than all the tests in it.
    for (let at = 0; at < list.length; at += 1) {
      const element = list[at];
      if (element) consider(element, kindOf(element));
    }
  }
  if (wanted === 'all' && root.nodeType === 1) {
    const place = root as Element;
    judge(place, kindOf(place) ?? kindWithoutTag(place));
  }
  if (!tagged || controls.length > 0)
    for (const [element, kind] of findUntagged(root)) consider(element, kind);
  return { controls, considered };
}
