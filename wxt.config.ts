import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { CATALOGUE_PARTS, LANGUAGES } from './utils/locales/index.ts';
import { CLOUD_IDS, graphOrigin } from './utils/model/clouds.ts';
import { EXTRA_HOSTS, matchesOf, PORTAL_SCRIPTS } from './utils/model/portal-hosts.ts';
import { renderIcons } from './test/tools/icons.ts';
import { bareLabels, barePreload, bareStart, shortKeys, tighter } from './test/tools/lean.ts';

/** Public half of the key that fixes the id of unpacked builds, so that one redirect URI serves every tester. Stores assign their own. */
const UNPACKED_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArMX7nSPpZOHRrOAx+ns5d+ZwgbQ/okhxNBjMO/nxfrmSsPndAXLgiFf7xS03zV3WKNvjkiZjG44sSpA/1S3S5s0EqHdwXVGfGphiFBIP3iJhtCFYyVKgB+vflV4ryH1373aBZkpIBBxBeey6Os2CPf7LvlCbVnuvWDhTLpswQt9tNOJJViP+ivYd21CMH8wiMzw3P5l7rIr/FNeGKizcY1n3VOx5Ow3nHHQbW6NQ5m7qH8WvL4OI4OWsInFMXnA+TeQfhFTaeD3RQkyf5/uj/9ZWdiqWpDslXGQsA0BuZp91UomL83SKQ6tRE+CA7XdsjJuCTY+yFTUiv6+JTgSfhQIDAQAB';

function catalogue(language: string): Record<string, unknown> {
  const parts = CATALOGUE_PARTS.map(
    (part) =>
      JSON.parse(
        readFileSync(new URL(`./utils/locales/${language}/${part}.json`, import.meta.url), 'utf8'),
      ) as object,
  );
  return Object.assign({}, ...parts) as Record<string, unknown>;
}

const words = shortKeys(Object.keys(catalogue('en')));

function messages(language: string): string {
  const entries = Object.entries(catalogue(language));
  return JSON.stringify(Object.fromEntries(entries.map(([key, entry]) => [words.rename(key), entry])));
}

const isPopup = ({ type }: { readonly type: string }) => type === 'popup';

export default defineConfig({
  imports: false,
  vite: () => ({
    plugins: [preact(), bareStart(), bareLabels(), barePreload(), words.plugin, tighter()],
    // Browsers of today know light-dark(), nested rules and module preloading.
    build: { cssTarget: ['chrome123', 'firefox142'], modulePreload: { polyfill: false } },
  }),
  hooks: {
    'entrypoints:resolved': (_wxt, entrypoints) => {
      for (const script of PORTAL_SCRIPTS) {
        const entry = entrypoints.find(({ type, name }) => type === 'content-script' && name === script.name);
        if (entry?.type !== 'content-script') throw new Error(`no content script is called ${script.name}`);
        Object.assign(entry.options, matchesOf(script, 'https://*.zoom.us/*'));
      }
    },
    // The popup is built by itself: a page that shares no script loads one, and nothing that only another page needs.
    'entrypoints:grouped': (_wxt, groups) => {
      const pages = groups.findIndex((group) => Array.isArray(group) && group.some(isPopup));
      const together = groups[pages];
      if (!Array.isArray(together)) throw new Error('the popup is in no group of pages: see wxt.config.ts');
      groups.splice(
        pages,
        1,
        together.filter(isPopup),
        together.filter((entry) => !isPopup(entry)),
      );
    },
    'build:publicAssets': async (_wxt, files) => {
      for (const language of LANGUAGES)
        files.push({ relativeDest: `_locales/${language}/messages.json`, contents: messages(language) });
      for (const { size, path } of await renderIcons())
        files.push({ relativeDest: `icon/${size}.png`, absoluteSrc: path });
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    ...(browser === 'firefox' || mode === 'store' ? {} : { key: UNPACKED_KEY }),
    permissions: ['storage', 'alarms', 'identity', 'scripting'],
    // Asked for when a person turns notifications on.
    optional_permissions: ['notifications'],
    // The portal's hosts are those of the content script's matches, so the installation warns of nothing new: by them a person's
    // act may load the guide and the teaching into an open page.
    host_permissions: [graphOrigin('global'), 'https://*.zoom.us/*'],
    // Of the other clouds, asked for when one is chosen; of the portal's other homes, on a click in the options.
    optional_host_permissions: [
      ...CLOUD_IDS.filter((id) => id !== 'global').map(graphOrigin),
      ...Object.values(EXTRA_HOSTS).flat(),
    ],
    storage: { managed_schema: 'managed_schema.json' },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    // Alt+Shift+S: no browser's own, on any system; people may change it.
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+S' } } },
    action: {
      default_title: 'Syncline',
      default_icon: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'syncline@syncline.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
