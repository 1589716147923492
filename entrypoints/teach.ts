import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { systemClock as clock } from '../utils/adapters/browser/clock.ts';
import { createBrowserSay, uiLocale } from '../utils/adapters/browser/i18n.ts';
import { createTeachView } from '../utils/adapters/dom/teach/index.ts';
import { beginTeaching } from '../utils/app/teach-session.ts';
import { PAGE_HOOK, type PageHook, type PageOrder } from '../utils/model/page-hook.ts';
import type { PageAnswer } from '../utils/model/teach-order.ts';
import { pointablesIn, skeletonOf } from '../utils/portal/index.ts';

/** What the page is like, and its outline; read anew by the portal's content script, which has looked already. */
function outline({ snapshot }: PageHook<Element>): PageAnswer {
  const seen = snapshot();
  if (!seen?.page) return { kind: 'not-read' };
  const { page, recognised, expected } = seen;
  const language = document.documentElement.lang;
  const text = skeletonOf(document, { page, language, recognised, expected });
  return { kind: 'outline', text, recognised, expected };
}

/**
 * Teaching and the outline, loaded into an open page of the portal when a person asks for one of them (DESIGN 3.4). Until then it
 * costs nothing, and it sends nothing itself.
 */
export default defineUnlistedScript(() => {
  const hook = (globalThis as { [PAGE_HOOK]?: PageHook<Element> })[PAGE_HOOK];
  if (!hook) return;
  const pen = { document, say: createBrowserSay(), locale: uiLocale() };
  let end: (() => void) | null = null;
  const teach = (): PageAnswer => {
    end?.();
    end = beginTeaching<Element>({
      hook,
      pointables: (known) => pointablesIn(document, known),
      clock,
      view: (answers) =>
        createTeachView({
          pen,
          ...answers,
          onClosed: () => {
            end = null;
          },
          signal: hook.signal,
        }),
    });
    return { kind: end ? 'teaching' : 'nothing-to-teach' };
  };
  hook.scripts.set('teach', (order: PageOrder) => (order['act'] === 'outline' ? outline(hook) : teach()));
});
