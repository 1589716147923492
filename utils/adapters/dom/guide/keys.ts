/** The key that goes to the guide and back, as keyboards name it; the letter's place, so that layouts do not matter. */
export const KEY_NAME = 'Alt+Shift+G';
const isTheKey = (event: KeyboardEvent) =>
  event.code === 'KeyG' && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;

interface Where {
  /** Node of ours in the page. */
  readonly host: HTMLElement;
  /** What takes the keyboard inside it. */
  readonly target: () => HTMLElement | null;
}

/**
 * Lets the keyboard into the guide and back to where it was, while a dialog of the portal traps it: what happens to focus
 * around our node is kept from the page's listeners, which would fetch it back. Presses nothing there.
 */
export function watchKeys(document: Document, { host, target }: Where, signal: AbortSignal) {
  const view = document.defaultView;
  let before: HTMLElement | null = null;
  const isInside = () => document.activeElement === host;
  const enter = () => {
    const active = document.activeElement as HTMLElement | null;
    if (active && active !== host) before = active;
    target()?.focus();
  };
  const leave = () => {
    if (before?.isConnected) before.focus();
    else (document.activeElement as HTMLElement | null)?.blur();
  };
  const how = { capture: true, signal };
  view?.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !isTheKey(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (isInside()) leave();
      else enter();
    },
    how,
  );
  for (const type of ['focusin', 'focusout', 'focus', 'blur'] as const)
    view?.addEventListener(
      type,
      (event) => {
        if (event.target === host || event.relatedTarget === host) event.stopImmediatePropagation();
      },
      how,
    );
  return { enter, leave };
}
