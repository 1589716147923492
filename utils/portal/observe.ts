import type { Clock } from '../core/clock.ts';
import { classOf, isOwn } from './dom/tree.ts';

/** At most one scan in this time, ms (speed.md 4). */
export const SCAN_GAP = 200;
/** A change is answered after this time, ms, so that one burst of changes is one scan. */
const SETTLE = 50;

/** What the observer needs of the outside: a clock, a one-shot timer, an end. */
export interface ObserveOptions {
  readonly clock: Pick<Clock, 'monotonic'>;
  /** Runs once after the delay in ms; gives a function that takes it back. */
  readonly schedule: (run: () => void, delay: number) => () => void;
  readonly onScan: () => void;
  readonly signal: AbortSignal;
}

const ATTRIBUTES = (
  'aria-checked aria-selected aria-pressed aria-disabled aria-label aria-expanded ' +
  'checked disabled hidden open class'
).split(' ');

/** Old components tell a change of state by class alone; classes of anything else are the page's own business. */
const STATEFUL_CLASS = /switch|radio|checkbox|select|lock|tab|dialog/;

function matters(record: MutationRecord): boolean {
  if (record.type === 'attributes') {
    const target = record.target as Element;
    return !isOwn(target) && (record.attributeName !== 'class' || STATEFUL_CLASS.test(classOf(target)));
  }
  for (const list of [record.addedNodes, record.removedNodes]) {
    for (let at = 0; at < list.length; at += 1) {
      const node = list[at];
      if (node && !isOwn(node)) return true;
    }
  }
  return false;
}

/**
 * Calls `onScan` soon after the page changed, and never more often than every 200 ms. The callback of the observer only
 * asks for a scan, and until that is done nothing is observed: receiving a record costs about a microsecond, all else is
 * what one does with it (speed.md 4).
 * Changes of a form control's state alone do not show in the tree, so `change` events count too.
 * Ends with the signal; does not scan at the start.
 */
export function observePortal(root: Document | ShadowRoot | Element, options: ObserveOptions): void {
  const { clock, schedule, onScan, signal } = options;
  if (signal.aborted) return;
  let last = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;
  const watch = () =>
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ATTRIBUTES });
  const scan = () => {
    cancel = null;
    last = clock.monotonic();
    try {
      onScan();
    } finally {
      if (!signal.aborted) watch();
    }
  };
  const request = () => {
    if (cancel) return;
    // A scan that is due sees whatever happens until then: the page does not pay for telling of it.
    observer.disconnect();
    cancel = schedule(scan, Math.max(SETTLE, last + SCAN_GAP - clock.monotonic()));
  };
  const observer = new MutationObserver((records) => {
    if (records.some(matters)) request();
  });
  watch();
  root.addEventListener('change', request, { signal, passive: true, capture: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      cancel?.();
      cancel = null;
    },
    { once: true },
  );
}
