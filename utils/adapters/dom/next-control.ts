import { TAG } from './host.ts';

const FOCUSABLE =
  'a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]:not([tabindex^="-"])';

function canTakeFocus(element: HTMLElement): boolean {
  if ((element as HTMLButtonElement).disabled || element.closest('[inert]')) return false;
  return (
    typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true })
  );
}

function focusableIn(element: Element): HTMLElement | null {
  const inside = element.shadowRoot?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [];
  return [...inside].find(canTakeFocus) ?? null;
}

/** The control that follows a note of ours in reading order: of the page, or of the next note. */
export function nextControl(host: Element): HTMLElement | null {
  const after = [...host.ownerDocument.querySelectorAll<HTMLElement>(`${FOCUSABLE},${TAG}`)].filter(
    (element) => host.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  for (const element of after) {
    if (element.localName === TAG) {
      const inside = focusableIn(element);
      if (inside) return inside;
    } else if (canTakeFocus(element)) return element;
  }
  return null;
}
