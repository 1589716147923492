import type { GuideStep, GuideView } from '../../../model/guide.ts';
import type { Message } from '../../../model/words.ts';
import { createHost } from '../host.ts';
import { make } from '../make.ts';
import { type Pen, rootAttributes } from '../pen.ts';
import { adapt, onSchemeChange } from '../scheme.ts';
import { onResettled, placeClear, revealStep } from './clear-place.ts';
import { drawGuide, type GuideAct } from './draw.ts';
import css from './guide.css?inline';
import { watchKeys } from './keys.ts';

/** What the person may do on the panel; a member a button. */
export interface PanelActs {
  readonly confirm: (step: GuideStep) => void;
  readonly fold: (folded: boolean) => void;
  readonly nonAdmin: () => void;
  readonly end: () => void;
  readonly close: () => void;
}

export interface GuidePanelOptions extends PanelActs {
  readonly pen: () => Pen;
  /** Where the scheme is measured: the page's content. */
  readonly ground: () => Element;
  readonly later: (run: () => void, ms: number) => () => void;
  readonly signal: AbortSignal;
}

/** A screen reader takes what comes a moment after the region for a change, ms. */
const AFTER = 150;

/** Name of a button across redraws, so that focus can go back to it. */
const nameOf = (element: Element | null) => {
  const act = element?.getAttribute('data-act');
  return act
    ? `[data-act="${act}"]`
    : element?.id === 'title'
      ? '#title'
      : element?.matches('.body')
        ? '.body'
        : null;
};

/**
 * The guide on the page: an `aside` of its own in the top layer, so that it stands above the portal's dialogs and moves nothing
 * under it. Ends without a trace with the signal.
 */
export function createGuidePanel(options: GuidePanelOptions) {
  const { pen, ground, later, signal, confirm, fold, nonAdmin, end, close } = options;
  const { document } = pen();
  const host = createHost(document, 'guide', css);
  const { element } = host;
  const status = make(document, 'p', { class: 'vh', role: 'status' });
  const aside = make(document, 'aside', {});
  let folded = false;
  let side: GuideView['side'] = 'end';
  let drawn = '';
  let takeBack = () => {};

  const open = () => {
    if (!element.isConnected) document.body.append(element);
    element.setAttribute('popover', 'manual');
    if (typeof element.showPopover === 'function' && !element.matches(':popover-open')) element.showPopover();
  };
  const settle = () => {
    if (!element.isConnected) return;
    placeClear(element, aside, side);
    const body = aside.querySelector('.body');
    if (body && !body.querySelector('.verdict')) revealStep(body);
  };
  const keys = watchKeys(document, { host: element, target: () => aside.querySelector('h2') }, signal);

  const acts: Readonly<Record<GuideAct, (button: HTMLElement) => void>> = {
    confirm: ({ dataset }) => confirm(dataset['step'] as GuideStep),
    fold: () => fold(!folded),
    'non-admin': nonAdmin,
    end,
    close: () => {
      keys.leave();
      close();
    },
  };
  aside.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-act]');
    if (button && event.isTrusted) acts[button.dataset['act'] as GuideAct](button);
  });
  onResettled(document, ground(), settle, signal);
  onSchemeChange(document, () => adapt(aside, ground()), signal);
  signal.addEventListener('abort', () => clear(), { once: true });

  function clear(): void {
    takeBack();
    element.remove();
  }

  return {
    show(view: GuideView): void {
      open();
      folded = view.folded;
      side = view.side;
      const { lang = 'en', dir = 'ltr', ...rest } = rootAttributes(pen(), `guide${folded ? ' folded' : ''}`);
      const attributes = { ...rest, lang, dir, 'aria-label': pen().say(view.title) };
      const parts = drawGuide(pen(), view);
      // A press keeps its place: the list is drawn anew under it.
      const held = nameOf(host.root.activeElement);
      const scrolled = aside.querySelector('.body')?.scrollTop ?? 0;
      for (const [name, value] of Object.entries(attributes)) aside.setAttribute(name, value);
      aside.replaceChildren(...parts);
      if (drawn === '') host.fill(aside, status);
      drawn = view.title.key;
      adapt(aside, ground());
      const body = aside.querySelector('.body');
      // The verdict stands above the steps.
      if (body) body.scrollTop = view.verdict ? 0 : scrolled;
      if (held !== null)
        (aside.querySelector<HTMLElement>(held) ?? aside.querySelector<HTMLElement>('#title'))?.focus();
      settle();
    },
    announce(message: Message): void {
      takeBack();
      status.textContent = '';
      takeBack = later(() => {
        status.textContent = pen().say(message);
      }, AFTER);
    },
    focus: () => keys.enter(),
    clear,
  };
}
