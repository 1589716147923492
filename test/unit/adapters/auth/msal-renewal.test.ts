import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR } from '../../../../utils/core/clock.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { MAYA, OTTO, refuse } from './fake-entra.ts';
import { CALENDAR, PERSON, asked, freshScene, quiet, rejection, scene, startWorker } from './worker.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('../browser/fake-browser.ts')).fakeBrowser }));

const visits = () => scene.entra.log.filter((line) => line.startsWith('authorize'));
const stored = () =>
  JSON.stringify([[...fakeBrowser.storage.local.data], [...fakeBrowser.storage.session.data]]);

async function signedIn() {
  const { auth } = await startWorker();
  await auth.token(PERSON, asked);
  scene.entra.log.length = 0;
  return auth;
}

/** The browser closed and opened again: what was in memory is gone. */
async function restarted() {
  await fakeBrowser.storage.session.clear();
  scene.entra.log.length = 0;
  return (await startWorker()).auth;
}

beforeEach(freshScene);

describe('a silent renewal that is refused', () => {
  it('is not repeated for six hours, dead refresh token or not, and keeps its reason', async () => {
    const auth = await signedIn();
    scene.entra.cookie = null;
    scene.now += 20 * HOUR;
    await auth.token(PERSON, quiet);
    expect(visits()).toHaveLength(1);
    scene.entra.endRefreshTokens();
    scene.now += 5 * HOUR;
    const force = { ...quiet, refresh: true } as const;
    expect(await rejection(auth.token(PERSON, force))).toMatchObject({ code: 'AADSTS50058', who: 'person' });
    expect(await rejection(auth.token(CALENDAR, force))).toMatchObject({ code: 'AADSTS50058' });
    expect(visits()).toHaveLength(1);
    scene.now += HOUR;
    scene.entra.cookie = MAYA;
    await expect(auth.token(PERSON, force)).resolves.toMatch(/^access-/);
    expect(visits()).toEqual(['authorize none', 'authorize none']);
  });

  it('is not repeated after a restart either, and a person’s own sign-in is never held back', async () => {
    await signedIn();
    scene.entra.cookie = null;
    const second = await restarted();
    expect(await rejection(second.token(PERSON, quiet))).toMatchObject({ code: 'AADSTS50058' });
    const third = await restarted();
    expect(await rejection(third.token(PERSON, quiet))).toMatchObject({ code: 'AADSTS50058' });
    expect(visits()).toEqual([]);
    await third.token(PERSON, asked);
    expect(visits()).toEqual(['authorize default window']);
    scene.entra.log.length = 0;
    const fourth = await restarted();
    await fourth.token(PERSON, quiet);
    expect(visits()).toEqual(['authorize none']);
  });

  it('counts once for two questions asked at the same time', async () => {
    await signedIn();
    scene.entra.cookie = null;
    const auth = await restarted();
    await Promise.all([rejection(auth.token(PERSON, quiet)), rejection(auth.token(CALENDAR, quiet))]);
    expect(visits()).toHaveLength(1);
  });

  it('for want of consent or of a network says nothing of the next one', async () => {
    await signedIn();
    const auth = await restarted();
    expect(await rejection(auth.token(CALENDAR, quiet))).toMatchObject({ code: 'AADSTS65001' });
    scene.entra.offline = true;
    expect(await rejection(auth.token(PERSON, quiet))).toMatchObject({ code: 'offline' });
    scene.entra.offline = false;
    await expect(auth.token(PERSON, quiet)).resolves.toMatch(/^access-/);
  });

  it('does not stand in the future of a clock that went backwards', async () => {
    await signedIn();
    scene.entra.cookie = null;
    const auth = await restarted();
    await rejection(auth.token(PERSON, quiet));
    scene.entra.cookie = MAYA;
    scene.now -= 48 * HOUR;
    await expect(auth.token(PERSON, quiet)).resolves.toMatch(/^access-/);
  });
});

describe('an answer for somebody else', () => {
  it('to a silent visit is thrown away: nobody changes accounts unseen', async () => {
    await signedIn();
    scene.entra.cookie = OTTO;
    const auth = await restarted();
    expect(await rejection(auth.token(PERSON, quiet))).toMatchObject({ code: 'sign-in-needed' });
    expect(stored()).not.toContain(OTTO.oid);
    expect(await auth.account()).toMatchObject({ username: MAYA.username });
  });

  it('is what a person gets who asks for another account', async () => {
    const auth = await signedIn();
    scene.entra.person = OTTO;
    await auth.token(PERSON, { ...asked, choose: true });
    expect(visits()).toEqual(['authorize select_account window']);
    expect(scene.entra.lastAuthorize?.searchParams.get('login_hint')).toBeNull();
    expect(await auth.account()).toMatchObject({ username: OTTO.username });
    expect(stored()).not.toContain(MAYA.oid);
  });

  it('changes nothing when that window is closed', async () => {
    const auth = await signedIn();
    const token = await auth.token(PERSON, quiet);
    scene.entra.person = null;
    expect(await rejection(auth.token(PERSON, { ...asked, choose: true }))).toMatchObject({
      code: 'sign-in-cancelled',
    });
    expect(await auth.account()).toMatchObject({ username: MAYA.username });
    expect(await auth.token(PERSON, quiet)).toBe(token);
  });
});

describe('a registration changed while the window stands open', () => {
  it.each([
    ['client id', { clientId: '99999999-1111-2222-3333-444444444444' }],
    ['tenant', { tenant: 'alderfinch.example' }],
    ['cloud', { cloud: 'gcc-high' }],
  ] as const)('(%s) keeps nothing of the answer', async (_what, change) => {
    const { auth } = await startWorker();
    fakeBrowser.identity.launchWebAuthFlow = async (details) => {
      scene.connection = { ...scene.connection, ...change };
      return scene.entra.flow(details);
    };
    expect(await rejection(auth.token(PERSON, asked))).toEqual({ code: 'sign-in-needed', who: 'person' });
    expect(stored()).toBe('[[],[]]');
    fakeBrowser.identity.launchWebAuthFlow = scene.entra.flow;
    await expect(auth.token(PERSON, asked)).resolves.toMatch(/^access-/);
    expect(await auth.account()).toMatchObject({ username: MAYA.username });
  });
});

describe('a claims challenge', () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

  it('that no silent way answers is put to the person in the next window, once', async () => {
    const auth = await signedIn();
    scene.entra.tokenRefusal = refuse('invalid_grant', 50076, 'basic_action');
    scene.entra.authorizeRefusal = refuse('interaction_required', 50076);
    expect(await rejection(auth.token(PERSON, { ...quiet, claims }))).toMatchObject({ code: 'AADSTS50076' });
    scene.entra.tokenRefusal = null;
    scene.entra.authorizeRefusal = null;
    scene.entra.log.length = 0;
    // The cached token still looks good to the cache; only the window gives one that Graph takes.
    await auth.token(PERSON, asked);
    expect(visits()).toEqual(['authorize default window']);
    expect(scene.entra.lastAuthorize?.searchParams.get('claims')).toContain('"acrs"');
    scene.entra.log.length = 0;
    await auth.token(PERSON, asked);
    expect(scene.entra.log).toEqual([]);
  });

  it('outlives the worker, not the sign-out', async () => {
    const auth = await signedIn();
    scene.entra.tokenRefusal = refuse('invalid_grant', 50076, 'basic_action');
    scene.entra.authorizeRefusal = refuse('interaction_required', 50076);
    await rejection(auth.token(PERSON, { ...quiet, claims }));
    expect(stored()).toContain('acrs');
    const next = (await startWorker()).auth;
    await next.signOut();
    expect(stored()).toBe('[[],[]]');
  });
});
