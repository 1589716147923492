import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { systemClock as clock } from '../utils/adapters/browser/clock.ts';
import { createBrowserSay, uiLocale } from '../utils/adapters/browser/i18n.ts';
import { createGuidePanel } from '../utils/adapters/dom/guide/panel.ts';
import { createGuideSession } from '../utils/app/guide-session.ts';
import { PAGE_HOOK, type PageHook } from '../utils/model/page-hook.ts';
import { connectStep, shownNames } from '../utils/portal/index.ts';

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** The guided set-up and test; loaded into a page of the portal only when somebody asked for it. */
export default defineUnlistedScript(() => {
  const hook = (globalThis as { [PAGE_HOOK]?: PageHook<Element> })[PAGE_HOOK];
  if (!hook || hook.scripts.has('guide')) return;
  const [say, locale] = [createBrowserSay(), uiLocale()];
  const guide = createGuideSession({
    hook,
    dialog: () => connectStep(document),
    names: ({ settings }) => shownNames(document, settings),
    panel: (acts, signal) =>
      createGuidePanel({
        ...acts,
        pen: () => ({ document, say, locale, look: hook.snapshot()?.look ?? 'new' }),
        ground: () => document.querySelector('#the-main-content,main,#app') ?? document.body,
        later,
        signal,
      }),
    clock,
  });
  hook.scripts.set('guide', (order) => guide.order(order));
});
