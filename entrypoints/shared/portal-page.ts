import { browser } from 'wxt/browser';
import { systemClock as clock } from '../../utils/adapters/browser/clock.ts';
import { createBrowserSay, uiLocale } from '../../utils/adapters/browser/i18n.ts';
import { createSender } from '../../utils/adapters/browser/sender.ts';
import { attend, createPageNotes, watchTouches } from '../../utils/adapters/dom/index.ts';
import { createGuidanceSession, type GuidanceOptions } from '../../utils/app/guidance-session.ts';
import { PAGE_HOOK, type PageHook } from '../../utils/model/page-hook.ts';
import { scopeOf } from '../../utils/model/portal-hosts.ts';
import type { PageId, PortalSnapshot } from '../../utils/model/settings.ts';
import {
  type FindTaught,
  observePortal,
  pageOf,
  readDialog,
  type ReadingRules,
} from '../../utils/portal/index.ts';

type Hook = PageHook<Element, FindTaught>;

/** One of our two content scripts: the pages it reads, and how. */
export interface PortalScript {
  readonly name: 'portal' | 'personal';
  readonly reads: (page: PageId) => boolean;
  readonly read: (rules: ReadingRules, findTaught: FindTaught | null) => PortalSnapshot<Element>;
  readonly observe: GuidanceOptions<Element>['observe'];
}

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Scripts that share the extension's own world of this page, and load later, find the hook by its name. */
function offer(hook: Hook): void {
  const world = globalThis as { [PAGE_HOOK]?: Hook };
  world[PAGE_HOOK] = hook;
  hook.signal.addEventListener('abort', () => delete world[PAGE_HOOK], { once: true });
}

/** Reads, asks what belongs there and draws while the page is one of ours. */
function visit({ read, observe }: PortalScript, signal: AbortSignal) {
  const notes = createPageNotes({
    document,
    say: createBrowserSay(),
    locale: uiLocale(),
    clock,
    later,
    onHide: (key) => session.hide(key),
    signal,
  });
  const session = createGuidanceSession<Element>({
    read: (rules) => read(rules, hook.findTaught),
    observe,
    scope: () => scopeOf(location.href),
    readDialog: () => readDialog(document),
    notes,
    send: createSender(),
    clock,
    later,
    signal,
  });
  const { snapshot, subscribe, tell, scan } = session;
  const hook: Hook = {
    signal,
    snapshot,
    subscribe,
    tell,
    rescan: scan,
    findTaught: null,
    scripts: new Map(),
  };
  watchTouches(document, (path) => session.touched(path), signal);
  observePortal(document, { clock, schedule: later, onScan: () => session.scan(), signal });
  addEventListener('pagehide', () => session.leave(), { signal });
  offer(hook);
  scan();
  return { moved: () => session.scan(), leave: () => session.leave() };
}

/** Our scripts in this page, by name: where the portal changes pages by itself, the browser does not bring the other one. */
const OURS = 'synclineScripts';

/** Runs while the page is one this script reads; has the other script brought where the page became one of the other's. */
export function attendPortal(script: PortalScript): void {
  const { name, reads } = script;
  const world = globalThis as { [OURS]?: Set<string> };
  const ours = (world[OURS] ??= new Set());
  // Brought twice at once, by the browser and by the worker: one is enough.
  if (ours.has(name)) return;
  ours.add(name);
  attend({
    view: window,
    isOurs(address) {
      const page = pageOf(address);
      return page !== null && reads(page);
    },
    elsewhere(address) {
      const page = pageOf(address);
      if (page === null || ours.size > 1) return;
      const seen = { page, recognition: 'loading', recognised: 0, expected: 0, settings: [] } as const;
      // Not brought: the page stays unread until it is loaded anew.
      createSender()('portal/observed', { ...seen, lacks: 'script' }).catch(() => undefined);
    },
    isAlive: () => browser.runtime?.id !== undefined,
    begin: (signal) => visit(script, signal),
  });
}
