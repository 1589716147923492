import { readFileSync } from 'node:fs';

/** The part of the WebExtension API our adapters touch, in memory; each member behaves as Chromium 156 did when tried. */
// oxlint-disable-next-line typescript/no-explicit-any -- a fake stands in for every event at once
type Listener = (...args: any[]) => unknown;

const MANIFEST = JSON.parse(
  readFileSync(new URL('../../../fixtures/manifest.golden.json', import.meta.url), 'utf8'),
) as { readonly optional_host_permissions: readonly string[] };

function event() {
  const listeners: Listener[] = [];
  return {
    // The same one again is not added: so do Chromium and Firefox.
    addListener(listener: Listener) {
      if (!listeners.includes(listener)) listeners.push(listener);
    },
    listeners,
    fire: (...args: unknown[]) => listeners.map((listener) => listener(...args)),
  };
}

export function createFakeBrowser() {
  const onChanged = event();
  const area = (name: string) => {
    const data = new Map<string, unknown>();
    const changed = (changes: Record<string, unknown>) => onChanged.fire(changes, name);
    return {
      data,
      async get(keys: string | readonly string[] | null) {
        const wanted = keys === null ? [...data.keys()] : typeof keys === 'string' ? [keys] : keys;
        return structuredClone(
          Object.fromEntries(wanted.filter((key) => data.has(key)).map((key) => [key, data.get(key)])),
        );
      },
      async set(items: Record<string, unknown>) {
        const changes: Record<string, unknown> = {};
        for (const [key, value] of Object.entries(items)) {
          changes[key] = { newValue: value };
          data.set(key, JSON.parse(JSON.stringify(value)));
        }
        changed(changes);
      },
      async remove(keys: string | readonly string[]) {
        for (const key of [keys].flat()) {
          data.delete(key);
          changed({ [key]: {} });
        }
      },
      async clear() {
        const changes = Object.fromEntries([...data.keys()].map((key) => [key, {}]));
        data.clear();
        if (Object.keys(changes).length > 0) changed(changes);
      },
    };
  };
  const alarms = new Map<string, { name: string; scheduledTime: number; periodInMinutes?: number }>();
  const badge: Record<string, unknown> = {};
  const catalogue = new Map<string, string>();
  const granted = new Set<string>();
  const registered = new Map<string, { id: string }>();
  const shown = new Map<string, unknown>();
  type Asked = { permissions?: readonly string[]; origins?: readonly string[] };
  const all = ({ permissions = [], origins = [] }: Asked) => [...permissions, ...origins];
  const fake = {
    runtime: {
      id: 'abcdefghijklmnopabcdefghijklmnop',
      getURL: (path: string) => `chrome-extension://abcdefghijklmnopabcdefghijklmnop${path}`,
      getManifest: () => ({
        optional_permissions: ['notifications'],
        optional_host_permissions: MANIFEST.optional_host_permissions,
      }),
      onMessage: event(),
      onInstalled: event(),
      onStartup: event(),
      sendMessage: (_message: unknown): Promise<unknown> =>
        Promise.reject(new Error('Receiving end does not exist.')),
    },
    storage: { local: area('local'), session: area('session'), managed: area('managed'), onChanged },
    identity: {
      getRedirectURL: () => 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
      launchWebAuthFlow: (_details: { url: string; interactive: boolean }): Promise<string | undefined> =>
        Promise.reject(new Error('Authorization page could not be loaded.')),
    },
    alarms: {
      all: alarms,
      created: 0,
      onAlarm: event(),
      get: async (name: string) => alarms.get(name),
      async create(name: string, info: { when?: number; periodInMinutes?: number }) {
        fake.alarms.created += 1;
        const scheduledTime = info.when ?? Date.now() + (info.periodInMinutes ?? 0) * 60_000;
        alarms.set(name, {
          name,
          scheduledTime,
          ...(info.periodInMinutes === undefined ? {} : { periodInMinutes: info.periodInMinutes }),
        });
      },
      clear: async (name: string) => alarms.delete(name),
      clearAll: async () => alarms.clear(),
    },
    action: {
      badge,
      setBadgeText: async ({ text }: { text: string }) => void (badge['text'] = text),
      setBadgeBackgroundColor: async ({ color }: { color: string }) => void (badge['background'] = color),
      setBadgeTextColor: async ({ color }: { color: string }) => void (badge['ink'] = color),
      setTitle: async ({ title }: { title: string }) => void (badge['title'] = title),
    },
    permissions: {
      granted,
      onAdded: event(),
      onRemoved: event(),
      contains: async (asked: Asked) => all(asked).every((one) => granted.has(one)),
      async request(asked: Asked) {
        for (const one of all(asked)) granted.add(one);
        return true;
      },
      async remove(asked: Asked) {
        for (const one of all(asked)) granted.delete(one);
        return true;
      },
    },
    notifications: {
      shown,
      onClicked: event(),
      create: async (id: string, what: unknown) => void shown.set(id, what),
      clear: async (id: string) => shown.delete(id),
    },
    scripting: {
      registered,
      getRegisteredContentScripts: async ({ ids }: { ids: readonly string[] }) =>
        [...registered.values()].filter(({ id }) => ids.includes(id)),
      async registerContentScripts(scripts: readonly { id: string }[]) {
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          registered.set(script.id, script);
        }
      },
      async unregisterContentScripts({ ids }: { ids: readonly string[] }) {
        for (const id of ids) if (!registered.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      },
    },
    i18n: { catalogue, getMessage: (key: string) => catalogue.get(key) ?? '' },
  };
  return fake;
}

const held = globalThis as { fakeBrowser?: ReturnType<typeof createFakeBrowser> };

/** One for a test file. It outlives modules that are loaded anew, as a browser outlives its workers. */
export const fakeBrowser = (held.fakeBrowser ??= createFakeBrowser());

/** Everything stored is gone; listeners stay, as they do in a living worker. */
export async function resetFakeBrowser(): Promise<void> {
  for (const name of ['local', 'session', 'managed'] as const) await fakeBrowser.storage[name].clear();
  await fakeBrowser.alarms.clearAll();
  fakeBrowser.alarms.created = 0;
  fakeBrowser.permissions.granted.clear();
  fakeBrowser.scripting.registered.clear();
  fakeBrowser.notifications.shown.clear();
}
