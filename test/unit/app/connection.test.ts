import { describe, expect, it, vi } from 'vitest';
import { createConfigService, rememberConnection } from '../../../utils/app/config-service.ts';
import type { ConnectionConfig } from '../../../utils/model/messages.ts';
import type { ConfigPort } from '../../../utils/model/ports.ts';

const connection = (tenant: string): ConnectionConfig => ({
  clientId: null,
  tenant,
  cloud: 'global',
  source: { clientId: 'default', tenant: 'options' },
});

function port() {
  const listeners: (() => void)[] = [];
  const read = vi.fn(async () => connection(`tenant${read.mock.calls.length}`));
  const save = vi.fn(async () => {});
  const stored: ConfigPort = {
    connection: read,
    saveConnection: save,
    onChanged: (listener) => void listeners.push(listener),
  };
  return { read, save, stored, changed: () => listeners.forEach((listener) => listener()) };
}

describe('the remembered connection', () => {
  it('is read once for many questions, and again after a change, which the listener already finds read anew', async () => {
    const { read, stored, changed } = port();
    const config = rememberConnection(stored);
    const heard: Promise<ConnectionConfig>[] = [];
    config.onChanged(() => void heard.push(config.connection()));
    await Promise.all([config.connection(), config.connection()]);
    expect((await config.connection()).tenant).toBe('tenant1');
    expect(read).toHaveBeenCalledTimes(1);
    changed();
    expect((await heard[0])?.tenant).toBe('tenant2');
  });

  it('is read anew after it was saved here, before the browser tells of it', async () => {
    const { stored } = port();
    const config = rememberConnection(stored);
    await config.connection();
    await config.saveConnection({ clientId: null, tenant: 'x.example' });
    expect((await config.connection()).tenant).toBe('tenant2');
  });

  it('does not remember a failure', async () => {
    const { read, stored } = port();
    const config = rememberConnection(stored);
    read.mockRejectedValueOnce(new Error('disk on fire'));
    await expect(config.connection()).rejects.toThrow('disk on fire');
    await expect(config.connection()).resolves.toMatchObject({ clientId: null });
  });

  it('does not remember an answer that went without the policy', async () => {
    const { read, stored } = port();
    const config = rememberConnection(stored);
    read.mockResolvedValueOnce({ ...connection('provisional'), policyUnread: true });
    expect((await config.connection()).tenant).toBe('provisional');
    expect((await config.connection()).policyUnread).toBeUndefined();
    await config.connection();
    expect(read).toHaveBeenCalledTimes(2);
  });
});

describe('the cloud of the options page', () => {
  it('is saved with the rest', async () => {
    const { save, stored } = port();
    await createConfigService(stored).save({ clientId: null, tenant: '', cloud: 'china' });
    expect(save).toHaveBeenCalledWith({
      clientId: null,
      tenant: 'organizations',
      cloud: 'china',
    });
  });
});
