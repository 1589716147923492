import { useEffect, useState } from 'preact/hooks';
import { ReportCard } from '../../components/report-card.tsx';
import { Text } from '../../components/words.tsx';
import { copy } from '../shared/acts.ts';
import { makeTroubleReport } from '../shared/trouble.ts';
import type { Given } from './sections/section.ts';
import { useSnapshots } from './store.ts';

/** The troubleshooting report, made anew whenever the store changes. */
export function Trouble({ stored, judged }: Given) {
  const snapshots = useSnapshots(stored);
  const [text, setText] = useState<string | { readonly failed: true } | null>(null);
  useEffect(() => {
    if (snapshots === null) return undefined;
    let current = true;
    makeTroubleReport(judged, stored, snapshots === 'failed' ? 0 : snapshots.length).then(
      (made) => current && setText(made),
      () => current && setText({ failed: true }),
    );
    return () => {
      current = false;
    };
  }, [snapshots]);
  if (text === null) return null;
  if (typeof text !== 'string')
    return (
      <p class="card prose">
        <Text of={{ key: 'report_trouble_unmade' }} />
      </p>
    );
  return <ReportCard text={text} onCopy={copy} />;
}
