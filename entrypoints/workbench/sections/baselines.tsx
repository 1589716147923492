import { BaselinesTable } from '../../../components/baselines-table.tsx';
import { Text, useReading } from '../../../components/words.tsx';
import { baselineOverview } from '../../../utils/checks/index.ts';
import type { Given, Section } from './section.ts';

function Baselines({ stored: { facts, rules } }: Given) {
  const { now } = useReading();
  const { books, levels } = baselineOverview(facts, rules, now);
  return (
    <>
      {levels.map((level) => (
        <section class="card wide" key={level.level}>
          <BaselinesTable level={level} books={books} />
        </section>
      ))}
    </>
  );
}

/** Rule books beside what was last seen. */
export const baselines: Section = {
  id: 'baselines',
  name: { key: 'baseline_section' },
  icon: 'copy',
  sub: { key: 'baseline_section_sub' },
  Acts: () => (
    <a class="btn" href="options.html#baselines">
      <Text of={{ key: 'baseline_change' }} />
    </a>
  ),
  Content: (given) => <Baselines {...given} />,
};
