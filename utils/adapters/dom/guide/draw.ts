import type { GuideStepView, GuideView } from '../../../model/guide.ts';
import { type Child, make, makeSvg } from '../make.ts';
import { icon } from '../icons.ts';
import { type Pen, rich } from '../pen.ts';
import { KEY_NAME } from './keys.ts';

/** What the buttons do, by their `data-act`. */
export type GuideAct = 'confirm' | 'fold' | 'non-admin' | 'end' | 'close';

const PATHS = {
  done: 'M5.2 10.4l3.2 3.2 6.4-7',
  fold: 'M4.8 7.5l5.2 5.2 5.2-5.2',
  unfold: 'M4.8 12.5L10 7.3l5.2 5.2',
  end: 'M5 5l10 10M15 5L5 15',
} as const;

/** A drawing of one line, in the ink around it. */
function stroke(document: Document, name: keyof typeof PATHS): SVGElement {
  return makeSvg(
    document,
    'svg',
    { class: 'i', viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
    makeSvg(document, 'path', {
      d: PATHS[name],
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '1.8',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}

function button(
  pen: Pen,
  act: GuideAct,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElement {
  return make(pen.document, 'button', { type: 'button', 'data-act': act, ...attributes }, ...children);
}

function step(
  pen: Pen,
  { id, state, title, detail, against, confirm }: GuideStepView,
  number: number,
): HTMLElement {
  const { document, say } = pen;
  const mark = state === 'done' ? stroke(document, 'done') : String(number);
  return make(
    document,
    'li',
    { class: state, ...(state === 'now' ? { 'aria-current': 'step' } : {}) },
    make(document, 'span', { class: 'n', 'aria-hidden': 'true' }, mark),
    make(
      document,
      'div',
      {},
      make(document, 'b', {}, say(title)),
      detail &&
        make(
          document,
          'span',
          against ? { class: 'against' } : {},
          against && icon(document, 'warn'),
          say(detail),
        ),
      confirm && button(pen, 'confirm', { class: 'text', 'data-step': id }, say({ key: 'guide_confirm' })),
    ),
  );
}

function header(pen: Pen, { title, done, total, folded, verdict }: GuideView): HTMLElement {
  const { document, say } = pen;
  const tool = (
    act: GuideAct,
    path: keyof typeof PATHS,
    key: 'guide_fold' | 'guide_unfold' | 'guide_end' | 'guide_close',
  ) =>
    button(
      pen,
      act,
      {
        'aria-label': say({ key }),
        title: say({ key }),
        ...(act === 'fold' ? { 'aria-expanded': String(!folded) } : {}),
      },
      stroke(document, path),
    );
  return make(
    document,
    'header',
    {},
    make(document, 'h2', { tabindex: '-1', id: 'title' }, say(title)),
    make(document, 'span', { class: 'count' }, say({ key: 'guide_progress', params: { done, total } })),
    tool('fold', folded ? 'unfold' : 'fold', folded ? 'guide_unfold' : 'guide_fold'),
    verdict ? tool('close', 'end', 'guide_close') : tool('end', 'end', 'guide_end'),
  );
}

/** The guide's inside: header, progress, steps, a question or the verdict, and who speaks. */
export function drawGuide(pen: Pen, view: GuideView): HTMLElement[] {
  const { document, say } = pen;
  const { done, total, steps, ask, verdict, folded } = view;
  const bar = make(document, 'div', { class: 'prog', 'aria-hidden': 'true' }, make(document, 'i'));
  (bar.firstElementChild as HTMLElement).style.inlineSize = `${(done / total) * 100}%`;
  if (folded) return [header(pen, view), bar];
  return [
    header(pen, view),
    bar,
    make(
      document,
      'div',
      // Scrolls where the window is low: reachable by keyboard then.
      { class: 'body', tabindex: '0', role: 'group', 'aria-labelledby': 'title' },
      verdict &&
        make(
          document,
          'div',
          { class: `verdict ${verdict.passed ? 'passed' : 'plain'}` },
          icon(document, verdict.passed ? 'pass' : 'none'),
          make(
            document,
            'div',
            {},
            make(document, 'b', {}, say(verdict.title)),
            make(document, 'p', {}, say(verdict.text)),
          ),
        ),
      make(document, 'ol', {}, ...steps.map((one, at) => step(pen, one, at + 1))),
      ask &&
        make(
          document,
          'p',
          { class: 'ask' },
          icon(document, 'plain'),
          make(
            document,
            'span',
            {},
            ...rich(pen, ask),
            ' ',
            button(pen, 'non-admin', { class: 'text' }, say({ key: 'guide_non_admin_yes' })),
          ),
        ),
    ),
    make(
      document,
      'p',
      { class: 'by' },
      icon(document, 'mark'),
      make(document, 'span', {}, say({ key: 'guide_foot' })),
      make(document, 'span', {}, say({ key: 'guide_key', params: { key: KEY_NAME } })),
    ),
  ];
}
