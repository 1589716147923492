import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { Text } from '../../components/words.tsx';
import type { Message } from '../../utils/model/words.ts';
import { send, told } from '../shared/acts.ts';

/** How much of each thing is stored. */
export interface Counts {
  readonly events: number;
  readonly runs: number;
  readonly snapshots: number;
  readonly facts: number;
}

const inWords = ({ events, runs, snapshots, facts }: Counts) => ({
  events: { key: 'options_events', params: { count: events } } as const,
  runs: { key: 'options_runs', params: { count: runs } } as const,
  snapshots: { key: 'options_snapshots', params: { count: snapshots } } as const,
  facts: { key: 'options_facts', params: { count: facts } } as const,
});

/** What is kept and for how long, and the button that ends it. What is left is counted again afterwards. */
export function KeptCard({ counts, count }: { counts: Counts; count: () => Promise<Counts> }) {
  const [asking, setAsking] = useState(false);
  const [notice, setNotice] = useState<Message | null>(null);
  const now = inWords(counts);
  const rows: readonly (readonly [what: Message, now: Message, kept: Message])[] = [
    [{ key: 'options_kept_events' }, now.events, { key: 'options_while_signed_in' }],
    [{ key: 'options_kept_runs' }, now.runs, { key: 'options_last_fifty' }],
    [{ key: 'options_kept_snapshots' }, now.snapshots, { key: 'options_until_deleted' }],
    [{ key: 'options_kept_facts' }, now.facts, { key: 'options_until_replaced' }],
    [{ key: 'options_kept_tokens' }, { key: 'options_in_memory' }, { key: 'options_until_closed' }],
    [{ key: 'options_kept_preferences' }, { key: 'options_this_browser' }, { key: 'options_until_deleted' }],
  ];
  const onAnswer = async (yes: boolean) => {
    setAsking(false);
    if (!yes) return;
    setNotice(
      await told(async () => {
        await send('data/delete-everything');
        return { key: 'options_deleted', params: inWords(await count()) };
      }),
    );
  };
  return (
    <div class="card">
      <div class="wide" tabIndex={0} role="group" aria-labelledby="kept">
        <table class="table kept">
          <thead>
            <tr>
              <th scope="col">
                <Text of={{ key: 'options_col_what' }} />
              </th>
              <th scope="col">
                <Text of={{ key: 'options_col_now' }} />
              </th>
              <th scope="col">
                <Text of={{ key: 'options_col_kept' }} />
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([what, here, kept]) => (
              <tr key={what.key}>
                <th scope="row">
                  <Text of={what} />
                </th>
                <td>
                  <Text of={here} />
                </td>
                <td>
                  <Text of={kept} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="in">
        <div class="row">
          <div>
            <h3>
              <Text of={{ key: 'options_delete' }} />
            </h3>
            <p>
              <Text of={{ key: 'options_delete_why' }} />
            </p>
          </div>
          <button type="button" class="btn danger" onClick={() => setAsking(true)}>
            <Icon name="bin" />
            <Text of={{ key: 'options_delete_ask' }} />
          </button>
        </div>
        <p role="status" class="help">
          {notice && <Text of={notice} />}
        </p>
      </div>
      {asking && (
        <ConfirmDialog
          title={{ key: 'options_delete_question' }}
          text={{ key: 'options_delete_counts', params: now }}
          no={{ key: 'options_keep' }}
          yes={{ key: 'options_delete' }}
          onAnswer={onAnswer}
        />
      )}
    </div>
  );
}
