/** Where a reading starts: a whole page, a shadow root, or a part of one. */
export type Root = Document | ShadowRoot | Element;

/** Elements of one tag; the live list is cached by the engine until the page changes (speed.md 4). A shadow root has none. */
export function byTag(root: Root, tag: string): ArrayLike<Element> {
  return 'getElementsByTagName' in root ? root.getElementsByTagName(tag) : root.querySelectorAll(tag);
}

/** Elements of one class, by the engine's cached list where there is one. */
export function byClass(root: Root, name: string): ArrayLike<Element> {
  return 'getElementsByClassName' in root
    ? root.getElementsByClassName(name)
    : root.querySelectorAll(`.${name}`);
}

/**
 * Elements with that id below a root, in order. Where the document knows no such id, that is one cheap look; else all of
 * them, for a hidden copy may carry the same one.
 */
export function byId(root: Root, id: string): Element[] {
  if (/["\\\s]/.test(id)) return [];
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  const known = document?.getElementById(id);
  if (!known && root.isConnected) return [];
  // By `#` the engine looks into its own index; by attribute it walks over everything.
  return [...root.querySelectorAll(/^[a-z][\w-]*$/i.test(id) ? `#${id}` : `[id="${id}"]`)];
}

/** The first of them; a document looks it up. */
export function firstById(root: Root, id: string): Element | undefined {
  return ('getElementById' in root ? root.getElementById(id) : byId(root, id)[0]) ?? undefined;
}

const TEXT = 4;

/** A walk over text nodes in document order; no filter callback, which would cost four times as much (speed.md 4). */
export function textWalker(root: Node): TreeWalker | undefined {
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  return document?.createTreeWalker(root, TEXT);
}

/** Text nodes in document order. */
export function* textsOf(root: Node): Generator<Text> {
  const walker = textWalker(root);
  while (walker?.nextNode()) yield walker.currentNode as Text;
}

/** Class list as one string, also of SVG elements, where `className` is an object. */
export function classOf(element: Element): string {
  return element.getAttribute('class') ?? '';
}

/** The closest common ancestor of elements, each counted as its own ancestor. */
export function commonAncestor(elements: readonly Element[]): Element | null {
  let at: Element | null = elements[0] ?? null;
  while (at && !elements.every((element) => at?.contains(element))) at = at.parentElement;
  return at;
}

/** Whether a node is one of ours, or inside one; we never read what we wrote. */
export function isOwn(node: Node): boolean {
  return node.nodeType === 1 && (node as Element).localName.startsWith('syncline-');
}
