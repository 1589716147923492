import { TAG } from '../host.ts';

/** Corners of the window; the sheet knows where each lies. */
const PLACES = ['end-top', 'end-bottom', 'start-bottom', 'start-top'] as const;
const CONTROLS =
  'button,input:not([type=hidden]),select,textarea,[role=switch],[role=checkbox],[role=radio],[role=combobox]';

/** Where the page's controls are now, and the buttons of our notes beside them: locks of the portal are buttons too. */
function controlsOf(document: Document, own: Element): DOMRect[] {
  const notes = [...document.querySelectorAll(TAG)].filter((note) => note !== own);
  return [
    ...document.querySelectorAll(CONTROLS),
    ...notes.flatMap((note) => [...(note.shadowRoot?.querySelectorAll('button') ?? [])]),
  ]
    .map((control) => control.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
}

const meets = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Puts the card into a corner where it covers no control: whole, or else drawn in to its current step; where no corner is clear,
 * into the one that covers fewest. It stays where it is while that does.
 */
export function placeClear(host: HTMLElement, card: Element, side: 'start' | 'end'): void {
  const controls = controlsOf(host.ownerDocument, host);
  const covered = () => {
    const own = card.getBoundingClientRect();
    return controls.filter((control) => meets(own, control)).length;
  };
  const now = host.dataset['place'];
  const rank = (place: string) => (place === now ? 0 : place.startsWith(side) ? 1 : 2);
  const order = PLACES.toSorted((a, b) => rank(a) - rank(b));
  let best: { readonly place: string; readonly count: number } | null = null;
  for (const compact of [false, true]) {
    card.classList.toggle('compact', compact);
    for (const place of order) {
      host.dataset['place'] = place;
      const count = covered();
      if (count === 0) return;
      if (compact && (best === null || count < best.count)) best = { place, count };
    }
  }
  if (best) host.dataset['place'] = best.place;
}

/** The current step at the top of the list, where it does not stand whole in it. */
export function revealStep(body: Element): void {
  const step = body.querySelector('.now')?.getBoundingClientRect();
  const shown = body.getBoundingClientRect();
  if (step && (step.top < shown.top || step.bottom > shown.bottom)) body.scrollTop += step.top - shown.top;
}

/** Calls when the page came to rest after scrolling, the window changed, or the page grew or shrank. */
export function onResettled(document: Document, ground: Element, listener: () => void, signal: AbortSignal) {
  const view = document.defaultView;
  view?.addEventListener('scrollend', listener, { capture: true, passive: true, signal });
  view?.addEventListener('resize', listener, { passive: true, signal });
  if (!view || !('ResizeObserver' in view)) return;
  const observer = new ResizeObserver(listener);
  observer.observe(ground);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
