import type { RunRecord } from '../utils/model/calendar.ts';
import type { Message } from '../utils/model/words.ts';
import type { Tone } from '../utils/model/health.ts';
import type { IconName } from './icon.tsx';
import { TableHead } from './table-head.tsx';
import { VerdictCell } from './verdict-cell.tsx';
import { Text, useReading } from './words.tsx';

const OUTCOME: Record<RunRecord['outcome'], readonly [tone: Tone, icon: IconName, words: Message]> = {
  complete: ['good', 'good', { key: 'run_complete' }],
  waiting: ['busy', 'wait', { key: 'run_waiting' }],
  'needs-person': ['ask', 'person', { key: 'run_needs_person' }],
  resync: ['busy', 'sync', { key: 'run_resync' }],
  shrink: ['ask', 'warn', { key: 'run_shrink' }],
  failed: ['bad', 'bad', { key: 'run_failed' }],
  superseded: ['none', 'unknown', { key: 'run_superseded' }],
};

const TRIGGER: Record<RunRecord['trigger'], Message> = {
  alarm: { key: 'trigger_alarm' },
  person: { key: 'trigger_person' },
  'sign-in': { key: 'trigger_sign_in' },
  start: { key: 'trigger_start' },
  policy: { key: 'trigger_policy' },
};

const HEADS = [
  'workbench_col_when',
  'workbench_col_outcome',
  'workbench_col_why',
  'workbench_col_pages',
  'workbench_col_changes',
  'workbench_col_code',
] as const;

/** The runs, newest first: codes and counts. */
export function RunsTable({ runs }: { readonly runs: readonly RunRecord[] }) {
  const { say } = useReading();
  const [, , why, pages, changes, code] = HEADS.map((key) => say({ key }));
  return (
    <table class="table stacked">
      <TableHead of={HEADS} />
      <tbody>
        {runs.length === 0 && (
          <tr>
            <td colSpan={HEADS.length}>
              <Text of={{ key: 'workbench_no_runs' }} />
            </td>
          </tr>
        )}
        {runs.map((run) => {
          const [tone, icon, words] = OUTCOME[run.outcome];
          const { added, changed, removed } = run;
          return (
            <tr key={run.startedAt}>
              <th scope="row">
                <Text
                  of={{ key: 'popup_clock', params: { time: { at: run.endedAt, style: 'date-time' } } }}
                />
              </th>
              <VerdictCell tone={tone} shape={icon} word={words} />
              <td data-h={why}>
                <Text of={TRIGGER[run.trigger]} />
              </td>
              <td class="num" data-h={pages}>
                {run.pages}
              </td>
              <td class="num" data-h={changes}>
                <Text of={{ key: 'run_changes', params: { added, changed, removed } }} />
              </td>
              <td data-h={code}>{run.error ? <code>{run.error.raw ?? run.error.code}</code> : '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
