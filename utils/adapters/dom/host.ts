import css from './note.css?inline';

/** Tag of every node of ours in the page; the reader of the page knows it and looks away. */
export const TAG = 'syncline-note';

let shared: CSSStyleSheet | null = null;

/** One sheet for all notes where the browser lets a content script make one; else the style element to put into each. */
function dress(document: Document, root: ShadowRoot, own: string): readonly Element[] {
  const Sheet = document.defaultView?.CSSStyleSheet;
  try {
    if (!shared && Sheet) {
      shared = new Sheet();
      shared.replaceSync(css);
    }
    if (!shared) throw new TypeError('no constructable sheets');
    root.adoptedStyleSheets = [shared];
    if (own !== '' && Sheet) {
      const sheet = new Sheet();
      sheet.replaceSync(own);
      root.adoptedStyleSheets.push(sheet);
    }
    return [];
  } catch (cause) {
    // Firefox's view of the page refuses sheets made by an extension's script.
    if (!(cause instanceof Error)) throw cause;
    const style = document.createElement('style');
    style.textContent = css + own;
    return [style];
  }
}

const PRESSES = 'click dblclick pointerdown pointerup mousedown mouseup keydown keyup change input'.split(
  ' ',
);

/** A node of ours with its own style: nothing of the page's leaks in, nothing leaks out. */
export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Replaces what it shows. */
  fill(...content: readonly Node[]): void;
}

/** @param own rules of this host alone, beside those of all notes */
export function createHost(document: Document, name: string, own = ''): Host {
  const element = document.createElement(TAG);
  element.dataset['note'] = name;
  // Open, so that assistive and test tools can look in; nothing personal is ever drawn on the page.
  const root = element.attachShadow({ mode: 'open' });
  const styles = dress(document, root, own);
  // What is pressed inside a note is not the page's to hear: a row that is a button would take it for a press on itself.
  for (const type of PRESSES) element.addEventListener(type, (event) => event.stopPropagation());
  return {
    element,
    root,
    fill: (...content) => root.replaceChildren(...styles, ...content),
  };
}
