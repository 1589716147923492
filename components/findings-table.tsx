import type { Level } from '../utils/model/settings.ts';
import type { Message } from '../utils/model/words.ts';
import { Age } from './age.tsx';
import { CertaintyMark } from './certainty.tsx';
import { type FailingFinding, lookOf } from '../utils/model/finding-look.ts';
import { Icon } from './icon.tsx';
import { TableHead } from './table-head.tsx';
import { Text } from './words.tsx';

const HEADS = [
  'workbench_col_state',
  'workbench_col_finding',
  'workbench_col_level',
  'workbench_col_certainty',
  'workbench_col_age',
  'workbench_col_source',
] as const;

const LEVEL: Record<Level, Message> = {
  account: { key: 'workbench_level_account' },
  group: { key: 'workbench_level_group' },
  user: { key: 'workbench_level_user' },
  profile: { key: 'workbench_level_profile' },
};

/** Every finding, worst first, with its source. */
export function FindingsTable({ findings }: { readonly findings: readonly FailingFinding[] }) {
  return (
    <table class="table finds">
      <TableHead of={HEADS} />
      <tbody>
        {findings.length === 0 && (
          <tr>
            <td colSpan={HEADS.length}>
              <Text of={{ key: 'workbench_no_findings' }} />
            </td>
          </tr>
        )}
        {findings.map((finding) => {
          const { tone, shape, word } = lookOf(finding.outcome);
          const { words, certainty } = finding.outcome;
          return (
            <tr key={`${finding.check}@${finding.level}`}>
              <td class={tone}>
                <span class="word">
                  <Icon name={shape} />
                  <Text of={word} />
                </span>
              </td>
              <th scope="row">
                <Text of={words.title} />
                {words.why && (
                  <span class="sub">
                    <Text of={words.why} />
                  </span>
                )}
              </th>
              <td>
                <Text of={LEVEL[finding.level]} />
              </td>
              <td>
                <CertaintyMark of={certainty} />
              </td>
              <td>
                <Age at={finding.observedAt} />
              </td>
              <td class="sources">
                {finding.sources.map((source) => (
                  <a key={source.url} href={source.url} target="_blank" rel="noreferrer">
                    {source.name}
                  </a>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
