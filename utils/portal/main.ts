import { byClass, byTag, classOf, firstById, type Root } from './dom/tree.ts';
import { isOpen } from './dom/visible.ts';
import { mailTab } from './labels/tab.ts';
import { normalise } from './normal.ts';
import { tabOf } from './pages.ts';

/**
 * The element that holds the page's content: the shell's own id (portal.md 5.1), a main landmark, the Vue root, else
 * everything that was given.
 */
export function mainOf(root: Root): Element | null {
  const inside =
    firstById(root, 'the-main-content') ??
    root.querySelector('main,[role=main]') ??
    firstById(root, 'app') ??
    null;
  if (inside) return inside;
  if (root.nodeType === 1) return root as Element;
  return 'body' in root ? root.body : null;
}

/** What component libraries call a wait, with and without the prefixes of the portal's two. */
const WAITS = ['loading', 'skeleton', 'spinner'].flatMap((name) => [
  name,
  `zm-${name}`,
  `zoom-${name}`,
  `page-${name}`,
]);

/** Whether content is still to come: nothing said yet, marked as busy, or rows that load on scrolling (portal.md 5.2). */
export function isLoading(main: Element | null): boolean {
  if (!main) return true;
  if ((main.textContent ?? '').trim() === '' && byTag(main, 'input').length === 0) return true;
  if (main.getAttribute('aria-busy') === 'true' || main.querySelector('[aria-busy=true]')) return true;
  if (WAITS.some((name) => Array.from(byClass(main, name)).some(isOpen))) return true;
  return Array.from(byClass(main, 'lazy-component')).some((lazy) => (lazy.textContent ?? '').trim() === '');
}

/** Whether the page is the sign-in form under another page's address. */
export function isSignInForm(root: Root): boolean {
  for (const input of Array.from(byTag(root, 'input'))) {
    if (input.getAttribute('type') !== 'password' || !isOpen(input)) continue;
    const form = input.closest('form');
    if (form?.querySelector('input[type=email],input[type=text],input:not([type])')) return true;
  }
  return false;
}

const MAIL_TAB = new Set(mailTab.map(({ text }) => normalise(text)));

/** Which tab is open. What the page shows goes before what the address says, for a tab can change without it. */
export function openTab(root: Root, url: string): 'mail' | 'other' | 'unknown' {
  const tabs = [...root.querySelectorAll('[role=tab]')];
  const mail = tabs.find((tab) => MAIL_TAB.has(normalise(tab.textContent ?? '')));
  const selected = tabs.some(isSelected);
  if (mail && isSelected(mail)) return 'mail';
  if (mail && selected) return 'other';
  return tabOf(url) ?? (selected ? 'other' : 'unknown');
}

/** Whether a tab is the open one. */
export function isSelected(tab: Element): boolean {
  return tab.getAttribute('aria-selected') === 'true' || /(?:^|\s)is-active(?:\s|$)/.test(classOf(tab));
}
