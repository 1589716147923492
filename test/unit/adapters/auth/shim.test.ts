import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { FakeEntra } from './fake-entra.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('../browser/fake-browser.ts')).fakeBrowser }));
const HOME = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
// Spelt out: for this scheme Node's URL gives "null" as the origin, Chromium does not.
vi.stubGlobal('location', {
  href: `${HOME}/background.js`,
  origin: HOME,
  pathname: '/background.js',
  search: '',
  hash: '',
});

/**
 * What MSAL touches of a page, kept as a golden file: `given` by the shim; `notGiven`, because MSAL does without (a memo of SSO, inside
 * a try) or brings it itself (the list of its instances). A new version of the library is looked at before the file is changed.
 */
const golden = JSON.parse(
  readFileSync(new URL('../../../fixtures/msal/globals.json', import.meta.url), 'utf8'),
) as { readonly library: string; readonly given: readonly string[]; readonly notGiven: readonly string[] };
const GIVEN = golden.given;
const NOT_GIVEN = golden.notGiven;

const touched = new Set<string>();

function watch(name: string, target: object): object {
  const note = (key: string | symbol) => {
    if (typeof key === 'string') touched.add(`${name}.${key}`);
  };
  return new Proxy(target, {
    get(object, key, receiver) {
      note(key);
      return Reflect.get(object, key, receiver);
    },
    has(object, key) {
      note(key);
      return key in object;
    },
    set(object, key, value) {
      note(key);
      return Reflect.set(object, key, value);
    },
  });
}

const outcomes: string[] = [];
const outcome = (work: Promise<string>) =>
  work.then(
    () => 'a token',
    (error: unknown) => String(error),
  );

describe('the page MSAL believes to be in', () => {
  beforeAll(async () => {
    const { createDocument, createWindow } = await import('../../../../utils/adapters/auth/shim.ts');
    const shim = createWindow({ getItem: () => null, setItem: () => {}, removeItem: () => {} });
    const page = watch('window', shim);
    shim.parent = page;
    shim.top = page;
    vi.stubGlobal('window', page);
    vi.stubGlobal('document', watch('document', createDocument()));
    const entra = new FakeEntra();
    fakeBrowser.identity.launchWebAuthFlow = entra.flow;
    vi.stubGlobal('fetch', entra.fetch);
    const { createMsalAuth } = await import('../../../../utils/adapters/auth/msal-auth.ts');
    const msal = await import('../../../../utils/adapters/auth/msal.ts');
    const auth = createMsalAuth({
      library: async () => msal,
      config: () =>
        Promise.resolve({
          clientId: '00000000-1111-2222-3333-444444444444',
          tenant: 'organizations',
          cloud: 'global',
          source: { clientId: 'options', tenant: 'default' },
        }),
      clock: { now: () => Date.now() },
    });
    const scopes = ['User.Read'];
    // Every path the product takes: window, cache, refresh, silent renewal, refusal, sign-out.
    await auth.token(scopes, { interactive: true });
    await auth.token(scopes, { interactive: false });
    await auth.token(scopes, { interactive: false, refresh: true });
    entra.offline = true;
    outcomes.push(await outcome(auth.token(scopes, { interactive: false, refresh: true })));
    entra.offline = false;
    entra.endRefreshTokens();
    await auth.token(scopes, { interactive: false, refresh: true });
    entra.endRefreshTokens();
    entra.cookie = null;
    outcomes.push(await outcome(auth.token(scopes, { interactive: false, refresh: true })));
    await auth.signOut();
  });

  it('was walked through on every path', () => {
    expect(outcomes).toEqual([expect.stringContaining('offline'), expect.stringContaining('AADSTS50058')]);
  });

  it('is that of the library this build carries', () => {
    const { dependencies } = JSON.parse(
      readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
    ) as { dependencies: Record<string, string> };
    expect(`@azure/msal-browser ${dependencies['@azure/msal-browser']}`).toBe(golden.library);
  });

  it('has grown by nothing since it was written', () => {
    expect([...touched].filter((key) => !GIVEN.includes(key) && !NOT_GIVEN.includes(key))).toEqual([]);
  });

  it('gives what it lists, all of it needed and nothing more', async () => {
    expect([...touched].filter((key) => !NOT_GIVEN.includes(key)).sort()).toEqual(GIVEN);
    const { createDocument, createWindow } = await import('../../../../utils/adapters/auth/shim.ts');
    const members = [
      ...Object.keys(createDocument()).map((key) => `document.${key}`),
      ...Object.keys(createWindow({ getItem: () => null, setItem: () => {}, removeItem: () => {} })).map(
        (key) => `window.${key}`,
      ),
    ];
    expect(members.sort()).toEqual(GIVEN);
  });
});
