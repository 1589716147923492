import { useMemo } from 'preact/hooks';
import { FactList } from '../../../components/fact-list.tsx';
import { FindingsTable } from '../../../components/findings-table.tsx';
import { Icon } from '../../../components/icon.tsx';
import { SyncHistory } from '../../../components/sync-history.tsx';
import { Text, useReading } from '../../../components/words.tsx';
import type { Finding } from '../../../utils/model/findings.ts';
import { portalPage } from '../../../utils/model/portal-pages.ts';
import { everyFinding } from '../../shared/every-finding.ts';
import type { Judged } from '../../shared/judged.ts';
import type { Stored } from '../../shared/load.ts';
import type { Section } from './section.ts';

type FindingsProps = Pick<Judged, 'findings' | 'facts' | 'around'> & { readonly stored: Stored };

/** Where a finding's step is taken: on the portal's page as it was seen, or in a section of this page. */
function whereOf({ setting, level, place }: Finding, { facts }: Stored): string | undefined {
  if (place === 'entra') return '#apps';
  if (!setting) return undefined;
  return portalPage(level, level === 'profile' ? undefined : facts[`portal/${level}`]?.value.scope);
}

function Findings({ stored, findings, facts, around }: FindingsProps) {
  const { now } = useReading();
  const all = useMemo(() => everyFinding(stored.facts, facts, now, around), [stored, now]);
  return <FindingsTable findings={findings} all={all} whereOf={(finding) => whereOf(finding, stored)} />;
}

export const overview: Section = {
  id: 'overview',
  name: { key: 'workbench_overview' },
  icon: 'pulse',
  Acts: () => (
    <a class="btn" href="#evidence">
      <Icon name="save" />
      <Text of={{ key: 'report_evidence' }} />
    </a>
  ),
  Content: ({ stored, judged: { findings, facts, around, view, history } }) => (
    <>
      <section class="card wide" aria-labelledby="findings">
        <header>
          <h2 id="findings">
            <Text of={{ key: 'workbench_findings' }} />
          </h2>
        </header>
        <Findings stored={stored} findings={findings} facts={facts} around={around} />
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
