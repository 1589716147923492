import { isKnown } from './known.ts';

/** Words of interfaces; a page that says one of them in a sentence does not make a class of it personal. */
const INTERFACE = new Set(
  (
    'account action active admin advanced app area bar base basic block body box btn button calendar calendars card ' +
    'cell check checkbox checked col column common component contact contacts container content control core data ' +
    'default desc description detail dialog disabled div email enable enabled feature field fields flex foot footer ' +
    'form general grid group head header help hidden icon info inner input integration integrations item items label ' +
    'layout lazy left line link list loading lock locked mail main meeting meetings menu message modal name nav none note ' +
    'option options outer page pane panel part permission permissions popover popups portal profile radio read right ' +
    'root row save scheduler section select service services setting settings side size slot small status sub switch ' +
    'sync tab table tabs tag text the third party time tip title toggle tool tooltip top type user users value view ' +
    'warning web wrap wrapper write zoom search result results button buttons close open page pages menu day date hour ' +
    'banner notice alert status state row rows column columns avatar picture logo edit add remove new old'
  ).split(' '),
);
/** Marks of component families and frameworks. */
const FAMILY = /^(?:zm|zoom|el|fe|zcc|v|is|has|js)$/;

const wordsOf = (text: string) =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);

const SAYING = ['aria-label', 'title', 'alt', 'value', 'placeholder', 'name', 'href', 'content'];

/** Every word the page says that is not in the label data: its people's names are among them. */
function wordsSaid(root: ParentNode): ReadonlySet<string> {
  const said = new Set<string>();
  const add = (text: string | null) => {
    if (text && !isKnown(text)) for (const word of wordsOf(text)) said.add(word);
  };
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === 'script' || element.localName === 'style') continue;
    for (const node of element.childNodes) if (node.nodeType === 3) add((node as Text).data);
    for (const name of SAYING) add(element.getAttribute(name));
    if ('value' in element && typeof element.value === 'string') add(element.value);
  }
  return said;
}

/** Names of classes and ids fit to leave the page. */
export interface SafeNames {
  /** A name with every word that the page says replaced by `x`, and every longer number by `0`. */
  of(name: string): string;
}

/** Classes and ids are the page's making, but some pages make them of what people typed: a word that is shown too is left out. */
export function createSafeNames(root: ParentNode): SafeNames {
  const said = wordsSaid(root);
  return {
    of: (name) =>
      name
        .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '\u0000')
        .split('\u0000')
        .map((part) =>
          part.replace(/\p{L}+/gu, (word) => {
            const lower = word.toLowerCase();
            return said.has(lower) && !INTERFACE.has(lower) && !FAMILY.test(lower) ? 'x' : word;
          }),
        )
        .join('')
        .replace(/\d{3,}|(?<=[a-f])\d[\da-f]{4,}/gi, '0')
        .replace(/[^\w:./-]/g, '')
        .slice(0, 80),
  };
}
