import type { MessageKey } from '../../../locales/keys.ts';
import type { SettingId } from '../../../model/settings.ts';
import { SETTING_NAMES } from '../../../model/setting-names.ts';
import type { Message } from '../../../model/words.ts';
import { icon } from '../icons.ts';
import { make, makeSvg } from '../make.ts';
import type { Pen } from '../pen.ts';
import { adapt } from '../scheme.ts';
import { createFrames, type Framed } from './frames.ts';
import { keepClear } from './keep-clear.ts';
import { createLayer } from './host.ts';

/** What is asked: structural twin of the session's question. */
interface Asked<One extends Framed> {
  readonly setting: SettingId;
  readonly number: number;
  readonly of: number;
  readonly candidates: readonly One[];
  readonly taught: string | null;
}

export interface TeachViewOptions<One extends Framed> {
  readonly pen: Pick<Pen, 'document' | 'say' | 'locale'>;
  readonly choose: (one: One) => void;
  readonly skip: () => void;
  readonly stop: () => void;
  /** The layer is gone, by whatever way. */
  readonly onClosed: () => void;
  /** Ended from outside: the content script leaves. */
  readonly signal: AbortSignal;
}

const CHOICES: readonly SettingId[] = ['default-service', 'authorize-with', 'setup-method'];
const kindOf = (setting: SettingId): MessageKey => {
  if (setting === 'permissions') return 'teach_kind_boxes';
  return CHOICES.includes(setting) ? 'teach_kind_choice' : 'teach_kind_switch';
};

/** Cross-hairs: its shape is needed here alone, so the notes' script does not carry it. */
const target = (document: Document) => {
  const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6', 'stroke-linecap': 'round' };
  return makeSvg(
    document,
    'svg',
    { class: 'i', viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    makeSvg(document, 'circle', { ...line, cx: '10', cy: '10', r: '5.6' }),
    makeSvg(document, 'path', { ...line, d: 'M10 1.8v3.4M10 14.8v3.4M1.8 10h3.4M14.8 10h3.4' }),
    makeSvg(document, 'circle', { fill: 'currentColor', cx: '10', cy: '10', r: '1.6' }),
  );
};

/**
 * The layer on which a person points: a frame over each candidate, the question under them. It adds one node of its own to the page
 * and takes it away again; focus goes back to where it was.
 */
export function createTeachView<One extends Framed>(options: TeachViewOptions<One>) {
  const { pen, choose, skip, stop, onClosed, signal } = options;
  const { document, say, locale } = pen;
  const before = document.activeElement;
  const { element, root } = createLayer(document);
  const closed = new AbortController();
  const frames = createFrames<One>(pen, choose, (frame) => keepClear(bar, frame));
  const title = make(document, 'b', { id: 'question' });
  const hint = make(document, 'p', { class: 'hint' });
  const acts = make(document, 'div', { class: 'acts' });
  const button = (key: MessageKey, act: () => void, ...more: readonly Node[]) => {
    const made = make(document, 'button', { type: 'button' }, say({ key }), ...more);
    made.addEventListener('click', act);
    return made;
  };
  const escape = () => make(document, 'kbd', { 'aria-hidden': 'true' }, say({ key: 'teach_key_escape' }));
  const bar = make(
    document,
    'section',
    { class: 'bar', 'aria-label': say({ key: 'teach_name' }) },
    make(
      document,
      'div',
      { class: 'question' },
      target(document),
      make(document, 'div', { class: 'words', role: 'status' }, title, hint),
      acts,
    ),
    make(
      document,
      'p',
      { class: 'foot' },
      icon(document, 'mark'),
      make(document, 'span', {}, say({ key: 'teach_promise' })),
    ),
  );
  const layer = make(document, 'div', { lang: locale }, frames.list, bar);
  root.append(layer);
  adapt(layer, document.body);
  document.body.append(element);

  let due = false;
  const follow = () => {
    if (due) return;
    due = true;
    document.defaultView?.requestAnimationFrame(() => {
      due = false;
      frames.place();
    });
  };
  const listening = { signal: closed.signal, passive: true, capture: true };
  document.addEventListener('scroll', follow, listening);
  document.defaultView?.addEventListener('resize', () => frames.reveal(), listening);
  // The page under the frames may redraw its rows, or a banner may push them down.
  const moves = new ResizeObserver(follow);
  moves.observe(document.body);
  closed.signal.addEventListener('abort', () => moves.disconnect(), { once: true });

  const close = () => {
    if (closed.signal.aborted) return;
    closed.abort();
    element.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    onClosed();
  };
  // Esc ends it wherever the focus is; the page hears it only when we are not there.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    stop();
  };
  root.addEventListener('keydown', (event) => onKey(event as KeyboardEvent));
  document.addEventListener('keydown', onKey, { signal: closed.signal });
  signal.addEventListener('abort', close, { once: true, signal: closed.signal });

  return {
    ask({ setting, number, of, candidates, taught }: Asked<One>): void {
      const name: Message = SETTING_NAMES[setting];
      title.textContent = say({ key: 'teach_which', params: { name } });
      const kind = say({ key: kindOf(setting) });
      const count = say({ key: 'teach_question', params: { number, of } });
      const so = taught === null ? '' : `${say({ key: 'teach_taught', params: { title: taught } })} `;
      hint.textContent = `${so}${kind} ${count}`;
      acts.replaceChildren(
        button('teach_not_here', skip),
        button('teach_not_known', skip),
        button('teach_stop', stop, escape()),
      );
      frames.show(candidates, 'question');
    },
    end(count: number): void {
      frames.list.replaceChildren();
      frames.list.hidden = true;
      title.textContent = say({ key: 'teach_done', params: { count } });
      hint.textContent = say({ key: 'teach_done_next' });
      const leave = button('teach_close', close, escape());
      acts.replaceChildren(leave);
      leave.focus();
    },
    close,
  };
}
