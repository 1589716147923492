import { Icon } from '../../components/icon.tsx';
import { Text, useReading } from '../../components/words.tsx';
import type { CloudId } from '../../utils/model/clouds.ts';
import { CLOUD_IDS, CLOUDS, isCloud } from '../../utils/model/clouds.ts';
import type { ConfigSource } from '../../utils/model/messages.ts';
import type { Message } from '../../utils/model/words.ts';

const NAME: Readonly<Record<CloudId, Message>> = {
  global: { key: 'options_cloud_global' },
  'gcc-high': { key: 'options_cloud_gcc_high' },
  dod: { key: 'options_cloud_dod' },
  china: { key: 'options_cloud_china' },
};

interface CloudFieldProps {
  readonly value: CloudId;
  readonly source: ConfigSource;
  readonly onChoose: (cloud: CloudId) => void;
}

/** Which of Microsoft's clouds the organisation lives in, and the two hosts that go with it. */
export function CloudField({ value, source, onChoose }: CloudFieldProps) {
  const { say } = useReading();
  const locked = source === 'policy';
  const { signIn, graph } = CLOUDS[value];
  return (
    <div class="fld">
      <label for="cloud">
        <Text of={{ key: 'options_cloud' }} />
      </label>
      <span class={locked ? 'inp locked' : 'inp'}>
        <select
          id="cloud"
          name="cloud"
          value={value}
          disabled={locked}
          aria-describedby="cloud-about"
          onChange={({ currentTarget }) => isCloud(currentTarget.value) && onChoose(currentTarget.value)}
        >
          {CLOUD_IDS.map((id) => (
            <option key={id} value={id}>
              {say(NAME[id])}
            </option>
          ))}
        </select>
        {locked && <Icon name="lock" />}
      </span>
      <p id="cloud-about" class="meta">
        {locked && (
          <>
            <Text of={{ key: 'options_source_policy' }} />
            {' · '}
          </>
        )}
        <Text of={{ key: 'options_cloud_hosts', params: { sign_in: signIn, graph } }} />
      </p>
    </div>
  );
}

interface HostAccessProps {
  readonly host: string;
  readonly onAllow: () => void;
}

/** A cloud that came by policy, or whose host was taken back: the browser lets nobody but the person give it. */
export function HostAccess({ host, onAllow }: HostAccessProps) {
  return (
    <div class="row">
      <p>
        <Text of={{ key: 'options_host_missing', params: { host } }} />
      </p>
      <button type="button" class="btn" onClick={onAllow}>
        <Text of={{ key: 'options_host_allow' }} />
      </button>
    </div>
  );
}
