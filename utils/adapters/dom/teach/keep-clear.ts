/** A thing that stands in the window and can be scrolled. */
export interface Scrolled {
  readonly rect: () => DOMRect;
  /** Scrolls the page under it; down by so many px, up where less than none. */
  readonly scroll: (px: number) => void;
}

/** Room left between bar and control, px: the mark on the frame's edge stands in it. */
const ROOM = 14;

/** What scrolls around an element: the closest box that does, else the page. */
export function scrollerOf(element: Element): Element | null {
  const { body, documentElement, defaultView: view, scrollingElement } = element.ownerDocument;
  for (let at = element.parentElement; at && at !== body && at !== documentElement; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(view?.getComputedStyle(at).overflowY ?? ''))
      return at;
  return scrollingElement;
}

/** The bar at the foot of the window with the control above it; where the page ends too soon for that, at the head. */
export function keepClear(bar: HTMLElement, { rect, scroll }: Scrolled): void {
  const under = (isTop: boolean) => {
    const [own, other] = [bar.getBoundingClientRect(), rect()];
    return isTop ? own.bottom + ROOM - other.top : other.bottom + ROOM - own.top;
  };
  for (const isTop of [false, true]) {
    bar.classList.toggle('top', isTop);
    const covered = under(isTop);
    if (covered > 0) scroll(isTop ? -covered : covered);
    if (under(isTop) < 1) return;
  }
  bar.classList.remove('top');
}
