const COLOUR = /^rgba?\((\d+(?:\.\d+)?)[, ]+(\d+(?:\.\d+)?)[, ]+(\d+(?:\.\d+)?)(?:[,/ ]+(\d*\.?\d+)(%?))?\)$/;

function lightness(colour: string): number | null {
  const match = COLOUR.exec(colour);
  if (!match) return null;
  const alpha = match[4] === undefined ? 1 : Number(match[4]) / (match[5] === '%' ? 100 : 1);
  // What shines through cannot be judged here; the surface under it will be.
  if (alpha < 0.5) return null;
  return (0.2126 * Number(match[1]) + 0.7152 * Number(match[2]) + 0.0722 * Number(match[3])) / 255;
}

/**
 * The scheme of the surface an element stands on, by its nearest opaque background; null when nothing is painted.
 * A page may be dark without declaring it, and light under a dark system: what is seen counts.
 */
export function schemeAt(element: Element): 'light' | 'dark' | null {
  const view = element.ownerDocument.defaultView;
  if (!view) return null;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const light = lightness(view.getComputedStyle(at).backgroundColor);
    if (light !== null) return light < 0.4 ? 'dark' : 'light';
  }
  return null;
}

/** Gives a drawn note the scheme of where it stands; with nothing measured it inherits. */
export function adapt(drawn: HTMLElement, place: Element): void {
  const scheme = schemeAt(place);
  if (scheme) drawn.style.colorScheme = scheme;
  else drawn.style.removeProperty('color-scheme');
}

const THEME_ATTRIBUTES = ['class', 'style', 'data-theme', 'data-color-mode', 'theme'];

/** Tells when the page or the system may have changed its scheme. */
export function onSchemeChange(document: Document, listener: () => void, signal: AbortSignal): void {
  const query = document.defaultView?.matchMedia('(prefers-color-scheme: dark)');
  query?.addEventListener('change', listener, { signal });
  const observer = new MutationObserver(listener);
  for (const root of [document.documentElement, document.body])
    observer.observe(root, { attributes: true, attributeFilter: THEME_ATTRIBUTES });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
