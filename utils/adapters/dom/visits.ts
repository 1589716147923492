/** The portal's routers use pushState, which no event tells of in every browser (portal.md 8.4); looked at this often, ms. */
const EVERY = 1_000;

/** What runs while the page is one of ours. */
export interface Visit {
  /** The address changed, and is still one of ours. */
  moved(): void;
  /** The address is about to be none of ours any more. */
  leave(): void;
}

export interface VisitOptions {
  readonly view: Window;
  readonly isOurs: (address: string) => boolean;
  /** The page is, or has become by itself, one that is not ours. */
  readonly elsewhere: (address: string) => void;
  /** An update or a switching off orphans a content script, and no event says so (models.md 2.4). */
  readonly isAlive: () => boolean;
  /** Begins a visit, whose every node and listener ends with the signal. */
  readonly begin: (signal: AbortSignal) => Visit;
}

/** Runs a visit while the address is one of ours. At any other address a look once a second is all there is: no listener, no observer. */
export function attend({ view, isOurs, elsewhere, isAlive, begin }: VisitOptions): void {
  let visit: (Visit & { readonly end: AbortController }) | null = null;
  let last = '';
  const look = () => {
    if (!isAlive()) {
      view.clearInterval(timer);
      visit?.end.abort();
      return;
    }
    const { href } = view.location;
    if (href === last) return;
    last = href;
    const ours = isOurs(href);
    if (visit && ours) return visit.moved();
    visit?.leave();
    visit?.end.abort();
    visit = null;
    if (!ours) return elsewhere(href);
    const end = new AbortController();
    const { signal } = end;
    visit = { ...begin(signal), end };
    for (const event of ['hashchange', 'popstate']) view.addEventListener(event, look, { signal });
  };
  const timer = view.setInterval(look, EVERY);
  look();
}
