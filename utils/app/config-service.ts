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
      await config.saveConnection({ clientId: clientId === '' ? null : clientId.toLowerCase(), tenant });
      return { ok: true };
    },
  };
}
