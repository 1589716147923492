import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Text } from '../../components/words.tsx';
import { askToReach, keepOnly, mayReach } from '../../utils/adapters/browser/host-access.ts';
import { adminConsentUrl } from '../../utils/checks/index.ts';
import type { CloudId } from '../../utils/model/clouds.ts';
import { CLOUDS } from '../../utils/model/clouds.ts';
import { isClientId, isTenant } from '../../utils/model/connection.ts';
import type { ConnectionConfig } from '../../utils/model/messages.ts';
import type { Message } from '../../utils/model/words.ts';
import { send, told } from '../shared/acts.ts';
import { CloudField, HostAccess } from './cloud-field.tsx';
import { Registration } from './registration.tsx';
import { TestCard } from './test-card.tsx';

type Wrong = 'clientId' | 'tenant' | null;

/** What is wrong with the values; an empty client id takes the choice back, an empty tenant is any organisation. */
function wrongField(clientId: string, tenant: string): Wrong {
  if (clientId !== '' && !isClientId(clientId)) return 'clientId';
  return tenant !== '' && !isTenant(tenant.toLowerCase()) ? 'tenant' : null;
}

/** Which app registration signs people in. Values set by policy are shown and cannot be changed here. */
export function ConnectionCard({
  connection,
  tenantId,
}: {
  connection: ConnectionConfig;
  tenantId?: string;
}) {
  const [clientId, setClientId] = useState(connection.clientId ?? '');
  const [tenant, setTenant] = useState(connection.tenant);
  const [cloud, setCloud] = useState<CloudId>(connection.cloud);
  const [reachable, setReachable] = useState(true);
  const [wrong, setWrong] = useState<Wrong>(null);
  const [notice, setNotice] = useState<Message | null>(null);
  useEffect(() => {
    // Saved, changed by policy, or deleted: what is in force replaces what was typed.
    setClientId(connection.clientId ?? '');
    setTenant(connection.tenant);
    setCloud(connection.cloud);
    void mayReach(connection.cloud).then(setReachable);
  }, [connection.clientId, connection.tenant, connection.cloud]);
  const redirectUri = browser.identity.getRedirectURL();
  const approval = adminConsentUrl({
    config: connection,
    redirectUri,
    ...(tenantId === undefined ? {} : { tenantId }),
  });
  const { source } = connection;
  const fixed = [source.clientId, source.tenant, source.cloud].every((each) => each === 'policy');

  /** Called first thing in a click: browsers ask the person only then. */
  const allowed = async (): Promise<Message | null> => {
    const given = await askToReach(cloud);
    setReachable(given);
    return given ? null : { key: 'options_host_refused', params: { host: CLOUDS[cloud].graph } };
  };

  const save = async (event: Event) => {
    event.preventDefault();
    const id = clientId.trim();
    const where = tenant.trim() || 'organizations';
    const field = wrongField(id, where);
    setWrong(field);
    setNotice(null);
    if (field) {
      document.getElementById(field)?.focus();
      return;
    }
    setNotice(
      await told(async () => {
        const refused = await allowed();
        if (refused) return refused;
        const result = await send('config/save', { clientId: id || null, tenant: where, cloud });
        if (!result.ok) {
          setWrong(result.field);
          return null;
        }
        await keepOnly(cloud);
        return { key: 'options_saved' };
      }),
    );
  };

  return (
    <div class="card">
      <form class="in" onSubmit={save} noValidate>
        <div class="grid">
          <Field
            name="clientId"
            label={{ key: 'options_client_id' }}
            help={{ key: 'options_client_id_help' }}
            value={clientId}
            source={source.clientId}
            error={wrong === 'clientId' ? { key: 'options_bad_client_id' } : null}
            onInput={setClientId}
          />
          <Field
            name="tenant"
            label={{ key: 'options_tenant' }}
            help={{ key: 'options_tenant_help' }}
            value={tenant}
            source={source.tenant}
            error={wrong === 'tenant' ? { key: 'options_bad_tenant' } : null}
            onInput={setTenant}
          />
          <CloudField value={cloud} source={source.cloud ?? 'default'} onChoose={setCloud} />
        </div>
        {!reachable && cloud === connection.cloud && (
          <HostAccess host={CLOUDS[cloud].graph} onAllow={async () => setNotice(await told(allowed))} />
        )}
        <div class="saving">
          {!fixed && (
            <button type="submit" class="btn main">
              <Text of={{ key: 'options_save' }} />
            </button>
          )}
          <span class="meta" role="status">
            {notice && <Text of={notice} />}
          </span>
        </div>
      </form>
      <div class="in">
        <Registration cloud={connection.cloud} />
        <div class="row">
          <div>
            <h3>
              <Text of={{ key: 'options_consent' }} />
            </h3>
            <p>
              <Text of={{ key: approval === null ? 'options_consent_none' : 'options_consent_why' }} />
            </p>
          </div>
          {approval !== null && (
            <a class="btn" href={approval} target="_blank" rel="noreferrer">
              <Text of={{ key: 'options_consent_open' }} />
              <Icon name="out" />
            </a>
          )}
        </div>
      </div>
      <TestCard connection={connection} />
    </div>
  );
}
