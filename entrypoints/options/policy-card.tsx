import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { PolicyTable } from '../../components/policy-table.tsx';
import { Text } from '../../components/words.tsx';
import { uiLocale } from '../../utils/adapters/browser/i18n.ts';
import { notifications } from '../../utils/adapters/browser/notifications.ts';
import { managedPolicy, policySince } from '../../utils/adapters/browser/policy.ts';
import { CHECKS } from '../../utils/checks/index.ts';
import type { ConnectionConfig } from '../../utils/model/messages.ts';
import { policyRows } from '../../utils/model/policy-rows.ts';
import type { PolicySince } from '../../utils/model/policy-since.ts';
import type { PolicyReading } from '../../utils/model/policy.ts';
import type { Message } from '../../utils/model/words.ts';
import { copy, told } from '../shared/acts.ts';

/** Here every rule is held against the checks there are; the worker needs no such list. */
const port = managedPolicy(CHECKS.map(({ id }) => id));

interface Known {
  readonly reading: PolicyReading;
  readonly since: PolicySince;
  readonly notifications: boolean;
}

interface PolicyCardProps {
  readonly connection: ConnectionConfig;
  readonly baselines: readonly string[];
  /** Changes whenever something was stored or set anew. */
  readonly at: number;
}

/** The policy in force, looked up by itself: the rest of the page does not wait for a browser that is still starting. */
export function PolicyCard({ connection, baselines, at }: PolicyCardProps) {
  const [known, setKnown] = useState<Known | null>(null);
  const [notice, setNotice] = useState<Message | null>(null);
  useEffect(() => {
    let here = true;
    const look = async () => {
      const [reading, since, on] = await Promise.all([
        port.read(),
        policySince.read(),
        notifications.allowed(),
      ]);
      if (here) setKnown({ reading, since, notifications: on });
      return null;
    };
    void told(look).then((wrong) => here && setNotice(wrong));
    return () => {
      here = false;
    };
  }, [at]);
  if (!known)
    return (
      <div class="card">
        <div class="in">
          <p role="status">
            <Text of={notice ?? { key: 'policy_late' }} />
          </p>
        </div>
      </div>
    );
  const { rows, strange } = policyRows({ ...known, connection, baselines });
  const { policy, refused } = known.reading;
  const asText = JSON.stringify({ rows, strange }, null, 2);
  return (
    <div class="card">
      <PolicyTable rows={rows} strange={strange} locale={uiLocale()} />
      <div class="in">
        <div class="row">
          <p>
            <Text
              of={
                Object.keys(policy).length + refused.length === 0
                  ? { key: 'policy_none' }
                  : { key: 'policy_dropped' }
              }
            />
          </p>
          <span class="meta" role="status">
            {notice && <Text of={notice} />}
          </span>
          <button type="button" class="btn small" onClick={async () => setNotice(await copy(asText))}>
            <Icon name="copy" />
            <Text of={{ key: 'options_copy' }} />
            <span class="sr">
              {' '}
              <Text of={{ key: 'policy_copy' }} />
            </span>
          </button>
        </div>
      </div>
    </div>
  );
}
