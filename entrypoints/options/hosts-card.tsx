import { useEffect, useState } from 'preact/hooks';
import { Text } from '../../components/words.tsx';
import { askForHosts, giveHostsBack, hostsAllowed } from '../../utils/adapters/browser/extra-hosts.ts';
import type { ExtraHosts } from '../../utils/model/portal-hosts.ts';
import { EXTRA_HOST_IDS, EXTRA_HOSTS, extraHostOf } from '../../utils/model/portal-hosts.ts';
import type { Message } from '../../utils/model/words.ts';
import { told } from '../shared/acts.ts';

const NAME: Readonly<Record<ExtraHosts, Message>> = {
  gov: { key: 'policy_host_gov' },
  proxy: { key: 'policy_host_proxy' },
};

function HostsRow({ id, byPolicy }: { readonly id: ExtraHosts; readonly byPolicy: readonly string[] }) {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [notice, setNotice] = useState<Message | null>(null);
  useEffect(() => {
    void hostsAllowed(id).then(setAllowed);
  }, [id]);
  const turn = async () =>
    setNotice(
      await told(async () => {
        if (!allowed) {
          setAllowed(await askForHosts(id));
          return null;
        }
        await giveHostsBack(id);
        setAllowed(false);
        return null;
      }),
    );
  return (
    <div class="row" data-hosts={id}>
      <div>
        <h3>
          <Text of={NAME[id]} />
        </h3>
        <p>
          {EXTRA_HOSTS[id].map((origin) => (
            <code key={origin}>{origin.replace(/^https:\/\/|\/\*$/g, '')} </code>
          ))}
        </p>
        {byPolicy.length > 0 && (
          <p>
            <Text of={{ key: 'policy_host_asked' }} /> <code>{byPolicy.join(' ')}</code>
          </p>
        )}
        <p role="status">
          {allowed !== null && (
            <Text of={notice ?? { key: allowed ? 'policy_host_allowed' : 'policy_host_not' }} />
          )}
        </p>
      </div>
      <button type="button" class="btn" onClick={turn} disabled={allowed === null}>
        <Text of={{ key: allowed ? 'policy_host_back' : 'policy_host_allow' }} />
        <span class="sr">
          {' '}
          <Text of={NAME[id]} />
        </span>
      </button>
    </div>
  );
}

/** Hosts beyond zoom.us, each asked for on a click. A policy names some; the browser lets nobody but the person allow them. */
export function HostsCard({ byPolicy }: { readonly byPolicy: readonly string[] }) {
  return (
    <div class="card">
      {EXTRA_HOST_IDS.map((id) => (
        <div class="in" key={id}>
          <HostsRow id={id} byPolicy={byPolicy.filter((host) => extraHostOf(host) === id)} />
        </div>
      ))}
    </div>
  );
}
