import { isClientId, isTenant } from '../model/connection.ts';
import type { ConnectionConfig, MessageMap } from '../model/messages.ts';
import type { ConfigPort } from '../model/ports.ts';

export interface ConfigService {
  connection(): Promise<ConnectionConfig>;
  /** Checks and keeps what the options page says; an empty client id takes ours away again. Policy still wins. */
  save(form: MessageMap['config/save']['request']): Promise<MessageMap['config/save']['response']>;
}

export function createConfigService(config: ConfigPort): ConfigService {
  return {
    connection: () => config.connection(),
    async save(form) {
      const clientId = form.clientId?.trim() ?? '';
      const tenant = form.tenant.trim().toLowerCase() || 'organizations';
      if (clientId !== '' && !isClientId(clientId)) return { ok: false, field: 'clientId' };
      if (!isTenant(tenant)) return { ok: false, field: 'tenant' };
      await config.saveConnection({
        clientId: clientId === '' ? null : clientId.toLowerCase(),
        tenant,
        ...(form.cloud === undefined ? {} : { cloud: form.cloud }),
      });
      return { ok: true };
    },
  };
}

/**
 * The port, its connection read once until something about it changes: each page of a sync asks for it, and reading it takes two
 * calls of the browser. Neither a failure nor an answer without the policy is remembered. Nothing is noticed before somebody
 * listens by `onChanged`.
 */
export function rememberConnection(config: ConfigPort): ConfigPort {
  let known: Promise<ConnectionConfig> | null = null;
  return {
    connection() {
      if (known) return known;
      const reading = config.connection();
      known = reading;
      const forget = () => {
        if (known === reading) known = null;
      };
      reading.then((read) => read.policyUnread && forget(), forget);
      return reading;
    },
    async saveConnection(value) {
      await config.saveConnection(value);
      // The browser tells of it too, a moment later.
      known = null;
    },
    onChanged(listener) {
      config.onChanged(() => {
        known = null;
        listener();
      });
    },
  };
}
