import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { Text } from '../../components/words.tsx';
import type { Message } from '../../utils/model/words.ts';
import { copy, told } from '../shared/acts.ts';
import type { Stored } from '../shared/load.ts';

/** The troubleshooting report: copied from here, or read first where the workbench shows it. */
export function TroubleCard({ stored, snapshots }: { readonly stored: Stored; readonly snapshots: number }) {
  const [notice, setNotice] = useState<Message | null>(null);
  const make = () =>
    told(async () => {
      const { freshReport } = await import('../shared/fresh-report.ts');
      return copy(await freshReport(stored, snapshots));
    });
  return (
    <div class="card">
      <div class="in">
        <div class="row">
          <p>
            <a href="workbench.html#help">
              <Text of={{ key: 'options_report_read' }} />
            </a>
          </p>
          <span class="meta" role="status">
            {notice && <Text of={notice} />}
          </span>
          <button type="button" class="btn small" onClick={async () => setNotice(await make())}>
            <Icon name="copy" />
            <Text of={{ key: 'options_copy' }} />
            <span class="sr">
              {' '}
              <Text of={{ key: 'report_trouble' }} />
            </span>
          </button>
        </div>
      </div>
    </div>
  );
}
