import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { MAYA, OTTO, refuse } from './fake-entra.ts';
import { CALENDAR, PERSON, asked, freshScene, quiet, rejection, scene, startWorker } from './worker.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('../browser/fake-browser.ts')).fakeBrowser }));

beforeEach(freshScene);

describe('nobody signed in', () => {
  it('asks nobody anything, not even the library', async () => {
    const { auth, loads } = await startWorker();
    expect(await rejection(auth.token(PERSON, quiet))).toEqual({ code: 'sign-in-needed', who: 'person' });
    expect(await auth.account()).toBeNull();
    expect(scene.entra.log).toEqual([]);
    expect(loads()).toBe(0);
  });

  it('says so when no client id is set', async () => {
    scene.connection = { ...scene.connection, clientId: null };
    const { auth } = await startWorker();
    expect(await rejection(auth.token(PERSON, asked))).toEqual({ code: 'no-client-id', who: 'person' });
    expect(scene.entra.log).toEqual([]);
  });
});

describe('signing in', () => {
  it('opens the window, redeems the code with PKCE, and remembers who it is', async () => {
    const { auth } = await startWorker();
    expect(await auth.token(PERSON, asked)).toMatch(/^access-/);
    expect(scene.entra.log).toEqual(['authorize select_account window', 'token authorization_code']);
    expect(scene.entra.lastAuthorize?.searchParams.get('scope')?.split(' ').sort()).toEqual([
      'User.Read',
      'offline_access',
      'openid',
      'profile',
    ]);
    expect(await auth.account()).toMatchObject({ username: MAYA.username });
  });

  it('keeps every token out of storage.local', async () => {
    const { auth } = await startWorker();
    const token = await auth.token(PERSON, asked);
    const disk = JSON.stringify([...fakeBrowser.storage.local.data]);
    const memory = JSON.stringify([...fakeBrowser.storage.session.data]);
    expect(memory).toContain(token);
    expect(memory).toContain('refresh-');
    expect(disk).not.toMatch(/access-|refresh-|eyJ/);
  });

  it('tells a closed window from an error, and the next attempt works', async () => {
    const { auth } = await startWorker();
    scene.entra.person = null;
    expect(await rejection(auth.token(PERSON, asked))).toEqual({
      code: 'sign-in-cancelled',
      who: 'cancelled',
    });
    expect(await auth.account()).toBeNull();
    scene.entra.person = MAYA;
    await expect(auth.token(PERSON, asked)).resolves.toMatch(/^access-/);
  });

  it.each([
    ['consent_required', 90094, 'blocked'],
    ['access_denied', 65004, 'person'],
    ['access_denied', 53003, 'blocked'],
    ['interaction_required', 50020, 'person'],
    ['temporarily_unavailable', 90033, 'wait'],
    ['access_denied', 7654321, 'person'],
  ])('translates a refusal %s %i', async (error, number, who) => {
    const { auth } = await startWorker();
    scene.entra.authorizeRefusal = refuse(error, number);
    expect(await rejection(auth.token(PERSON, asked))).toEqual({
      code: `AADSTS${number}`,
      who,
      raw: `AADSTS${number}`,
    });
  });

  it('keeps the description of a refusal out of the storable part', async () => {
    const { auth } = await startWorker();
    scene.entra.authorizeRefusal = refuse('access_denied', 53003);
    const info = await rejection(auth.token(PERSON, asked));
    expect(JSON.stringify(info)).not.toContain('alderfinch');
  });

  it('is "offline" when the page does not load', async () => {
    const { auth } = await startWorker();
    scene.entra.offline = true;
    expect(await rejection(auth.token(PERSON, asked))).toEqual({ code: 'offline', who: 'wait' });
  });
});

describe('the second step of consent', () => {
  it('fails quietly before it was given, without asking the authorize page', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    expect(await rejection(auth.token(CALENDAR, quiet))).toMatchObject({
      code: 'AADSTS65001',
      who: 'person',
    });
    expect(scene.entra.log).toEqual(['token refresh_token']);
  });

  it('opens a window that knows the account', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    await auth.token(CALENDAR, asked);
    expect(scene.entra.log).toEqual([
      'token refresh_token',
      'authorize default window',
      'token authorization_code',
    ]);
    expect(scene.entra.lastAuthorize?.searchParams.get('login_hint')).toBe(MAYA.username);
    await expect(auth.token(CALENDAR, quiet)).resolves.toMatch(/^access-/);
  });

  it('needs no window when an admin consented for everybody', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    scene.entra.log.length = 0;
    scene.entra.consented.add('Calendars.ReadBasic');
    await auth.token(CALENDAR, asked);
    expect(scene.entra.log).toEqual(['token refresh_token']);
  });
});

describe('another account or registration', () => {
  it('leaves one account in the cache', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    await auth.signOut();
    scene.entra.person = OTTO;
    await auth.token(PERSON, asked);
    expect(await auth.account()).toMatchObject({ username: OTTO.username });
    expect(JSON.stringify([...fakeBrowser.storage.session.data])).not.toContain(MAYA.oid);
  });

  it('makes the old sign-in void when the client id changes', async () => {
    const { auth } = await startWorker();
    await auth.token(PERSON, asked);
    scene.connection = { ...scene.connection, clientId: '99999999-1111-2222-3333-444444444444' };
    expect(await auth.account()).toBeNull();
    expect(await rejection(auth.token(PERSON, quiet))).toMatchObject({ code: 'sign-in-needed' });
    scene.entra.log.length = 0;
    await auth.token(PERSON, asked);
    expect(scene.entra.lastAuthorize?.searchParams.get('client_id')).toBe(
      '99999999-1111-2222-3333-444444444444',
    );
  });
});

describe('a worker killed in the middle of a sign-in', () => {
  it('leaves nothing that blocks the next attempt', async () => {
    const { auth } = await startWorker();
    fakeBrowser.identity.launchWebAuthFlow = () => new Promise(() => {});
    void auth.token(PERSON, asked).catch(() => {});
    await vi.waitFor(() => expect(Reflect.get(globalThis, 'window')).toBeDefined());
    fakeBrowser.identity.launchWebAuthFlow = scene.entra.flow;
    const next = await startWorker();
    await expect(next.auth.token(PERSON, asked)).resolves.toMatch(/^access-/);
  });
});
