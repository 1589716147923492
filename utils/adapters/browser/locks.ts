import type { LockPort } from '../../model/ports.ts';

/** Web Locks: held by this context until the work ends, let go by the browser when the context dies. */
export const locks: LockPort = {
  ifFree: (name, work) =>
    navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return false;
      await work();
      return true;
    }),
};
