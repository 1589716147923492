import { useReading } from './words.tsx';

export interface TimelinePoint {
  /** ms since the epoch */
  readonly at: number;
  /** It showed something else than the one before. */
  readonly differs: boolean;
}

interface TimelineProps {
  readonly points: readonly TimelinePoint[];
  /** Places of the two looks that are compared. */
  readonly from: number;
  readonly to: number;
}

/** Share of the width left free at either end, so that marks and dates stay inside, per cent. */
const MARGIN = 4;
/** Dates nearer than this to the one before are left out, per cent; the two compared are always written. */
const ROOM = 13;

/** When a page was looked at: a ring a look, a diamond where it showed something else. The list beside it says the same. */
export function Timeline({ points, from, to }: TimelineProps) {
  const { say } = useReading();
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const x = (at: number) => MARGIN + (last > first ? (at - first) / (last - first) : 1) * (100 - 2 * MARGIN);
  const chosen = [from, to].map((at) => x(points[at]?.at ?? last));
  let written = Number.NEGATIVE_INFINITY;
  return (
    <svg class="hist" width="100%" height="56" aria-hidden="true" focusable="false">
      <line class="base" x1={`${MARGIN}%`} x2={`${100 - MARGIN}%`} y1="20" y2="20" />
      <line class="sel" x1={`${chosen[0]}%`} x2={`${chosen[1]}%`} y1="20" y2="20" />
      {points.map(({ at, differs }, index) => {
        const place = x(at);
        const selected = index === from || index === to;
        const crowded = chosen.some((other) => Math.abs(other - place) < ROOM) || place - written < ROOM;
        const named =
          index === to || (index === from && (chosen[1] ?? 0) - place >= ROOM) || (!selected && !crowded);
        if (named) written = place;
        return (
          <svg key={`${at} ${index}`} x={`${place}%`} y="20" overflow="visible">
            {differs ? (
              <path
                class={selected ? 'chg s' : 'chg'}
                d={selected ? 'M0-10 10 0 0 10-10 0z' : 'M0-8 8 0 0 8-8 0z'}
              />
            ) : (
              <circle class={selected ? 'pt s' : 'pt'} r="5.5" />
            )}
            {named && (
              <text
                class={selected ? 'b' : ''}
                y="30"
                text-anchor={place > 90 ? 'end' : place < 10 ? 'start' : 'middle'}
              >
                {say({ key: 'popup_clock', params: { time: { at, style: 'date' } } })}
              </text>
            )}
          </svg>
        );
      })}
    </svg>
  );
}
