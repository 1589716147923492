import { TAG } from './host.ts';

const ACTING_KEYS = new Set(['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** Tells of every act on the page before the page itself hears of it, as the path of nodes it went through. Changes nothing. */
export function watchTouches(
  document: Document,
  onTouch: (path: readonly EventTarget[]) => void,
  signal: AbortSignal,
): void {
  const how = { capture: true, passive: true, signal };
  const touch = (event: Event) => {
    const path = event.composedPath();
    // Pressing a note is no act on the setting it stands on.
    if (!path.some((node) => (node as Partial<Element>).localName === TAG)) onTouch(path);
  };
  document.addEventListener('pointerdown', touch, how);
  // A screen reader's press comes as a click alone.
  document.addEventListener('click', touch, how);
  document.addEventListener('keydown', (event) => ACTING_KEYS.has(event.key) && touch(event), how);
}
