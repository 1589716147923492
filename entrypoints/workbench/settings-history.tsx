import { useMemo, useState } from 'preact/hooks';
import { Choice } from '../../components/choice.tsx';
import { DifferenceTable } from '../../components/difference-table.tsx';
import { Timeline as Drawing } from '../../components/timeline.tsx';
import { Text, useReading } from '../../components/words.tsx';
import type { Timeline } from '../../utils/model/snapshots.ts';
import { differences } from '../../utils/report/index.ts';
import { momentTexts, pageText } from './page-text.ts';

function Looks({ line }: { readonly line: Timeline }) {
  const { say } = useReading();
  const { sightings } = line;
  const points = useMemo(
    () =>
      sightings.map(({ seenAt, settings }, index) => ({
        at: seenAt,
        differs: index > 0 && differences(sightings[index - 1]?.settings ?? [], settings).length > 0,
      })),
    [sightings],
  );
  const newest = Math.max(
    1,
    points.findLastIndex(({ differs }) => differs),
  );
  const [to, setTo] = useState(newest);
  const [from, setFrom] = useState(newest - 1);
  const [was, is] = [sightings[Math.min(from, to)], sightings[Math.max(from, to)]];
  if (sightings.length < 2 || !was || !is)
    return (
      <p class="quiet">
        <Text of={{ key: 'report_history_none' }} />
      </p>
    );
  const moments = momentTexts(
    say,
    sightings.map(({ seenAt }) => seenAt),
  );
  const options = sightings.map(({ seenAt }, index) => (
    <option key={seenAt} value={String(index)}>
      {moments[index]}
    </option>
  ));
  return (
    <>
      <Drawing points={points} from={Math.min(from, to)} to={Math.max(from, to)} />
      <div class="pick">
        <Choice
          name="look-before"
          label={{ key: 'report_pick_before' }}
          value={String(from)}
          onChange={(value) => setFrom(Number(value))}
        >
          {options}
        </Choice>
        <Choice
          name="look-after"
          label={{ key: 'report_pick_after' }}
          value={String(to)}
          onChange={(value) => setTo(Number(value))}
        >
          {options}
        </Choice>
      </div>
      <DifferenceTable differences={differences(was.settings, is.settings)} />
      <p class="meta">
        <Text of={{ key: 'report_seen_note' }} />
      </p>
    </>
  );
}

/** What each settings page showed over time: choose a page and two looks, and see what they show otherwise. */
export function SettingsHistory({ lines }: { readonly lines: readonly Timeline[] }) {
  const { say } = useReading();
  const [page, setPage] = useState(0);
  const line = lines[page] ?? lines[0];
  if (!line) return null;
  const { sightings } = line;
  return (
    <section class="card" aria-labelledby="over-time">
      <header>
        <h2 id="over-time">
          <Text of={{ key: 'report_history_title' }} />
        </h2>
        <span class="meta">
          {lines.length > 1 && `${pageText(say, line)} · `}
          <Text of={{ key: 'report_looks', params: { count: sightings.length } }} />
        </span>
      </header>
      <div class="in stack">
        {lines.length > 1 && (
          <Choice
            name="look-page"
            label={{ key: 'report_history_page' }}
            value={String(page)}
            onChange={(value) => setPage(Number(value))}
          >
            {lines.map((each, index) => (
              <option key={`${each.page} ${each.scope}`} value={String(index)}>
                {pageText(say, each)}
              </option>
            ))}
          </Choice>
        )}
        <Looks key={`${line.page} ${line.scope} ${sightings.length}`} line={line} />
      </div>
    </section>
  );
}
