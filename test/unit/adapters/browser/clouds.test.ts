import { beforeEach, describe, expect, it, vi } from 'vitest';
import { config } from '../../../../utils/adapters/browser/config.ts';
import { askToReach, keepOnly, mayReach } from '../../../../utils/adapters/browser/host-access.ts';
import { readRequest } from '../../../../utils/adapters/browser/requests.ts';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';

const permissions = vi.hoisted(() => ({
  contains: vi.fn(async () => false),
  request: vi.fn(async () => true),
  remove: vi.fn(async () => true),
}));
vi.mock('wxt/browser', async () => ({
  browser: { ...(await import('./fake-browser.ts')).fakeBrowser, permissions },
}));

beforeEach(resetFakeBrowser);

describe('the cloud in force', () => {
  const cloud = async () => {
    const { cloud: value, source } = await config.connection();
    return [value, source.cloud];
  };

  it('comes from the policy before the options, and is global when neither names one', async () => {
    expect(await cloud()).toEqual(['global', 'default']);
    await config.saveConnection({ clientId: null, tenant: 'organizations', cloud: 'china' });
    expect(await cloud()).toEqual(['china', 'options']);
    await fakeBrowser.storage.managed.set({ cloud: 'dod' });
    expect(await cloud()).toEqual(['dod', 'policy']);
  });

  it('passes over a name that is none', async () => {
    await config.saveConnection({ clientId: null, tenant: 'organizations', cloud: 'gcc-high' });
    await fakeBrowser.storage.managed.set({ cloud: 'GCC High' });
    expect(await cloud()).toEqual(['gcc-high', 'options']);
  });

  it('is told about when the policy changes it', async () => {
    const listener = vi.fn();
    config.onChanged(listener);
    await fakeBrowser.storage.managed.set({ cloud: 'dod' });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('cannot be saved under a name that is none', () => {
    const form = { clientId: null, tenant: 'organizations' };
    expect(readRequest('config/save', form)?.request).toEqual(form);
    expect(readRequest('config/save', { ...form, cloud: 'dod' })?.request).toEqual({ ...form, cloud: 'dod' });
    expect(readRequest('config/save', { ...form, cloud: 'toString' })).toBeNull();
  });
});

describe('the hosts of a cloud', () => {
  it('are asked for one by one, the global one never', async () => {
    expect(await mayReach('global')).toBe(true);
    expect(await askToReach('global')).toBe(true);
    expect(permissions.request).not.toHaveBeenCalled();
    expect(await mayReach('dod')).toBe(false);
    await askToReach('dod');
    expect(permissions.request).toHaveBeenCalledWith({ origins: ['https://dod-graph.microsoft.us/*'] });
  });

  it('are given back when another cloud is chosen', async () => {
    await keepOnly('dod');
    expect(permissions.remove).toHaveBeenLastCalledWith({
      origins: ['https://graph.microsoft.us/*', 'https://microsoftgraph.chinacloudapi.cn/*'],
    });
  });
});
