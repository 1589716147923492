import { make } from '../make.ts';
import type { Pen } from '../pen.ts';
import { type Scrolled, scrollerOf } from './keep-clear.ts';

/** What a frame stands for. */
export interface Framed {
  readonly element: Element;
  readonly title: string;
}

export interface Frames<One extends Framed> {
  /** The list of frames: one choice, with the focus wandering in it. */
  readonly list: HTMLElement;
  show(all: readonly One[], labelledBy: string): void;
  /** Puts the frames where their controls are now. */
  place(): void;
  /** Scrolls the chosen one into the middle of the window. */
  reveal(): void;
}

/** Room between a row and its frame at the sides, px; rows stand close above each other, so there it is less than none. */
const BESIDE = 8;
const ABOVE = -1;

/** Frames drawn over controls, to be walked by arrow keys, chosen by Enter or a press. The controls themselves are not touched. */
export function createFrames<One extends Framed>(
  { document, say }: Pick<Pen, 'document' | 'say'>,
  choose: (one: One) => void,
  /** The chosen one has come to where it stands now. */
  onRevealed: (frame: Scrolled) => void = () => undefined,
): Frames<One> {
  const list = make(document, 'div', { role: 'listbox', 'aria-orientation': 'vertical' });
  let shown: { readonly one: One; readonly frame: HTMLElement }[] = [];
  let here = 0;

  const place = () => {
    for (const { one, frame } of shown) {
      const { left, top, width, height } = one.element.getBoundingClientRect();
      frame.hidden = width === 0 || height === 0;
      frame.style.left = `${left - BESIDE}px`;
      frame.style.top = `${top - ABOVE}px`;
      frame.style.width = `${width + 2 * BESIDE}px`;
      frame.style.height = `${height + 2 * ABOVE}px`;
    }
  };
  const select = (at: number) => {
    here = at;
    for (const [index, { frame }] of shown.entries()) {
      frame.setAttribute('aria-selected', String(index === at));
      frame.tabIndex = index === at ? 0 : -1;
    }
  };
  const reveal = () => {
    const to = shown[here];
    if (!to) return;
    // At once, also on a page that scrolls smoothly: where it stands then is looked at.
    to.one.element.scrollIntoView({ block: 'center', behavior: 'instant' });
    place();
    onRevealed({
      rect: () => to.frame.getBoundingClientRect(),
      scroll(px) {
        scrollerOf(to.one.element)?.scrollBy({ top: px, behavior: 'instant' });
        place();
      },
    });
  };
  const go = (at: number) => {
    const to = shown[Math.max(0, Math.min(shown.length - 1, at))];
    if (!to) return;
    select(shown.indexOf(to));
    reveal();
    to.frame.focus({ preventScroll: true });
  };
  const STEPS: Readonly<Record<string, () => number>> = {
    ArrowDown: () => here + 1,
    ArrowUp: () => here - 1,
    Home: () => 0,
    End: () => shown.length - 1,
  };
  list.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      go(step());
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const chosen = shown[here];
      if (chosen) choose(chosen.one);
    }
  });

  return {
    list,
    place,
    reveal,
    show(all, labelledBy) {
      list.setAttribute('aria-labelledby', labelledBy);
      shown = all.map((one) => {
        const frame = make(
          document,
          'div',
          { role: 'option' },
          make(document, 'span', { class: 'sr' }, one.title),
          make(
            document,
            'span',
            { class: 'pick', 'aria-hidden': 'true' },
            say({ key: 'teach_choose_this' }),
            make(document, 'kbd', {}, say({ key: 'teach_key_enter' })),
          ),
        );
        frame.addEventListener('click', () => choose(one));
        frame.addEventListener('pointerenter', () =>
          select(shown.findIndex((other) => other.frame === frame)),
        );
        return { one, frame };
      });
      list.replaceChildren(...shown.map(({ frame }) => frame));
      go(0);
    },
  };
}
