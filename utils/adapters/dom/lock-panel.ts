import type { Consequence } from '../../model/findings.ts';
import type { Placement } from '../../model/notes.ts';
import { type Later, politeRegion } from './announcer.ts';
import { consequenceName, drawPanel } from './draw-consequence.ts';
import { createHost, type Host, TAG } from './host.ts';
import type { Pen } from './pen.ts';
import { onMoved, placePanel } from './place-panel.ts';
import { adapt } from './scheme.ts';

const HOVER = 300;
/** Long enough to cross the gap between lock and panel. */
const GRACE = 200;

interface Lock {
  readonly control: HTMLElement;
  readonly container: Element;
  readonly consequence: Consequence;
}

export interface LockPanelOptions {
  readonly document: Document;
  readonly pen: () => Pen;
  readonly later: Later;
  readonly signal: AbortSignal;
}

/**
 * The panel at a padlock: opens on focus or after 300 ms of hover, stays while pointer or focus is in lock or panel.
 * Esc closes it, and it stays closed until focus or pointer come back.
 */
export function createLockPanel({ document, pen, later, signal }: LockPanelOptions) {
  let locks: readonly Lock[] = [];
  let open: {
    readonly lock: Lock;
    readonly host: Host;
    readonly end: AbortController;
    readonly byFocus: boolean;
  } | null = null;
  let over: EventTarget | null = null;
  let dismissed: HTMLElement | null = null;
  let cancelOpen = () => {};
  let cancelClose = () => {};

  const close = () => {
    cancelClose();
    open?.end.abort();
    open?.host.element.remove();
    open = null;
  };
  const dismiss = () => {
    if (!open) return;
    const { lock, host } = open;
    const inside = host.root.activeElement !== null;
    dismissed = lock.control;
    close();
    // Focus that stood in the panel goes back to what it belonged to.
    if (inside) lock.control.focus();
  };
  const place = () => {
    const drawn = open?.host.root.querySelector<HTMLElement>('.panel');
    if (open && drawn) placePanel(drawn, open.lock.control);
  };
  const show = (lock: Lock, byFocus: boolean) => {
    cancelClose();
    if (open?.lock.control === lock.control && open.host.element.isConnected) return;
    close();
    const host = createHost(document, `lock:${lock.consequence.id}`);
    const drawn = drawPanel(pen(), lock.consequence, dismiss);
    // The lock itself is the page's: it cannot be given a description, so the panel's name is read out.
    host.fill(drawn, politeRegion(document, consequenceName(pen(), lock.consequence), later));
    // Before our own notes there, so that it follows the lock in tab order.
    const first = [...lock.container.children].find((child) => child.localName === TAG);
    lock.container.insertBefore(host.element, first ?? null);
    adapt(drawn, lock.container);
    const end = new AbortController();
    open = { lock, host, end, byFocus };
    // In the top layer no container of the page can clip it.
    if (typeof drawn.showPopover === 'function') {
      drawn.popover = 'manual';
      drawn.showPopover();
    }
    place();
    onMoved(document, place, end.signal);
    drawn.addEventListener('toggle', place, { capture: true });
  };
  const lockIn = (path: readonly EventTarget[]) => locks.find((lock) => path.includes(lock.control));
  const isPanel = (path: readonly EventTarget[]) => open !== null && path.includes(open.host.element);
  const closeSoon = () => {
    cancelClose();
    cancelClose = later(() => {
      const active = document.activeElement;
      // The page may put controls of its own between lock and panel; who tabs through them is still on the way.
      const near = open?.byFocus && active !== null && open.lock.container.contains(active);
      const held = near || (open && (active === open.host.element || active === open.lock.control));
      const hovered = open && (over === open.lock.control || over === open.host.element);
      if (!held && !hovered) close();
    }, GRACE);
  };

  const onPointer = (event: Event) => {
    const path = event.composedPath();
    const lock = lockIn(path);
    const now = isPanel(path) ? (open?.host.element ?? null) : (lock?.control ?? null);
    if (now === over) return;
    over = now;
    cancelOpen();
    if (lock) cancelOpen = later(() => show(lock, false), HOVER);
    if (now === null && open) closeSoon();
  };
  const onFocus = (event: Event) => {
    const path = event.composedPath();
    const lock = lockIn(path);
    if (lock && dismissed !== lock.control) show(lock, true);
    else if (!lock) {
      dismissed = null;
      if (open && !isPanel(path)) closeSoon();
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') dismiss();
  };
  const how = { capture: true, passive: true, signal };
  document.addEventListener('pointerover', onPointer, how);
  document.addEventListener('focusin', onFocus, how);
  document.addEventListener('focusout', () => open && closeSoon(), how);
  document.addEventListener('keydown', onKey, how);

  return {
    show(placements: readonly Placement<Element>[], dialogOpen: boolean): void {
      locks = placements.flatMap(({ element, lock }) =>
        lock
          ? [{ control: lock.control as HTMLElement, container: element, consequence: lock.consequence }]
          : [],
      );
      const still = open && locks.some((lock) => lock.control === open?.lock.control);
      if (open && (!still || dialogOpen || !open.host.element.isConnected)) close();
    },
    clear(): void {
      cancelOpen();
      close();
    },
  };
}
