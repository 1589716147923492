import { browser } from 'wxt/browser';
import type { CloudId } from '../../model/clouds.ts';
import { isCloud } from '../../model/clouds.ts';
import { isClientId, isTenant } from '../../model/connection.ts';
import type { ConfigSource, ConnectionConfig } from '../../model/messages.ts';
import type { ConfigPort } from '../../model/ports.ts';
import { managed } from './managed.ts';

const KEY = 'connection';
const KEYS = ['clientId', 'tenant', 'cloud'];

interface Layer {
  readonly clientId?: string;
  readonly tenant?: string;
  readonly cloud?: CloudId;
}

/** Only values of the right form count, by the rules that `readPolicy` has for the same fields. */
function layer(stored: unknown): Layer {
  if (typeof stored !== 'object' || stored === null) return {};
  const { clientId, tenant, cloud } = stored as Record<string, unknown>;
  return {
    ...(typeof clientId === 'string' && isClientId(clientId.trim())
      ? { clientId: clientId.trim().toLowerCase() }
      : {}),
    ...(typeof tenant === 'string' && isTenant(tenant.trim().toLowerCase())
      ? { tenant: tenant.trim().toLowerCase() }
      : {}),
    ...(isCloud(cloud) ? { cloud } : {}),
  };
}

/** A mistyped policy falls through to the next source, it does not break sign-in. */
const policy = async (): Promise<Layer> => layer(await managed());

function pick<Key extends keyof Layer>(
  key: Key,
  layers: readonly (readonly [ConfigSource, Layer])[],
): readonly [NonNullable<Layer[Key]> | null, ConfigSource] {
  for (const [source, values] of layers) {
    const value = values[key];
    if (value !== undefined) return [value, source];
  }
  return [null, 'default'];
}

async function resolve(asked: Promise<Layer>): Promise<ConnectionConfig> {
  const [fromPolicy, stored] = await Promise.all([asked, browser.storage.local.get(KEY)]);
  const layers = [
    ['policy', fromPolicy],
    ['options', layer(stored[KEY])],
    ['build', layer({ clientId: import.meta.env.WXT_CLIENT_ID as unknown })],
  ] as const;
  const [clientId, clientIdSource] = pick('clientId', layers);
  const [tenant, tenantSource] = pick('tenant', layers);
  const [cloud, cloudSource] = pick('cloud', layers);
  return {
    clientId,
    tenant: tenant ?? 'organizations',
    cloud: cloud ?? 'global',
    source: { clientId: clientIdSource, tenant: tenantSource, cloud: cloudSource },
  };
}

/**
 * The connection for a page that must draw at once: without the policy when that has not answered within `patience` ms.
 * Chromium 156 answers the first question after its start only some 3 s later (measured, 2026-11-23); later ones at once.
 */
export async function connectionWithin(patience: number): Promise<ConnectionConfig> {
  const late = new Promise<Layer>((done) => setTimeout(() => done({}), patience));
  return resolve(Promise.race([policy(), late]));
}

/** Which app registration to use: policy before options before the one built in. Values and where each came from. */
export const config: ConfigPort = {
  connection: async () => resolve(policy()),
  async saveConnection(value) {
    await browser.storage.local.set({ [KEY]: { version: 1, ...value } });
  },
  onChanged(listener) {
    browser.storage.onChanged.addListener((changes, area) => {
      if ((area === 'local' && KEY in changes) || (area === 'managed' && KEYS.some((key) => key in changes)))
        listener();
    });
  },
};
