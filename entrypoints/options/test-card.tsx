import { useState } from 'preact/hooks';
import { TestList, type TestRow } from '../../components/test-list.tsx';
import { Text } from '../../components/words.tsx';
import { findTenant } from '../../utils/adapters/auth/tenant.ts';
import { config } from '../../utils/adapters/browser/config.ts';
import { mayReach } from '../../utils/adapters/browser/host-access.ts';
import { logLines } from '../../utils/adapters/browser/log.ts';
import { keepReader } from '../../utils/adapters/idb/index.ts';
import type { CloudId } from '../../utils/model/clouds.ts';
import type { ConnectionConfig } from '../../utils/model/messages.ts';
import { send } from '../shared/acts.ts';
import { type Left, runTest } from './test-steps.ts';

/** Nobody watches one step for longer, ms. */
const PATIENCE = 10_000;

const reader = keepReader();

async function left(since: number): Promise<Left> {
  const opened = await reader();
  const [facts, sync, log] = await Promise.all([opened.facts(), opened.sync(), logLines()]);
  const personAt = facts['microsoft/person']?.observedAt;
  const trouble = facts['microsoft/trouble']?.value;
  const refusal = log.findLast(({ at, code }) => at >= since && code.startsWith('person/'))?.code;
  return {
    calendarOpen: sync !== null && sync.state !== 'signedOut',
    ...(personAt === undefined ? {} : { personAt }),
    ...(trouble ? { trouble } : {}),
    ...(refusal === undefined ? {} : { personCode: refusal.slice('person/'.length) }),
  };
}

const parts = {
  now: () => Date.now(),
  connection: () => config.connection(),
  mayReach,
  findTenant: (cloud: CloudId, tenant: string) => findTenant(cloud, tenant, AbortSignal.timeout(PATIENCE)),
  signIn: () => send('auth/sign-in'),
  left,
};

const nameOf = ({ clientId, tenant, cloud }: ConnectionConfig) => `${clientId} ${tenant} ${cloud}`;

/** Tries the saved connection and says of each step how it went. What another connection gave is not shown. */
export function TestCard({ connection }: { readonly connection: ConnectionConfig }) {
  const [found, setFound] = useState<readonly TestRow[] | null>(null);
  const [tried, setTried] = useState('');
  const [busy, setBusy] = useState(false);
  const run = async () => {
    if (busy) return;
    setBusy(true);
    setTried(await config.connection().then(nameOf, () => nameOf(connection)));
    await runTest(parts, setFound);
    setBusy(false);
  };
  const rows = busy || tried === nameOf(connection) ? found : null;
  return (
    <div class="in">
      <div class="row">
        <div>
          <h3>
            <Text of={{ key: 'options_test' }} />
          </h3>
          <p>
            <Text of={{ key: 'options_test_why' }} />
          </p>
        </div>
        <button type="button" class="btn" aria-disabled={busy} onClick={run}>
          <Text of={{ key: rows === null ? 'options_test_start' : 'options_test_again' }} />
        </button>
      </div>
      <TestList rows={rows ?? []} />
    </div>
  );
}
