import type {
  BaselineCell,
  BaselineLevel,
  BaselineLine,
  BaselineOverview,
} from '../utils/model/baselines.ts';
import { BOOK_NAMES } from '../utils/model/baselines.ts';
import { SETTING_NAMES } from '../utils/model/setting-names.ts';
import type { SettingReading } from '../utils/model/settings.ts';
import type { Message } from '../utils/model/words.ts';
import { Age } from './age.tsx';
import { ReadingValue } from './reading-value.tsx';
import { VerdictCell } from './verdict-cell.tsx';
import { Text, useReading } from './words.tsx';

const LEVEL: Record<BaselineLevel['level'], Message> = {
  account: { key: 'workbench_level_account' },
  group: { key: 'workbench_level_group' },
  user: { key: 'workbench_level_user' },
};

/** Two rule books that disagree are nobody's fault: grey, as all we do not judge. */
const RESULT = {
  same: ['good', 'good', { key: 'baseline_result_same' }],
  differs: ['ask', 'warn', { key: 'baseline_result_differs' }],
  conflict: ['none', 'unknown', { key: 'baseline_result_conflict' }],
  none: ['none', 'unknown', { key: 'baseline_result_none' }],
  unknown: ['none', 'unknown', { key: 'baseline_result_unknown' }],
} as const satisfies Record<BaselineLine['result'], readonly [string, string, Message]>;

/** A value as the portal or a rule book has it; a book that does not speak of the setting has none. */
const Value = ({ of }: { readonly of: string | readonly string[] | undefined }) =>
  of === undefined ? <span class="meta">–</span> : <ReadingValue value={of as SettingReading['value']} />;

function Expected({ of }: { readonly of: BaselineCell | undefined }) {
  return (
    <>
      <Value of={of?.expected} />
      {of && (
        <span class="sub">
          {of.rule === undefined ? (
            <Text of={of.why} />
          ) : (
            <Text of={{ key: 'baseline_rule', params: { rule: of.rule } }} />
          )}
        </span>
      )}
    </>
  );
}

function Line({
  line,
  books,
  level,
}: { line: BaselineLine; books: BaselineOverview['books'] } & Pick<BaselineLevel, 'level'>) {
  const { say } = useReading();
  const [tone, shape, word] = RESULT[line.result];
  return (
    <tr>
      <th scope="row">
        <Text of={SETTING_NAMES[line.setting]} />
      </th>
      <td data-h={say(LEVEL[level])}>
        <Value of={line.actual} />
      </td>
      {books.map(({ book, chosen }) => (
        <td key={book} class={chosen ? '' : 'old'} data-h={say(BOOK_NAMES[book])}>
          <Expected of={line.cells.find((cell) => cell.book === book)} />
        </td>
      ))}
      <VerdictCell tone={tone} shape={shape} word={word} />
    </tr>
  );
}

/** One level: its settings as last seen, what each rule book expects of them, and how the chosen ones compare. */
export function BaselinesTable({
  level: { level, observedAt, stale, lines },
  books,
}: {
  readonly level: BaselineLevel;
  readonly books: BaselineOverview['books'];
}) {
  return (
    <table class="table matrix stacked">
      <thead>
        <tr>
          <th scope="col">
            <Text of={{ key: 'workbench_col_setting' }} />
          </th>
          <th scope="col">
            <Text of={LEVEL[level]} />
            <span class="sub">
              {observedAt === null ? (
                <Text of={{ key: 'workbench_not_seen' }} />
              ) : (
                <Age at={observedAt} old={stale} />
              )}
            </span>
          </th>
          {books.map(({ book, chosen }) => (
            <th scope="col" key={book}>
              <Text of={BOOK_NAMES[book]} />
              <span class="sub">
                <Text of={{ key: chosen ? 'baseline_followed' : 'baseline_not_followed' }} />
              </span>
            </th>
          ))}
          <th scope="col">
            <Text of={{ key: 'baseline_col_result' }} />
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.setting} line={line} books={books} level={level} />
        ))}
      </tbody>
    </table>
  );
}
