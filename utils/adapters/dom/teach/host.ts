import css from './teach.css?inline';

/** The reader of the page looks away from every tag that begins so. */
const TAG = 'syncline-teach';

/** What is pressed on our layer is not the page's to hear. */
const PRESSES =
  'click dblclick auxclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend keydown keyup'.split(
    ' ',
  );

/** An answer is a person's act: neither a page's script nor a key held down since the question before gives one. */
function heed(event: Event): void {
  const { key, repeat } = event as KeyboardEvent;
  const isHeld = repeat && (key === 'Enter' || key === ' ');
  if (event.isTrusted && !isHeld) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Our own layer over the page, with its own style: nothing of the page's leaks in, nothing of the page is wrapped or moved. */
export function createLayer(document: Document): {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
} {
  const element = document.createElement(TAG);
  // Open, so that assistive and test tools can look in; what a script presses there is not heeded.
  const root = element.attachShadow({ mode: 'open' });
  // By pointing, a frame is made the one that the keys choose.
  for (const type of [...PRESSES, 'pointerenter']) root.addEventListener(type, heed, { capture: true });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  for (const type of PRESSES) element.addEventListener(type, (event) => event.stopPropagation());
  return { element, root };
}
