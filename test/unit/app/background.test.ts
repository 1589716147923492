import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createSender } from '../../../utils/adapters/browser/sender.ts';
import { openReader } from '../../../utils/adapters/idb/index.ts';
import { onChange } from '../../../utils/adapters/browser/changes.ts';
import { logLines } from '../../../utils/adapters/browser/log.ts';
import { judgeNotes } from '../../../utils/checks/index.ts';
import { fakeBrowser } from '../adapters/browser/fake-browser.ts';
import { FakeEntra, MAYA } from '../adapters/auth/fake-entra.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../adapters/browser/fake-browser.ts')).fakeBrowser,
}));

const HOME = `chrome-extension://${fakeBrowser.runtime.id}`;
const workerListeners: string[] = [];
const imported: string[] = [];
const entra = new FakeEntra();
const graphRequests: string[] = [];

vi.stubGlobal('location', new URL(`${HOME}/background.js`));
vi.stubGlobal('self', {
  addEventListener: (name: string) => workerListeners.push(name),
});

// Node 22 has no Web Locks; one holder at a time is all the worker asks of them.
const held = new Set<string>();
vi.stubGlobal('navigator', {
  onLine: true,
  locks: {
    async request(name: string, _options: object, work: (lock: object | null) => Promise<boolean>) {
      if (held.has(name)) return work(null);
      held.add(name);
      return work({ name }).finally(() => held.delete(name));
    },
  },
});

/** What the calendar's answer waits for. */
let gate: Promise<void> = Promise.resolve();

/** Graph as far as this test needs it: a person, two dates, an empty calendar. */
async function network(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const url = new URL(String(input instanceof Request ? input.url : input));
  if (url.hostname !== 'graph.microsoft.com') return entra.fetch(input, init);
  graphRequests.push(url.pathname);
  if (url.pathname === '/v1.0/me')
    return url.search.includes('mail')
      ? Response.json({ mail: MAYA.username, userPrincipalName: MAYA.username })
      : Response.json({ lastPasswordChangeDateTime: null, signInSessionsValidFromDateTime: null });
  await gate;
  return Response.json({
    value: [],
    '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/me/calendarView/delta?$deltatoken=one',
  });
}

const send = createSender();
const observation = {
  page: 'profile',
  recognition: 'recognised',
  recognised: 1,
  expected: 1,
  settings: [{ id: 'profile-connection', value: { status: 'connected' }, lock: 'unknown' }],
} as const;

/** Delivers like the browser does: to every listener, the first that says `true` answers. */
function deliverAs(sender: object) {
  fakeBrowser.runtime.sendMessage = (message: unknown) =>
    new Promise((resolve) => {
      fakeBrowser.runtime.onMessage.fire(message, sender, (reply: unknown) =>
        resolve(reply === undefined ? undefined : JSON.parse(JSON.stringify(reply))),
      );
    });
}
/** What is stored, read as a page reads it. */
const stored = async () => (await openReader()).facts();
const asPopup = () => deliverAs({ id: fakeBrowser.runtime.id, url: `${HOME}/popup.html` });

beforeAll(async () => {
  fakeBrowser.identity.launchWebAuthFlow = entra.flow;
  vi.stubGlobal('fetch', network);
  vi.stubGlobal('importScripts', (url: string) => {
    imported.push(url);
    Object.assign(globalThis, scripts[url]);
  });
  const scripts: Readonly<Record<string, object>> = {
    '/back-office.js': { synclineBackOffice: await import('../../../entrypoints/worker/back-office.ts') },
    '/judge.js': { synclineJudge: judgeNotes },
    '/token-lib.js': {
      synclineTokenLibrary: {
        ...(await import('../../../utils/adapters/auth/msal.ts')),
        ...(await import('../../../utils/adapters/graph/client.ts')),
      },
    },
  };
  await fakeBrowser.storage.local.set({
    connection: { version: 1, clientId: '00000000-1111-2222-3333-444444444444', tenant: 'organizations' },
  });
});

const registered = () => ({
  message: fakeBrowser.runtime.onMessage.listeners.length,
  installed: fakeBrowser.runtime.onInstalled.listeners.length,
  startup: fakeBrowser.runtime.onStartup.listeners.length,
  alarm: fakeBrowser.alarms.onAlarm.listeners.length,
  storage: fakeBrowser.storage.onChanged.listeners.length,
  worker: workerListeners.length,
});

describe('the worker', () => {
  it('registers each listener once, in its first turn, and loads no library for it', async () => {
    const { default: background } = await import('../../../entrypoints/background.ts');
    expect(registered()).toEqual({ message: 0, installed: 0, startup: 0, alarm: 0, storage: 0, worker: 0 });
    const answer: unknown = background.main();
    expect(registered()).toEqual({ message: 1, installed: 1, startup: 1, alarm: 1, storage: 2, worker: 1 });
    expect(answer).toBeUndefined();
    expect(workerListeners).toEqual(['install']);
    expect(imported).toEqual([]);
    expect(background.type).toBeUndefined();
  });

  it('keeps what a content script saw and announces it', async () => {
    deliverAs({ id: fakeBrowser.runtime.id, url: 'https://zoom.us/profile', tab: { id: 1 }, frameId: 0 });
    const heard = vi.fn();
    const stop = onChange(heard);
    await send('portal/observed', observation);
    expect((await stored())['portal/profile']?.value.connection).toEqual({ status: 'connected' });
    expect(imported).toEqual([]);
    const asked = { page: 'profile', settings: observation.settings } as const;
    const { notes } = await send('guidance/context', asked);
    expect(notes.map(({ setting }) => setting)).toEqual(['profile-connection']);
    // What belongs on the page, and nothing else of what is stored.
    expect(JSON.stringify(notes)).not.toMatch(/alderfinch/);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    stop();
    await expect(send('auth/sign-in')).rejects.toMatchObject({ info: { code: 'refused' } });
    // The badge may have been drawn meanwhile, by the other half.
    expect(imported.splice(0).filter((name) => name !== '/back-office.js')).toEqual(['/judge.js']);
  });

  it('signs in, then reads the calendar after its own question', async () => {
    asPopup();
    expect(await send('auth/sign-in')).toEqual({ ok: true, username: MAYA.username });
    expect(imported.filter((name) => name !== '/back-office.js')).toEqual(['/token-lib.js']);
    expect(graphRequests).toEqual(['/v1.0/me', '/v1.0/me']);
    expect(await send('auth/grant-calendar')).toEqual({ ok: true, username: MAYA.username });
    await vi.waitFor(async () => {
      const facts = await stored();
      expect(facts['calendar/contents']?.value.events).toBe(0);
      expect(facts['microsoft/account']?.value.username).toBe(MAYA.username);
    });
    expect(graphRequests.at(-1)).toBe('/v1.0/me/calendarView/delta');
    expect(fakeBrowser.alarms.all.get('sync')).toMatchObject({ periodInMinutes: 15 });
    expect(await send('sync/now')).toEqual({ ok: true });
  });

  it('draws the badge from the same judgement as the popup', async () => {
    const lost = {
      ...observation,
      settings: [{ id: 'profile-connection', value: { status: 'not-connected' }, lock: 'unknown' }],
    } as const;
    await send('portal/observed', lost);
    await vi.waitFor(() => expect(fakeBrowser.action.badge['text']).toBe('×'));
    await send('portal/observed', observation);
    await vi.waitFor(() => expect(fakeBrowser.action.badge['text']).toBe(''));
  });

  it('draws a grey badge when its round could not read the store', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('disk', 'UnknownError');
    });
    fakeBrowser.alarms.onAlarm.fire({ name: 'sync' });
    await vi.waitFor(() => expect(fakeBrowser.action.badge['text']).toBe('?'));
    transaction.mockRestore();
    fakeBrowser.alarms.onAlarm.fire({ name: 'sync' });
    await vi.waitFor(() => expect(fakeBrowser.action.badge['text']).toBe(''));
  });

  it('forgets Microsoft when the registration changes', async () => {
    expect(await send('config/save', { clientId: 'nonsense', tenant: 'organizations' })).toEqual({
      ok: false,
      field: 'clientId',
    });
    const other = '99999999-1111-2222-3333-444444444444';
    expect(await send('config/save', { clientId: other, tenant: '' })).toEqual({ ok: true });
    expect(await send('config/get')).toMatchObject({ clientId: other, tenant: 'organizations' });
    await vi.waitFor(async () => {
      expect(Object.keys(await stored())).toEqual(['portal/profile']);
    });
    await vi.waitFor(() => expect(fakeBrowser.alarms.all.size).toBe(0));
  });

  it('really deletes everything', async () => {
    await send('auth/sign-in');
    await send('auth/grant-calendar');
    await send('data/delete-everything');
    expect(await stored()).toEqual({});
    expect(fakeBrowser.storage.local.data.size).toBe(0);
    expect(fakeBrowser.alarms.all.size).toBe(0);
    expect(await send('config/get')).toMatchObject({ clientId: null });
    expect(await send('auth/sign-in')).toMatchObject({ ok: false, error: { code: 'no-client-id' } });
  });

  it('deletes also what a round under way would have written afterwards', async () => {
    await fakeBrowser.storage.local.set({
      connection: { version: 1, clientId: '00000000-1111-2222-3333-444444444444', tenant: 'organizations' },
    });
    await send('auth/sign-in');
    await send('auth/grant-calendar');
    await vi.waitFor(async () => expect((await stored())['calendar/contents']).toBeDefined());
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const asked = graphRequests.length;
    fakeBrowser.alarms.onAlarm.fire({ name: 'sync' });
    await vi.waitFor(() => expect(graphRequests.length).toBe(asked + 1));
    const deletion = send('data/delete-everything');
    const looked = send('portal/observed', observation);
    await vi.waitFor(async () => expect((await stored())['microsoft/account']).toBeUndefined());
    // More turns of the database than a deletion that does not wait would need.
    for (let turn = 0; turn < 30; turn += 1) await stored();
    expect(fakeBrowser.storage.local.data.size).toBe(1);
    open();
    await Promise.all([deletion, looked]);
    // Joins the round where it has not ended.
    await send('sync/now');
    expect(await stored()).toEqual({});
    expect((await (await openReader()).page(0, Date.now())).runs).toEqual([]);
    expect(fakeBrowser.alarms.all.size).toBe(0);
    expect(fakeBrowser.storage.local.data.size).toBe(0);
    expect(await send('auth/sign-in')).toMatchObject({ ok: false, error: { code: 'no-client-id' } });
  });

  it('logs codes and nothing personal', async () => {
    expect((await logLines()).map((line) => line.code)).toContain('sign-in/no-client-id');
    expect(JSON.stringify(await logLines())).not.toMatch(/alderfinch|@|access-|refresh-/);
  });
});
