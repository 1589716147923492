import type { ComponentChild } from 'preact';
import { FactList } from '../../components/fact-list.tsx';
import { FindingsTable } from '../../components/findings-table.tsx';
import type { IconName } from '../../components/icon.tsx';
import { MeetingsTable } from '../../components/meetings-table.tsx';
import { RunsTable } from '../../components/runs-table.tsx';
import { SettingsTable } from '../../components/settings-table.tsx';
import { SyncHistory } from '../../components/sync-history.tsx';
import { Text } from '../../components/words.tsx';
import type { Message } from '../../utils/model/words.ts';
import type { Judged } from '../shared/judge.ts';
import type { Stored } from '../shared/load.ts';
import { Help } from './help.tsx';

export type SectionId = 'overview' | 'settings' | 'meetings' | 'runs' | 'help';

/** The sections there are; the navigation shows no other. */
export const SECTIONS: readonly {
  readonly id: SectionId;
  readonly name: Message;
  readonly icon: IconName;
  readonly sub?: Message;
}[] = [
  { id: 'overview', name: { key: 'workbench_overview' }, icon: 'pulse' },
  {
    id: 'settings',
    name: { key: 'workbench_settings' },
    icon: 'lock',
    sub: { key: 'workbench_settings_sub' },
  },
  {
    id: 'meetings',
    name: { key: 'workbench_meetings' },
    icon: 'here',
    sub: { key: 'workbench_meetings_sub' },
  },
  { id: 'runs', name: { key: 'workbench_runs' }, icon: 'sync', sub: { key: 'workbench_runs_sub' } },
  { id: 'help', name: { key: 'workbench_help' }, icon: 'advice' },
];

type Content = (given: { readonly stored: Stored; readonly judged: Judged }) => ComponentChild;

const Overview: Content = ({ judged: { findings, view, history } }) => (
  <>
    <section class="card wide" aria-labelledby="findings">
      <header>
        <h2 id="findings">
          <Text of={{ key: 'workbench_findings' }} />
        </h2>
      </header>
      <FindingsTable findings={findings} />
    </section>
    <div class="cols">
      <div class="card">
        <FactList facts={view.facts} />
      </div>
      {history && (
        <div class="card">
          <SyncHistory {...history} />
        </div>
      )}
    </div>
  </>
);

const wide = (table: ComponentChild) => <section class="card wide">{table}</section>;

/** What stands under each section's title. */
export const CONTENT: Readonly<Record<SectionId, Content>> = {
  overview: Overview,
  settings: ({ stored }) => wide(<SettingsTable facts={stored.facts} />),
  meetings: ({ judged }) => wide(<MeetingsTable meetings={judged.meetings} />),
  runs: ({ stored }) => wide(<RunsTable runs={stored.runs} />),
  help: () => <Help />,
};
