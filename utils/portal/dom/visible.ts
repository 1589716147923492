import { classOf, isOwn } from './tree.ts';

/** Places whose text names settings without being them: menus, lists of results, pop-ups, tables of people's names. */
const ELSEWHERE_TAGS = new Set('nav template table aside footer textarea noscript'.split(' '));
const ELSEWHERE_ROLES = new Set(
  'navigation menu menubar listbox option tooltip dialog alertdialog search tablist grid table status alert'.split(
    ' ',
  ),
);
/** Pop-ups of both component families, which are appended to the body (portal.md 5.2), and lists of search results. */
const ELSEWHERE_CLASS =
  /(?:^|\s)(?:zm|zoom)-(?:dialog|floating|popover|tooltip|message|select-dropdown)|search-result/;

function concealed(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

function elsewhere(element: Element): boolean {
  const role = element.getAttribute('role');
  return (
    ELSEWHERE_TAGS.has(element.localName) ||
    isOwn(element) ||
    (role !== null && ELSEWHERE_ROLES.has(role)) ||
    element.hasAttribute('contenteditable') ||
    ELSEWHERE_CLASS.test(classOf(element))
  );
}

function rendered(element: Element): boolean {
  // Missing in older engines and in test ones; the attributes were looked at already.
  if (typeof element.checkVisibility !== 'function' || !element.isConnected) return true;
  return element.checkVisibility({ checkVisibilityCSS: true });
}

/**
 * Asks whether elements of the page's content are really shown there; good for one look, for it remembers.
 * A modal dialog hides the whole page behind it from screen readers; that must not make the settings vanish, so
 * ancestors count only below `main`.
 */
export function createShown(main: Element | null): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const inTheOpen = (element: Element): boolean => {
    const path: Element[] = [];
    let open: boolean | undefined;
    for (let at: Element | null = element; at && at !== main; at = at.parentElement) {
      path.push(at);
      open = known.get(at) ?? (concealed(at) || elsewhere(at) ? false : undefined);
      if (open !== undefined) break;
    }
    for (const at of path) known.set(at, open ?? true);
    return open ?? true;
  };
  const shown = new Map<Element, boolean>();
  return (element) => {
    const before = shown.get(element);
    if (before !== undefined) return before;
    const now = inTheOpen(element) && rendered(element);
    shown.set(element, now);
    return now;
  };
}

/** Whether a pop-up is open: shown by attributes and by the engine. */
export function isOpen(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (concealed(at)) return false;
  return rendered(element);
}
