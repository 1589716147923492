import type { Difference } from '../utils/model/snapshots.ts';
import type { SettingReading } from '../utils/model/settings.ts';
import { SETTING_NAMES } from '../utils/model/setting-names.ts';
import { lockWords } from '../utils/model/setting-words.ts';
import { Icon } from './icon.tsx';
import { ReadingValue } from './reading-value.tsx';
import { TableHead } from './table-head.tsx';
import { Text } from './words.tsx';

function Side({
  part,
  reading,
}: {
  readonly part: Difference['part'];
  readonly reading: SettingReading | null;
}) {
  if (!reading)
    return (
      <span class="word none">
        <Icon name="unknown" />
        <Text of={{ key: 'report_not_on_page' }} />
      </span>
    );
  if (part === 'value') return <ReadingValue value={reading.value} />;
  const words =
    reading.lock === 'unlocked'
      ? ({ key: 'report_unlocked' } as const)
      : (lockWords(reading.lock) ?? ({ key: 'workbench_not_recognised' } as const));
  return (
    <span class="val">
      {reading.lock === 'locked' && <Icon name="lock" />}
      <Text of={words} />
    </span>
  );
}

/** What two looks show otherwise, with the words Was and Is. */
export function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0)
    return (
      <p class="quiet">
        <Text of={{ key: 'report_no_difference' }} />
      </p>
    );
  return (
    <div class="narrow">
      <table class="table diff">
        <TableHead of={['workbench_col_setting', 'report_col_was', 'report_col_is']} />
        <tbody>
          {differences.map(({ setting, part, was, is, certain }) => (
            <tr key={`${setting} ${part}`}>
              <th scope="row">
                <Text of={SETTING_NAMES[setting]} />
                {part === 'lock' && (
                  <span class="sub">
                    <Text of={{ key: 'report_lock' }} />
                  </span>
                )}
                {!certain && (
                  <span class="sub">
                    <Text of={{ key: 'report_not_compared' }} />
                  </span>
                )}
              </th>
              <td class="was">
                <Side part={part} reading={was} />
              </td>
              <td class="is">
                <Side part={part} reading={is} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
