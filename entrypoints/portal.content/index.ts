import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { systemClock as clock } from '../../utils/adapters/browser/clock.ts';
import { createBrowserSay, uiLocale } from '../../utils/adapters/browser/i18n.ts';
import { createSender } from '../../utils/adapters/browser/sender.ts';
import { createPageNotes, watchLocation, watchTouches } from '../../utils/adapters/dom/index.ts';
import { createGuidanceSession } from '../../utils/app/guidance-session.ts';
import { scopeOf } from '../../utils/model/portal-hosts.ts';
import { observePortal, readDialog, readPortal } from '../../utils/portal/index.ts';
import { EXCLUDED, MATCHES } from './hosts.ts';

/** An update or a switching off orphans this script; no event says so (models.md 2.4). Looked at this often, ms. */
const ALIVE_EVERY = 2_000;

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export default defineContentScript({
  matches: MATCHES,
  excludeMatches: EXCLUDED,
  runAt: 'document_idle',
  // Nothing of ours is told to the page; the watch below ends an orphaned script.
  noScriptStartedPostMessage: true,
  main() {
    const end = new AbortController();
    const { signal } = end;
    const alive = setInterval(() => browser.runtime?.id ?? end.abort(), ALIVE_EVERY);
    signal.addEventListener('abort', () => clearInterval(alive), { once: true });

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
      read: ({ locators }) => readPortal(document, location.href, locators),
      scope: () => scopeOf(location.href),
      readDialog: () => readDialog(document),
      notes,
      send: createSender(),
      clock,
      later,
      signal,
    });
    watchTouches(document, (path) => session.touched(path), signal);
    watchLocation(window, () => session.scan(), signal);
    observePortal(document, { clock, schedule: later, onScan: () => session.scan(), signal });
    addEventListener('pagehide', () => session.leave(), { signal });
    session.scan();
  },
});
