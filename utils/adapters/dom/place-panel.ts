/** Space between lock and panel for the arrow, and to the window's edge, px. */
const GAP = 10;
const EDGE = 8;

/** Puts a fixed panel under its lock, or above it where there is more room, its arrow pointing to the lock's middle. */
export function placePanel(panel: HTMLElement, lock: Element): void {
  const view = panel.ownerDocument.defaultView;
  if (!view) return;
  const at = lock.getBoundingClientRect();
  const { clientWidth, clientHeight } = panel.ownerDocument.documentElement;
  // A fixed panel cannot be scrolled into view: in a small window it takes the larger side, and scrolls inside.
  const room = Math.max(at.top, clientHeight - at.bottom) - GAP - EDGE;
  panel.style.maxHeight = `${Math.max(160, room)}px`;
  panel.classList.toggle('capped', panel.scrollHeight > panel.clientHeight);
  const { width, height } = panel.getBoundingClientRect();
  const middle = at.left + at.width / 2;
  const left = Math.max(EDGE, Math.min(at.right + EDGE - width + at.width / 2, clientWidth - width - EDGE));
  const above = at.bottom + GAP + height > clientHeight && at.top > clientHeight - at.bottom;
  panel.classList.toggle('above', above);
  panel.style.left = `${left}px`;
  panel.style.top = `${above ? Math.max(EDGE, at.top - GAP - height) : at.bottom + GAP}px`;
  panel.style.setProperty('--arrow', `${Math.max(20, Math.min(middle - left, width - 20))}px`);
}

/** Calls at most once a frame while the page scrolls or the window changes. */
export function onMoved(document: Document, listener: () => void, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view) return;
  let frame = 0;
  const request = () => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      listener();
    });
  };
  view.addEventListener('scroll', request, { capture: true, passive: true, signal });
  view.addEventListener('resize', request, { passive: true, signal });
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame), { once: true });
}
