import css from './teach.css?inline';

/** The reader of the page looks away from every tag that begins so. */
const TAG = 'syncline-teach';

/** What is pressed on our layer is not the page's to hear. */
const PRESSES =
  'click dblclick auxclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend keydown keyup'.split(
    ' ',
  );

/** Our own layer over the page, with its own style: nothing of the page's leaks in, nothing of the page is wrapped or moved. */
export function createLayer(document: Document): {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
} {
  const element = document.createElement(TAG);
  const root = element.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  for (const type of PRESSES) element.addEventListener(type, (event) => event.stopPropagation());
  return { element, root };
}
