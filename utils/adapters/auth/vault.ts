import { browser } from 'wxt/browser';
import { installShim } from './shim.ts';

const PREFIX = 'msal:';

/**
 * What outlives the worker: accounts, tokens and their key lists (key forms of msal-browser 5.30.0). The scratch data of one
 * attempt dies with the worker, so that no stale "interaction in progress" blocks the next one.
 */
const LASTING = /^msal\.\d+(?:\||\.account\.keys|\.token\.keys)/;

/** MSAL lists entries by `Object.keys` and `hasOwnProperty`: they must be enumerable own members, the methods inherited. */
class Entries {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
    touched(this, key);
  }
  removeItem(key: string): void {
    delete this[key];
    touched(this, key);
  }
}

let open: Entries | null = null;
let unsaved = new Set<string>();
let written: Promise<void> = Promise.resolve();

function touched(entries: Entries, key: string): void {
  if (entries === open && LASTING.test(key)) unsaved.add(key);
}

/** Loads MSAL's cache from `storage.session` (memory of the browser, closed to pages and content scripts) and lays it out for MSAL. */
export async function openVault(): Promise<void> {
  await written;
  const entries = new Entries();
  for (const [key, value] of Object.entries(await browser.storage.session.get(null)))
    if (key.startsWith(PREFIX)) entries[key.slice(PREFIX.length)] = value;
  open = entries;
  unsaved = new Set();
  installShim(entries);
}

/** Forgets the traces of an attempt that was cut short in this life of the worker. */
export function dropScratch(): void {
  for (const key of Object.keys(open ?? {})) if (open && !LASTING.test(key)) delete open[key];
}

/** Writes what changed; awaited before a token is handed out, so that a kill right after loses at most one refresh. */
export function saveVault(): Promise<void> {
  const keys = unsaved;
  const entries = open;
  unsaved = new Set();
  if (keys.size === 0 || !entries) return written;
  const before = written;
  const write = async () => {
    await before;
    const put: Record<string, string> = {};
    const gone: string[] = [];
    for (const key of keys) {
      const value = entries.getItem(key);
      if (value === null) gone.push(PREFIX + key);
      else put[PREFIX + key] = value;
    }
    if (entries !== open) return;
    await browser.storage.session.set(put);
    if (gone.length > 0) await browser.storage.session.remove(gone);
  };
  const writing = write();
  // The next write waits for this one whatever becomes of it; the caller alone hears of a failure.
  written = writing.then(
    () => undefined,
    () => undefined,
  );
  return writing;
}

/** Throws every token away, here and in `storage.session`; what a late answer still writes lands in a closed vault. */
export async function emptyVault(): Promise<void> {
  open = null;
  unsaved = new Set();
  await written;
  const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(PREFIX));
  if (keys.length > 0) await browser.storage.session.remove(keys);
}
