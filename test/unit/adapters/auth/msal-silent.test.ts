import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE } from '../../../../utils/core/clock.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { MAYA, refuse } from './fake-entra.ts';
import { PERSON, asked, freshScene, quiet, rejection, scene, startWorker } from './worker.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('../browser/fake-browser.ts')).fakeBrowser }));

beforeEach(freshScene);

describe('tokens without a window', () => {
  it('come from the cache, and after a kill still do', async () => {
    const first = await startWorker();
    const token = await first.auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    expect(await first.auth.token(PERSON, quiet)).toBe(token);
    const second = await startWorker();
    expect(await second.auth.token(PERSON, quiet)).toBe(token);
    expect(scene.entra.log).toEqual([]);
  });

  it('find the library open where it was made ready, which asks nobody and loads nothing for nobody', async () => {
    const before = await startWorker();
    await before.auth.ready();
    expect(before.loads()).toBe(0);
    const token = await before.auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    const after = await startWorker();
    await after.auth.ready();
    expect([after.loads(), await after.auth.token(PERSON, quiet), after.loads()]).toEqual([1, token, 1]);
    expect(scene.entra.log).toEqual([]);
  });

  it('are refreshed once for five callers', async () => {
    const { auth } = await startWorker();
    const token = await auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    const five = await Promise.all(
      [1, 2, 3, 4, 5].map(() => auth.token(PERSON, { ...quiet, refresh: true })),
    );
    expect(new Set(five).size).toBe(1);
    expect(five[0]).not.toBe(token);
    expect(scene.entra.log).toEqual(['token refresh_token']);
  });

  it('come by prompt=none after the browser was restarted', async () => {
    await (await startWorker()).auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    await fakeBrowser.storage.session.clear();
    const { auth } = await startWorker();
    await expect(Promise.all([auth.token(PERSON, quiet), auth.token(PERSON, quiet)])).resolves.toHaveLength(
      2,
    );
    expect(scene.entra.log).toEqual(['authorize none', 'token authorization_code']);
    expect(scene.entra.lastAuthorize?.searchParams.get('login_hint')).toBe(MAYA.username);
  });

  it('come by prompt=none when the refresh token has ended', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    scene.entra.endRefreshTokens();
    await expect(auth.token(PERSON, { ...quiet, refresh: true })).resolves.toMatch(/^access-/);
    expect(scene.entra.log).toEqual(['token refresh_token', 'authorize none', 'token authorization_code']);
  });

  it('need the person when the cookie is gone too', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    scene.entra.endRefreshTokens();
    scene.entra.cookie = null;
    expect(await rejection(auth.token(PERSON, { ...quiet, refresh: true }))).toEqual({
      code: 'AADSTS50058',
      who: 'person',
      raw: 'AADSTS50058',
    });
  });

  it('are served from the cache while offline, and a refresh says offline', async () => {
    const { auth } = await startWorker();
    const token = await auth.token(PERSON, asked);
    scene.entra.offline = true;
    expect(await auth.token(PERSON, quiet)).toBe(token);
    expect(await rejection(auth.token(PERSON, { ...quiet, refresh: true }))).toMatchObject({
      code: 'offline',
      who: 'wait',
    });
  });

  it('stop at a refusal by policy without asking the authorize page', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    scene.entra.tokenRefusal = refuse('invalid_grant', 53003, 'message_only');
    expect(await rejection(auth.token(PERSON, { ...quiet, refresh: true }))).toMatchObject({
      code: 'AADSTS53003',
      who: 'blocked',
    });
    expect(scene.entra.log).toEqual(['token refresh_token']);
  });

  it('carry a claims challenge past the cache', async () => {
    const { auth } = await startWorker();
    const token = await auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    expect(await auth.token(PERSON, { ...quiet, claims })).not.toBe(token);
    expect(scene.entra.log).toEqual(['token refresh_token']);
  });
});

describe('the 24 hours of the refresh token', () => {
  it('are begun anew after 20, silently', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    scene.now += 20 * HOUR - MINUTE;
    await auth.token(PERSON, quiet);
    expect(scene.entra.log).toEqual([]);
    scene.now += 2 * MINUTE;
    await auth.token(PERSON, quiet);
    await auth.token(PERSON, quiet);
    expect(scene.entra.log).toEqual(['authorize none', 'token authorization_code']);
  });

  it('go on to their end when the renewal is refused, and it is not repeated at once', async () => {
    const { auth } = await startWorker();
    const token = await auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    scene.entra.cookie = null;
    scene.now += 21 * HOUR;
    expect(await auth.token(PERSON, quiet)).toBe(token);
    expect(await auth.token(PERSON, quiet)).toBe(token);
    expect(scene.entra.log).toEqual(['authorize none']);
    scene.now += 6 * HOUR - MINUTE;
    await auth.token(PERSON, quiet);
    expect(scene.entra.log).toEqual(['authorize none']);
    scene.now += MINUTE;
    await auth.token(PERSON, quiet);
    expect(scene.entra.log).toEqual(['authorize none', 'authorize none']);
  });
});

describe('signing out', () => {
  it('leaves no token, and the provider’s cookie signs nobody back in', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    await auth.signOut();
    expect([...fakeBrowser.storage.session.data.keys()]).toEqual([]);
    expect([...fakeBrowser.storage.local.data.keys()]).toEqual([]);
    scene.entra.log.length = 0;
    expect(await rejection(auth.token(PERSON, quiet))).toMatchObject({ code: 'sign-in-needed' });
    const again = await startWorker();
    expect(await rejection(again.auth.token(PERSON, quiet))).toMatchObject({ code: 'sign-in-needed' });
    expect(scene.entra.log).toEqual([]);
  });

  it('wins over a window that is still open', async () => {
    const { auth } = await startWorker();
    let answer: (url: string) => void = () => {};
    let address = '';
    fakeBrowser.identity.launchWebAuthFlow = ({ url }) =>
      new Promise((resolve) => {
        address = url;
        answer = resolve;
      });
    const pending = rejection(auth.token(PERSON, asked));
    await vi.waitFor(() => expect(address).not.toBe(''));
    await auth.signOut();
    answer(await scene.entra.flow({ url: address, interactive: true }));
    expect((await pending).code).not.toBe('');
    expect(await auth.account()).toBeNull();
    expect([...fakeBrowser.storage.session.data.keys()]).toEqual([]);
    fakeBrowser.identity.launchWebAuthFlow = scene.entra.flow;
    await expect(auth.token(PERSON, asked)).resolves.toMatch(/^access-/);
  });
});
