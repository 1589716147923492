import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOUD_IDS, CLOUDS } from '../../../../utils/model/clouds.ts';
import { PERSON, asked, freshScene, quiet, rejection, scene, startWorker } from './worker.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('../browser/fake-browser.ts')).fakeBrowser }));

beforeEach(freshScene);

describe('signing in to a cloud', () => {
  it.each(CLOUD_IDS)('%s asks its own hosts and no other', async (cloud) => {
    const hosts: string[] = [];
    vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
      hosts.push(new URL(String(input instanceof Request ? input.url : input)).host);
      return scene.entra.fetch(input, init);
    });
    scene.connection = { ...scene.connection, cloud };
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    await auth.token(PERSON, { ...quiet, refresh: true });
    expect(scene.entra.lastAuthorize?.host).toBe(CLOUDS[cloud].signIn);
    expect(hosts).toEqual([CLOUDS[cloud].signIn, CLOUDS[cloud].signIn]);
    const next = await startWorker();
    await expect(next.auth.token(PERSON, quiet)).resolves.toMatch(/^access-/);
    expect(hosts).toHaveLength(2);
  });

  it('makes a sign-in of another cloud void', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    scene.connection = { ...scene.connection, cloud: 'dod' };
    expect(await auth.account()).toBeNull();
    expect(await rejection(auth.token(PERSON, quiet))).toMatchObject({ code: 'sign-in-needed' });
    expect(scene.entra.log).toEqual([]);
  });
});
