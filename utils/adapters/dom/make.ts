const SVG = 'http://www.w3.org/2000/svg';

export type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string>>;

function fill<Kind extends Element>(element: Kind, attributes: Attributes, children: readonly Child[]): Kind {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) if (child) element.append(child);
  return element;
}

/** An HTML element with attributes and children; text stays text, so nothing written can become markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function makeSvg(
  document: Document,
  tag: string,
  attributes: Attributes,
  ...children: readonly Child[]
): SVGElement {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}
