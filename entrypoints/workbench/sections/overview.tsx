import { FactList } from '../../../components/fact-list.tsx';
import { FindingsTable } from '../../../components/findings-table.tsx';
import { SyncHistory } from '../../../components/sync-history.tsx';
import { Text } from '../../../components/words.tsx';
import type { Section } from './section.ts';

export const overview: Section = {
  id: 'overview',
  name: { key: 'workbench_overview' },
  icon: 'pulse',
  Content: ({ judged: { findings, view, history } }) => (
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
  ),
};
