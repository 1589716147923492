import type { Page } from 'playwright-core';
import { CLOSES, OPENS } from './pseudo.ts';

export interface Sweep {
  /** Text with letters in it that no catalogue gave. */
  readonly untranslated: readonly string[];
  /** What stands out of the window or is cut. */
  readonly escaping: readonly string[];
}

/**
 * Looks over all that shows on a page of ours (or, with `notes`, in our notes alone): text outside the marks of the pseudo
 * catalogue, and boxes that do not fit. What scrolls inside its own card may be wider (look.md: tables scroll inside their card).
 *
 * @param allowed whole texts that are nobody's words: names, numbers, addresses, codes
 */
export async function sweep(page: Page, allowed: readonly RegExp[], notes = false): Promise<Sweep> {
  const found = await page.evaluate(
    ({ opens, closes, notes }) => {
      const untranslated = new Set<string>();
      const escaping = new Set<string>();
      const shows = (element: Element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
      };
      const scrolls = (element: Element | null): boolean => {
        for (let at = element; at; at = at.parentElement)
          if (at !== document.documentElement && /auto|scroll/.test(getComputedStyle(at).overflowX))
            return true;
        return false;
      };
      const name = (element: Element) =>
        `${element.localName}.${element.className} "${element.textContent.trim().slice(0, 60)}"`;
      const box = (element: Element, right: number) => {
        if (!shows(element) || scrolls(element.parentElement)) return;
        const { overflowX, textOverflow } = getComputedStyle(element);
        if (element.getBoundingClientRect().right > right + 1) escaping.add(name(element));
        // Cut on purpose, with an ellipsis: a mail address (look.md).
        const cut =
          !/^(?:input|select|textarea)$/.test(element.localName) &&
          element.scrollWidth > element.clientWidth + 1 &&
          /hidden|clip/.test(overflowX);
        if (cut && textOverflow !== 'ellipsis' && element.clientWidth > 1)
          escaping.add(`cut: ${name(element)}`);
      };
      const words = (root: Document | ShadowRoot) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        let depth = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.textContent ?? '';
          const parent = node.parentElement;
          if (!parent || /^(?:script|style|code|pre|template)$/.test(parent.localName)) continue;
          let outside = '';
          for (const letter of text) {
            if (letter === opens) depth += 1;
            else if (letter === closes) depth -= 1;
            else if (depth === 0) outside += letter;
          }
          if (/\p{L}/u.test(outside) && shows(parent)) untranslated.add(outside.trim());
        }
        for (const element of root.querySelectorAll('[aria-label], [title], [alt], [placeholder]'))
          for (const attribute of ['aria-label', 'title', 'alt', 'placeholder']) {
            const text = element.getAttribute(attribute) ?? '';
            if (/\p{L}/u.test(text) && !text.includes(opens)) untranslated.add(text);
          }
      };
      const look = (root: Document | ShadowRoot, right: number) => {
        words(root);
        for (const element of root.querySelectorAll('body, body *, :host > *, section, section *'))
          box(element, right);
      };
      if (!notes) {
        look(document, innerWidth);
        const { scrollWidth } = document.documentElement;
        if (scrollWidth > innerWidth) escaping.add(`the page is ${scrollWidth} px wide`);
      } else
        for (const host of document.querySelectorAll('*'))
          if (host.shadowRoot && host.localName.startsWith('syncline'))
            look(host.shadowRoot, host.getBoundingClientRect().right);
      return { untranslated: [...untranslated], escaping: [...escaping] };
    },
    { opens: OPENS, closes: CLOSES, notes },
  );
  return {
    untranslated: found.untranslated.filter((text) => !allowed.some((pattern) => pattern.test(text))),
    escaping: found.escaping,
  };
}
