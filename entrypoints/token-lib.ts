import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openMsal } from '../utils/adapters/auth/msal.ts';
import { graphGet } from '../utils/adapters/graph/client.ts';

/**
 * Microsoft's two libraries, in a script of their own: the worker wakes without them (speed.md 1). Firefox's event page carries
 * them itself.
 */
export default defineUnlistedScript({
  exclude: ['firefox'],
  main() {
    Object.assign(globalThis, { synclineTokenLibrary: { openMsal, graphGet } });
  },
});
