import { browser } from 'wxt/browser';
import { toErrorInfo } from '../../core/errors.ts';
import { hash32 } from '../../core/hash.ts';
import { isRecord } from '../../core/is-record.ts';
import type { CloudId } from '../../model/clouds.ts';
import { isCloud } from '../../model/clouds.ts';
import { isClientId, isTenant } from '../../model/connection.ts';
import type { ConfigSource, ConnectionConfig } from '../../model/messages.ts';
import type { ConfigPort } from '../../model/ports.ts';
import { systemClock } from './clock.ts';
import { localValue } from './local-value.ts';
import { isUnread, managed, onLateAnswer, UNANSWERED, UNREADABLE } from './managed.ts';

const KEY = 'connection';
const KEYS = ['clientId', 'tenant', 'cloud'] as const;
/** Shared with `policySince`, whose guards the popup has no need of. */
const SINCE = 'policySince';

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

async function seenBefore(): Promise<Readonly<Record<string, unknown>>> {
  const kept = (await browser.storage.local.get(SINCE))[SINCE];
  return isRecord(kept) ? kept : {};
}

/** A field the policy sets for the first time is noted at once, so that its absence can be told later. */
async function noted(held: Layer): Promise<void> {
  const set = KEYS.filter((key) => held[key] !== undefined);
  if (set.length === 0) return;
  const since = await seenBefore();
  const news = set.filter((key) => since[key] === undefined);
  if (news.length === 0) return;
  const at = systemClock.now();
  const dated = news.map((key) => [key, { print: hash32(JSON.stringify(held[key])), at }]);
  await browser.storage.local.set({ [SINCE]: { ...since, ...Object.fromEntries(dated) } });
}

/** Another registration than the one a policy had set is nobody's choice: then there is none until the policy is read. */
async function unlessSetBefore(error: unknown): Promise<ConnectionConfig> {
  if (toErrorInfo(error).code !== UNANSWERED) throw error;
  const since = await seenBefore();
  if (KEYS.some((key) => since[key] !== undefined)) throw error;
  return { ...(await resolve({})), policyUnread: true };
}

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

async function resolve(asked: Layer | Promise<Layer>): Promise<ConnectionConfig> {
  const [fromPolicy, stored] = await Promise.all([asked, localValue(KEY)]);
  const layers = [
    ['policy', fromPolicy],
    ['options', layer(stored)],
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
 * Chromium 156 answers its first question seconds after its start, on a busy machine more than 30 (2026-11-23). A policy that could
 * not be read is told by `policyUnread`.
 */
export async function connectionWithin(patience: number): Promise<ConnectionConfig> {
  const late = new Promise<Layer>((done) => setTimeout(() => done({}), patience));
  let refused = false;
  const asked = policy().catch((error: unknown): Layer => {
    if (!isUnread(error)) throw error;
    refused = toErrorInfo(error).code === UNREADABLE;
    return {};
  });
  const held = await resolve(Promise.race([asked, late]));
  return refused ? { ...held, policyUnread: true } : held;
}

/** Which app registration to use: policy before options before the one built in. Values and where each came from. */
export const config: ConfigPort = {
  async connection() {
    const asked = policy();
    try {
      // Both questions are put at once: a worker that has just started waits for the slower one alone.
      const found = await resolve(asked);
      await noted(await asked);
      return found;
    } catch (error) {
      return unlessSetBefore(error);
    }
  },
  async saveConnection(value) {
    await browser.storage.local.set({ [KEY]: { version: 1, ...value } });
  },
  onChanged(listener) {
    onLateAnswer(listener);
    browser.storage.onChanged.addListener((changes, area) => {
      if ((area === 'local' && KEY in changes) || (area === 'managed' && KEYS.some((key) => key in changes)))
        listener();
    });
  },
};
