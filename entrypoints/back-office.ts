import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createBackOffice } from './worker/back-office.ts';

/** The worker's second half, in a script of its own: what a page of the portal asks is answered without it (speed.md 1). */
export default defineUnlistedScript({
  exclude: ['firefox'],
  main() {
    Object.assign(globalThis, { synclineBackOffice: { createBackOffice } });
  },
});
