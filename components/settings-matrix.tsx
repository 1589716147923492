import type { SettingId, SettingReading } from '../utils/model/settings.ts';
import type { Message } from '../utils/model/words.ts';
import { SETTING_NAMES } from '../utils/model/setting-names.ts';
import { Age } from './age.tsx';
import { Icon } from './icon.tsx';
import { ReadingLock, ReadingValue } from './reading-value.tsx';
import { Text, useReading } from './words.tsx';

/** The settings of one page as last seen; `null`: nobody has opened it yet. */
export interface MatrixColumn {
  readonly id: string;
  readonly name: Message;
  /** Group or host, where the level alone would not tell which. */
  readonly which?: string;
  readonly seen: {
    /** ms since the epoch */
    readonly at: number;
    readonly stale: boolean;
    readonly settings: readonly SettingReading[];
  } | null;
}

const readingOf = ({ seen }: MatrixColumn, id: SettingId) => seen?.settings.find((one) => one.id === id);
const differs = (one: SettingReading | undefined, other: SettingReading | undefined) =>
  one !== undefined &&
  other !== undefined &&
  one.value !== 'unknown' &&
  other.value !== 'unknown' &&
  JSON.stringify(one.value) !== JSON.stringify(other.value);

interface MatrixProps {
  readonly columns: readonly MatrixColumn[];
  /** Settings alone that some level shows otherwise than the first column. */
  readonly onlyDifferences: boolean;
}

/** The settings as last seen, page by page, each with its age. */
export function SettingsMatrix({ columns, onlyDifferences }: MatrixProps) {
  const { say } = useReading();
  const headOf = ({ name, which }: MatrixColumn) =>
    [say(name), ...(which === undefined ? [] : [which])].join(' · ');
  const [account] = columns;
  const all = (Object.keys(SETTING_NAMES) as SettingId[]).filter((id) =>
    columns.some((column) => readingOf(column, id)),
  );
  const unlike = (id: SettingId, column: MatrixColumn) =>
    account !== undefined && column !== account && differs(readingOf(account, id), readingOf(column, id));
  const ids = onlyDifferences ? all.filter((id) => columns.some((column) => unlike(id, column))) : all;
  return (
    <table class="table matrix stacked">
      <thead>
        <tr>
          <th scope="col">
            <Text of={{ key: 'workbench_col_setting' }} />
          </th>
          {columns.map(({ id, name, which, seen }) => (
            <th scope="col" key={id}>
              <Text of={name} />
              {which !== undefined && <span class="which">{which}</span>}
              <span class="sub">{seen ? <Age at={seen.at} old={seen.stale} /> : '–'}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ids.length === 0 && (
          <tr>
            <td colSpan={1 + columns.length}>
              <Text of={{ key: all.length === 0 ? 'workbench_not_seen_why' : 'report_empty' }} />
            </td>
          </tr>
        )}
        {ids.map((id, at) => (
          <tr key={id}>
            <th scope="row">
              <Text of={SETTING_NAMES[id]} />
            </th>
            {columns.map((column) => {
              if (!column.seen)
                return at === 0 ? (
                  <td key={column.id} class="ns" rowSpan={ids.length} data-h={headOf(column)}>
                    <span class="word none">
                      <Icon name="unknown" />
                      <Text of={{ key: 'workbench_not_seen' }} />
                    </span>
                    <span class="meta">
                      <Text of={{ key: 'workbench_not_seen_why' }} />
                    </span>
                  </td>
                ) : null;
              const reading = readingOf(column, id);
              const above = reading?.lock === 'locked-above';
              const other = unlike(id, column);
              const classes = [column.seen?.stale && 'old', above && 'inh', other && 'dif'].filter(Boolean);
              return (
                <td key={column.id} class={classes.join(' ')} data-h={headOf(column)}>
                  {reading ? (
                    <>
                      <ReadingValue value={reading.value} />
                      <ReadingLock lock={reading.lock} />
                      {other && (
                        <span class="meta">
                          <Text of={{ key: 'report_legend_differs' }} />
                        </span>
                      )}
                    </>
                  ) : (
                    '–'
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
