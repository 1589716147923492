import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handlers } from '../../../../utils/adapters/browser/listen.ts';
import { listen } from '../../../../utils/adapters/browser/listen.ts';
import { createSender } from '../../../../utils/adapters/browser/sender.ts';
import { SynclineError } from '../../../../utils/core/errors.ts';
import type { MessageName } from '../../../../utils/model/messages.ts';
import { fakeBrowser } from './fake-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));

const HOME = `chrome-extension://${fakeBrowser.runtime.id}`;
const POPUP = { id: fakeBrowser.runtime.id, url: `${HOME}/popup.html` };
const PORTAL = {
  id: fakeBrowser.runtime.id,
  url: 'https://us02web.zoom.us/profile',
  tab: { id: 1 },
  frameId: 0,
};
const OBSERVED = {
  page: 'profile',
  recognition: 'recognised',
  recognised: 1,
  expected: 1,
  settings: [
    { id: 'profile-connection', value: { status: 'connected', service: 'office365' }, lock: 'unknown' },
  ],
};

const APP = '7C1D9E40-52AB-4F8E-B0C3-5A6E8D2F9100';

const calls: [string, unknown][] = [];
const failures: string[] = [];
const handlers = new Proxy({} as Handlers, {
  get: (_target, name: MessageName) => async (request: unknown) => {
    calls.push([name, request]);
    if (name === 'sync/now') throw new SynclineError({ code: 'offline', who: 'wait' }, 'no network');
    if (name === 'sync/confirm-shrink') throw new TypeError('secret@alderfinch.example');
    return name === 'guidance/context' ? { notes: [], goodFor: 1 } : undefined;
  },
});

/** What the listener answers; `undefined` when it leaves the message to others. */
async function deliver(message: unknown, sender: object): Promise<unknown> {
  let reply: unknown;
  let later: unknown;
  const answered = new Promise((resolve) => {
    [later] = fakeBrowser.runtime.onMessage.fire(message, sender, (value: unknown) => {
      reply = value;
      resolve(value);
    });
  });
  if (later === true) await answered;
  return reply;
}
const ours = (name: string, request?: unknown) => ({
  mark: 'syncline/1',
  name,
  ...(request === undefined ? {} : { request }),
});

beforeEach(() => {
  calls.length = 0;
  failures.length = 0;
  fakeBrowser.runtime.onMessage.listeners.length = 0;
  listen(handlers, (name) => failures.push(name));
});

describe('who may send what', () => {
  it('our pages may send everything', async () => {
    expect(await deliver(ours('auth/sign-out'), POPUP)).toEqual({ mark: 'syncline/1', ok: true });
    expect(await deliver(ours('auth/sign-out'), { ...POPUP, tab: { id: 3 } })).toMatchObject({ ok: true });
  });

  it('a content script on the portal may send its two names and no other', async () => {
    expect(await deliver(ours('portal/observed', OBSERVED), PORTAL)).toMatchObject({ ok: true });
    const context = { page: 'profile', settings: OBSERVED.settings };
    expect(await deliver(ours('guidance/context', context), PORTAL)).toEqual({
      mark: 'syncline/1',
      ok: true,
      value: { notes: [], goodFor: 1 },
    });
    calls.length = 0;
    for (const name of ['auth/sign-in', 'auth/sign-out', 'sync/now', 'data/delete-everything', 'config/get'])
      expect(await deliver(ours(name), PORTAL), name).toMatchObject({
        ok: false,
        error: { code: 'refused' },
      });
    expect(calls).toEqual([]);
  });

  it.each([
    ['another extension', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', url: `${HOME}/popup.html` }],
    ['nobody', {}],
    ['a content script elsewhere', { ...PORTAL, url: 'https://zoom.us.evil.example/profile' }],
    ['a page without encryption', { ...PORTAL, url: 'http://zoom.us/profile' }],
    ['a look-alike', { ...PORTAL, url: 'https://notzoom.us/profile' }],
    ['a page of an extension whose id begins like ours', { ...POPUP, url: `${HOME}x/popup.html` }],
    ['a sender without a tab', { id: PORTAL.id, url: PORTAL.url, frameId: 0 }],
    ['a frame inside a page', { ...PORTAL, frameId: 7 }],
    ['a sender of no frame', { id: PORTAL.id, url: PORTAL.url, tab: PORTAL.tab }],
    ['another product of Zoom', { ...PORTAL, url: 'https://marketplace.zoom.us/profile' }],
    ['another page of the portal', { ...PORTAL, url: 'https://zoom.us/billing' }],
    ['a page whose path only ends like ours', { ...PORTAL, url: 'https://zoom.us/x/profile' }],
  ])('%s may send nothing', async (_who, sender) => {
    expect(await deliver(ours('portal/observed', OBSERVED), sender)).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
    expect(calls).toEqual([]);
  });
});

describe('what a message must look like', () => {
  it.each([
    ['an unknown name', ours('auth/token')],
    ['a name every object has', ours('toString')],
    ['a payload where none belongs', ours('auth/sign-in', { scope: 'x' })],
    ['an observation without settings', ours('portal/observed', { ...OBSERVED, settings: undefined })],
    [
      'a value no setting has',
      ours('portal/observed', {
        ...OBSERVED,
        settings: [{ id: 'two-way-sync', value: 'maybe', lock: 'unknown' }],
      }),
    ],
    [
      'a setting nobody knows',
      ours('portal/observed', { ...OBSERVED, settings: [{ id: '__proto__', value: 'on', lock: 'unknown' }] }),
    ],
    ['an address that fills the store', ours('portal/observed', { ...OBSERVED, zoomEmail: 'x'.repeat(400) })],
    ['a hundred notes to hide', ours('portal/observed', { ...OBSERVED, hide: Array(100).fill('a@user') })],
    ['a note key with a tag in it', ours('portal/observed', { ...OBSERVED, hide: ['<b>'] })],
    ['a question about a page of no settings', ours('guidance/context', { page: 'meetings', settings: [] })],
    ['a question that names no settings', ours('guidance/context', { page: 'profile' })],
    [
      'an unsaved value nobody knows',
      ours('guidance/context', { page: 'profile', settings: [], unsaved: [{ id: 'x' }] }),
    ],
    [
      'a dialog about a setting nobody knows',
      ours('guidance/context', {
        page: 'profile',
        settings: [],
        dialog: { clue: { setting: '__proto__' } },
      }),
    ],
    [
      'a touch without its part',
      ours('guidance/context', {
        page: 'profile',
        settings: [],
        dialog: { clue: {}, touch: { setting: 'two-way-sync', value: 'on' } },
      }),
    ],
    ['a lack of something nobody knows', ours('portal/observed', { ...OBSERVED, lacks: 'all' })],
    ['an audit that does not say of what', ours('audit/run')],
    ['an audit of something else', ours('audit/run', { signIns: 'yes' })],
    ['an app that is no id', ours('audit/choose-app', { appId: "x') or true", chosen: true })],
    ['an app neither chosen nor not', ours('audit/choose-app', { appId: APP })],
    ['a form with a number', ours('config/save', { clientId: 7, tenant: 'organizations' })],
  ])('%s is refused', async (_what, message) => {
    expect(await deliver(message, POPUP)).toMatchObject({
      ok: false,
      error: { code: 'refused', who: 'bug' },
    });
    expect(calls).toEqual([]);
  });

  it('what a payload holds beside its shape does not get in', async () => {
    await deliver(ours('portal/observed', { ...OBSERVED, junk: 'x'.repeat(1_000) }), PORTAL);
    await deliver(ours('guidance/context', { page: 'profile', settings: [], junk: 1 }), PORTAL);
    await deliver(ours('config/save', { clientId: null, tenant: 'organizations', junk: 1 }), POPUP);
    expect(calls.map(([, request]) => request)).toEqual([
      OBSERVED,
      { page: 'profile', settings: [] },
      { clientId: null, tenant: 'organizations' },
    ]);
  });

  it('the audit is our own pages’ to start, and an id is told in one spelling', async () => {
    await deliver(ours('audit/run', { signIns: true, junk: 1 }), POPUP);
    await deliver(ours('audit/run', {}), POPUP);
    await deliver(ours('audit/choose-app', { appId: APP, chosen: false }), POPUP);
    expect(calls).toEqual([
      ['audit/run', { signIns: true }],
      ['audit/run', {}],
      ['audit/choose-app', { appId: APP.toLowerCase(), chosen: false }],
    ]);
    calls.length = 0;
    const refused = { ok: false, error: { code: 'refused' } };
    expect(await deliver(ours('audit/run', { signIns: true }), PORTAL)).toMatchObject(refused);
    expect(await deliver(ours('audit/choose-app', { appId: APP, chosen: true }), PORTAL)).toMatchObject(
      refused,
    );
    expect(calls).toEqual([]);
  });

  it('messages without our mark stay unanswered', async () => {
    expect(await deliver({ name: 'auth/sign-out' }, POPUP)).toBeUndefined();
    expect(await deliver('auth/sign-out', POPUP)).toBeUndefined();
    expect(calls).toEqual([]);
  });
});

describe('errors', () => {
  it('cross as their storable part and reach the log', async () => {
    expect(await deliver(ours('sync/now'), POPUP)).toMatchObject({
      ok: false,
      error: { code: 'offline', who: 'wait' },
    });
    const unforeseen = await deliver(ours('sync/confirm-shrink'), POPUP);
    expect(unforeseen).toMatchObject({
      ok: false,
      error: { code: 'unexpected', who: 'bug', raw: 'TypeError' },
    });
    expect(JSON.stringify(unforeseen)).not.toContain('alderfinch');
    expect(failures).toEqual(['sync/now', 'sync/confirm-shrink']);
  });
});

describe('the sender', () => {
  const connect = () => {
    fakeBrowser.runtime.sendMessage = (message) => deliver(message, POPUP);
  };
  afterEach(() => vi.useRealTimers());

  it('gives the value, or throws the worker’s error', async () => {
    connect();
    const send = createSender();
    expect(await send('guidance/context', { page: 'profile', settings: [] })).toEqual({
      notes: [],
      goodFor: 1,
    });
    expect(await send('auth/sign-out')).toBeUndefined();
    await expect(send('sync/now')).rejects.toMatchObject({
      name: 'SynclineError',
      info: { code: 'offline', who: 'wait' },
    });
  });

  it.each([
    ['there is no worker', () => Promise.reject(new Error('Receiving end does not exist.'))],
    ['the page outlived an update', () => Promise.reject(new Error('Extension context invalidated.'))],
    ['nobody of ours answers', () => Promise.resolve(undefined)],
    [
      'the browser throws at once',
      () => {
        throw new TypeError('x');
      },
    ],
  ])('says no-answer when %s', async (_case, sendMessage) => {
    fakeBrowser.runtime.sendMessage = sendMessage;
    await expect(createSender()('config/get')).rejects.toMatchObject({
      info: { code: 'no-answer', who: 'wait' },
    });
  });

  it('waits ten seconds for a state and longer for a person', async () => {
    vi.useFakeTimers();
    fakeBrowser.runtime.sendMessage = () => new Promise(() => {});
    const send = createSender({ 'auth/sign-in': 15 * 60_000 });
    const ends: string[] = [];
    void send('config/get').catch(() => ends.push('config/get'));
    void send('auth/sign-in').catch(() => ends.push('auth/sign-in'));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(ends).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(ends).toEqual(['config/get']);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(ends).toEqual(['config/get']);
  });
});
