import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PAGE_HOOK, type PageHook } from '../utils/model/page-hook.ts';
import { type FindTaught, findTaught } from '../utils/portal/index.ts';

/** Finds what people pointed out; loaded into the few pages on which somebody did. It sends nothing itself. */
export default defineUnlistedScript(() => {
  const hook = (globalThis as { [PAGE_HOOK]?: PageHook<Element, FindTaught> })[PAGE_HOOK];
  if (!hook) return;
  hook.scripts.set('taught', () => true);
  hook.findTaught = findTaught;
  hook.rescan();
});
