/** The portal's routers use pushState, which no event tells of in every browser (portal.md 8.4); looked at this often, ms. */
const EVERY = 1_000;

/** Calls when the page's address changed, whatever way it did. */
export function watchLocation(view: Window, onChange: () => void, signal: AbortSignal): void {
  let last = view.location.href;
  const look = () => {
    if (view.location.href === last) return;
    last = view.location.href;
    onChange();
  };
  view.addEventListener('hashchange', look, { signal });
  view.addEventListener('popstate', look, { signal });
  const timer = view.setInterval(look, EVERY);
  signal.addEventListener('abort', () => view.clearInterval(timer), { once: true });
}
