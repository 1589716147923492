import type { HistoryBar, SyncHistoryView } from '../utils/model/health.ts';
import { Dotted } from './dotted.tsx';
import { Text } from './words.tsx';

const WIDTH = 368;
const BASE = 24;

function Bar({ bar, at, step }: { bar: HistoryBar; at: number; step: number }) {
  const width = Math.min(8, step * 0.63);
  const x = at * step + (step - width) / 2;
  const tall = 6 + 14 * bar.height;
  switch (bar.kind) {
    case 'idle':
      return <path class="gap" d={`M${x} 23h${width}`} />;
    case 'failed':
      return (
        <g class="no">
          <rect x={x} y={BASE - 20} width={width} height="12.5" rx="1.5" />
          <circle cx={x + width / 2} cy={BASE - 2.4} r="2.4" />
        </g>
      );
    case 'waited':
      return <rect class="wt" x={x + 0.6} y={BASE - tall} width={width - 1.2} height={tall - 0.6} rx="1.5" />;
    default:
      return <rect class="ok" x={x} y={BASE - tall} width={width} height={tall} rx="1.5" />;
  }
}

/** The last runs. The sentence is the text; the drawing says the same for those who see it. */
export function SyncHistory({ title, sentences, bars }: SyncHistoryView) {
  const step = WIDTH / bars.length;
  return (
    <section class="runs">
      <h2>
        <Text of={title} />
      </h2>
      <p class="meta num">
        <Dotted pieces={sentences.map((sentence) => <Text of={sentence} />)} />
      </p>
      <svg class="spark" viewBox={`0 0 ${WIDTH} 26`} width="100%" aria-hidden="true">
        {bars.map((bar, at) => (
          <Bar key={at} bar={bar} at={at} step={step} />
        ))}
      </svg>
    </section>
  );
}
