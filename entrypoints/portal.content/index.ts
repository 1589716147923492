import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { systemClock as clock } from '../../utils/adapters/browser/clock.ts';
import { createBrowserSay, uiLocale } from '../../utils/adapters/browser/i18n.ts';
import { createSender } from '../../utils/adapters/browser/sender.ts';
import { attend, createPageNotes, watchTouches } from '../../utils/adapters/dom/index.ts';
import { createGuidanceSession } from '../../utils/app/guidance-session.ts';
import { PAGE_HOOK, type PageHook } from '../../utils/model/page-hook.ts';
import { scopeOf } from '../../utils/model/portal-hosts.ts';
import { observePortal, pageOf, readDialog, readPortal } from '../../utils/portal/index.ts';
import { EXCLUDED, MATCHES } from './hosts.ts';

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Scripts that share the extension's own world of this page, and load later, find the hook by its name. */
function offer(hook: PageHook<Element>): void {
  const world = globalThis as { [PAGE_HOOK]?: PageHook<Element> };
  world[PAGE_HOOK] = hook;
  hook.signal.addEventListener('abort', () => delete world[PAGE_HOOK], { once: true });
}

/** Reads, judges and draws while the page is one of ours. */
function visit(signal: AbortSignal) {
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
    read: (rules) => readPortal(document, location.href, rules),
    scope: () => scopeOf(location.href),
    readDialog: () => readDialog(document),
    notes,
    send: createSender(),
    clock,
    later,
    signal,
  });
  watchTouches(document, (path) => session.touched(path), signal);
  observePortal(document, { clock, schedule: later, onScan: () => session.scan(), signal });
  addEventListener('pagehide', () => session.leave(), { signal });
  const { snapshot, subscribe, tell, scan } = session;
  offer({ signal, snapshot, subscribe, tell, rescan: scan, scripts: new Map() });
  scan();
  return { moved: () => session.scan(), leave: () => session.leave() };
}

export default defineContentScript({
  matches: MATCHES,
  excludeMatches: EXCLUDED,
  runAt: 'document_idle',
  main() {
    attend({
      view: window,
      isOurs: (address) => pageOf(address) !== null,
      isAlive: () => browser.runtime?.id !== undefined,
      begin: visit,
    });
  },
});
