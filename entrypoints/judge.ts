import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { judgeNotes } from '../utils/checks/index.ts';

/**
 * The checks of notes with all they rest on, in a script of their own: the worker needs them when a page of the portal asks, and
 * wakes without them. Firefox's event page carries them itself.
 */
export default defineUnlistedScript({
  exclude: ['firefox'],
  main() {
    Object.assign(globalThis, { synclineJudge: judgeNotes });
  },
});
