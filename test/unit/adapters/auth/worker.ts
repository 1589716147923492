import { expect, vi } from 'vitest';
import type { ConnectionConfig } from '../../../../utils/model/messages.ts';
import { fakeBrowser, resetFakeBrowser } from '../browser/fake-browser.ts';
import { FakeEntra } from './fake-entra.ts';

export const PERSON = ['User.Read'];
export const CALENDAR = ['Calendars.ReadBasic'];
export const quiet = { interactive: false } as const;
export const asked = { interactive: true } as const;

/** The outside of one test: who answers, what is configured, what time it is. */
export const scene = {
  entra: new FakeEntra(),
  connection: {} as ConnectionConfig,
  now: 0,
};

/** A fresh browser profile, nobody known to Entra. */
export async function freshScene(): Promise<void> {
  await resetFakeBrowser();
  scene.entra = new FakeEntra();
  fakeBrowser.identity.launchWebAuthFlow = scene.entra.flow;
  // A worker has an address; Node has none.
  vi.stubGlobal('location', new URL('chrome-extension://abcdefghijklmnopabcdefghijklmnop/background.js'));
  vi.stubGlobal('fetch', scene.entra.fetch);
  scene.now = Date.now();
  scene.connection = {
    clientId: '00000000-1111-2222-3333-444444444444',
    tenant: 'organizations',
    cloud: 'global',
    source: { clientId: 'options', tenant: 'default' },
  };
}

/** A worker that has just started: modules anew, only the browser's storage is what it was. */
export async function startWorker() {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, 'window');
  Reflect.deleteProperty(globalThis, 'document');
  const { createMsalAuth } = await import('../../../../utils/adapters/auth/msal-auth.ts');
  const msal = await import('../../../../utils/adapters/auth/msal.ts');
  let loaded = 0;
  const auth = createMsalAuth({
    library: async () => {
      loaded += 1;
      return msal;
    },
    config: () => Promise.resolve(scene.connection),
    clock: { now: () => scene.now },
  });
  return { auth, loads: () => loaded };
}

/** The storable part of the error a call ends in. */
export async function rejection(work: Promise<unknown>): Promise<{ code: string; who: string }> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'SynclineError' });
  return (error as { info: { code: string; who: string } }).info;
}
