import { makeSvg } from './make.ts';

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const stroke = (d: string, width = '1.6', colour = 'currentColor'): Shape => [
  'path',
  { d, stroke: colour, 'stroke-width': width },
];
const solid = (d: string, colour = 'currentColor'): Shape => ['path', { d, fill: colour }];
const dot = (cy: string, colour = 'currentColor'): Shape => [
  'circle',
  { cx: '10', cy, r: '1.15', fill: colour },
];
const KNOCK = 'var(--knock)';

/** Each shape has its own outline, so that it reads without its colour. 20-unit grid; unfilled and round-ended by note.css. */
const SHAPES = {
  pass: [
    ['circle', { cx: '10', cy: '10', r: '8.5', fill: 'currentColor' }],
    stroke('M6.2 10.4l2.6 2.6 5-5.6', '1.8', KNOCK),
  ],
  advice: [
    [
      'rect',
      {
        x: '2.3',
        y: '2.3',
        width: '15.4',
        height: '15.4',
        rx: '4',
        stroke: 'currentColor',
        'stroke-width': '1.6',
      },
    ],
    stroke('M10 9.2v4.6', '1.8'),
    dot('6.3'),
  ],
  warn: [
    solid('M8.6 2.9a1.6 1.6 0 0 1 2.8 0l7 12.4a1.6 1.6 0 0 1-1.4 2.4H3a1.6 1.6 0 0 1-1.4-2.4z'),
    stroke('M10 7.4v4.4', '1.8', KNOCK),
    dot('14.6', KNOCK),
  ],
  error: [
    solid('M6.5 1.6h7l4.9 4.9v7l-4.9 4.9h-7l-4.9-4.9v-7z'),
    stroke('M7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6', '1.8', KNOCK),
  ],
  plain: [
    [
      'circle',
      {
        cx: '10',
        cy: '10',
        r: '8',
        stroke: 'currentColor',
        'stroke-width': '1.6',
        'stroke-dasharray': '2.9 2.13',
      },
    ],
    stroke('M7.9 8.1c0-1.2 1-2 2.1-2s2.1.8 2.1 1.9c0 1.5-2.1 1.6-2.1 3.2'),
    dot('13.8'),
  ],
  none: [
    ['circle', { cx: '10', cy: '10', r: '8.2', stroke: 'currentColor', 'stroke-width': '1.6' }],
    stroke('M6 10h8', '1.7'),
  ],
  dim: [stroke('M3 5h14M5.4 10h9.2M7.8 15h4.4', '1.8')],
  chevron: [stroke('M7.5 4.8l5.2 5.2-5.2 5.2', '1.7')],
} as const satisfies Record<string, readonly Shape[]>;

const MARK: readonly Shape[] = [
  ['rect', { width: '32', height: '32', rx: '7.5', fill: '#0E7187' }],
  stroke('M5.2 7.2C8.6 14.2 10.6 16.6 13.6 16.6 17.9 16.6 21.8 11.2 26.8 4.9', '3.8', '#fff'),
  stroke('M5.2 17.1C8.6 24.1 10.6 26.5 13.6 26.5 17.9 26.5 21.8 21.1 26.8 14.8', '3.8', '#FFC766'),
];

export type IconName = keyof typeof SHAPES | 'mark';

/** A decorative drawing: its meaning is always in the words beside it. */
export function icon(document: Document, name: IconName): SVGElement {
  const [shapes, box] = name === 'mark' ? [MARK, '0 0 32 32'] : [SHAPES[name], '0 0 20 20'];
  return makeSvg(
    document,
    'svg',
    { class: 'i', viewBox: box, 'aria-hidden': 'true', focusable: 'false' },
    ...shapes.map(([tag, attributes]) => makeSvg(document, tag, attributes)),
  );
}
