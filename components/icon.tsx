import type { ComponentChildren } from 'preact';
import { type IconName, SHAPES } from './icon-shapes.ts';

export type { IconName } from './icon-shapes.ts';

/** Paint of one stroke of a drawing, by its first letter (icon-shapes.ts). */
function Stroke({ of }: { readonly of: string }) {
  const kind = of.charAt(0);
  const d = of.slice(1);
  if (kind === 'f') return <path d={d} fill="currentColor" />;
  return (
    <path
      d={d}
      fill="none"
      stroke={kind === 'k' ? 'var(--knock)' : 'currentColor'}
      stroke-width={kind === 'k' || kind === 'b' ? 1.8 : 1.6}
      stroke-dasharray={kind === 'd' ? '2.9 2.13' : undefined}
      stroke-linecap={kind === 'd' ? 'butt' : 'round'}
      stroke-linejoin="round"
    />
  );
}

function Drawing(props: { box: string; class?: string | undefined; children: ComponentChildren }) {
  return (
    <svg
      class={props.class ? `i ${props.class}` : 'i'}
      viewBox={props.box}
      aria-hidden="true"
      focusable="false"
    >
      {props.children}
    </svg>
  );
}

/** A sign, hidden from screen readers: its word stands beside it. */
export function Icon({ name, class: extra }: { readonly name: IconName; readonly class?: string }) {
  return (
    <Drawing box="0 0 20 20" class={extra}>
      {SHAPES[name].map((stroke) => (
        <Stroke key={stroke} of={stroke} />
      ))}
    </Drawing>
  );
}

/** One, two or three bars: how sure. */
export function CertaintyBars({ level }: { readonly level: 1 | 2 | 3 }) {
  return (
    <Drawing box="0 0 14 12">
      {[1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={bar * 5 - 4.5}
          y={10.5 - bar * 3}
          width="3"
          height={bar * 3 + 1}
          rx="1"
          fill={bar <= level ? 'currentColor' : 'none'}
          stroke="currentColor"
        />
      ))}
    </Drawing>
  );
}

/** The product's mark: two calendar lines fold together like rock strata; the fold is a tick. */
export function Mark() {
  return (
    <Drawing box="0 0 32 32" class="logo">
      <rect width="32" height="32" rx="7.5" fill="#0E7187" />
      <g fill="none" stroke-width="3.8" stroke-linecap="round">
        <path d="M5.2 7.2C8.6 14.2 10.6 16.6 13.6 16.6 17.9 16.6 21.8 11.2 26.8 4.9" stroke="#fff" />
        <path d="M5.2 17.1C8.6 24.1 10.6 26.5 13.6 26.5 17.9 26.5 21.8 21.1 26.8 14.8" stroke="#FFC766" />
      </g>
    </Drawing>
  );
}
