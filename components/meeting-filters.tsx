import { type Comparison, MEETING_VERDICTS, type MeetingVerdict } from '../utils/model/meetings.ts';
import type { Message } from '../utils/model/words.ts';
import { VERDICT_LOOKS } from './meeting-words.ts';
import { Text, useReading } from './words.tsx';

export type MeetingFilter = MeetingVerdict | 'all';

interface MeetingFiltersProps {
  readonly compared: Comparison;
  readonly value: MeetingFilter;
  readonly onChange: (value: MeetingFilter) => void;
}

/** One button a verdict there is, with how many bear it. */
export function MeetingFilters({ compared: { counts, meetings }, value, onChange }: MeetingFiltersProps) {
  const { say } = useReading();
  const all: readonly (readonly [MeetingFilter, Message, number])[] = [
    ['all', { key: 'meetings_all' }, meetings.length],
    ...MEETING_VERDICTS.filter((verdict) => counts[verdict] > 0 || verdict === value).map(
      (verdict) => [verdict, VERDICT_LOOKS[verdict].word, counts[verdict]] as const,
    ),
  ];
  return (
    <div class="filters" role="group" aria-label={say({ key: 'meetings_filter' })}>
      {all.map(([each, word, count]) => (
        <button key={each} type="button" aria-pressed={each === value} onClick={() => onChange(each)}>
          <Text of={word} /> <b class="num">{count}</b>
        </button>
      ))}
    </div>
  );
}
