import { createMsalAuth } from '../../utils/adapters/auth/msal-auth.ts';
import { disownWindow } from '../../utils/adapters/auth/window-mark.ts';
import { alarms } from '../../utils/adapters/browser/alarms.ts';
import { announceChange } from '../../utils/adapters/browser/changes.ts';
import { systemClock as clock } from '../../utils/adapters/browser/clock.ts';
import { erase } from '../../utils/adapters/browser/erase.ts';
import { badge } from '../../utils/adapters/browser/badge.ts';
import { locks } from '../../utils/adapters/browser/locks.ts';
import { nextTask } from '../../utils/adapters/browser/next-task.ts';
import { policySince } from '../../utils/adapters/browser/policy.ts';
import { createGraph } from '../../utils/adapters/graph/index.ts';
import { digestId as digest } from '../../utils/adapters/idb/index.ts';
import { createAuthService } from '../../utils/app/auth-service.ts';
import { createTrouble, watchSilentTokens } from '../../utils/app/auth-trouble.ts';
import { createConfigService } from '../../utils/app/config-service.ts';
import { deleteEverything } from '../../utils/app/deletion-service.ts';
import { notePolicy } from '../../utils/app/policy-notes.ts';
import { createSyncService } from '../../utils/app/sync-service.ts';
import { CLOUDS } from '../../utils/model/clouds.ts';
import { SCOPES } from '../../utils/model/scopes.ts';
import { knowErrorsByName } from '../../utils/core/errors-by-name.ts';
import { sleep } from './aside.ts';
import { createAudit } from './audit.ts';
import { createBadgeDrawer } from './badge.ts';
import type { Front } from './front.ts';
import { tokenLibrary } from './token-library.ts';

/** The worker's second half: Microsoft's side, the badge and the notices, deletion. */
export function createBackOffice(front: Front) {
  knowErrorsByName();
  const { aside, log, calendar: store, openStore, changed, connection, policy, cloud, facts } = front;
  const drawBadge = createBadgeDrawer(front);
  const trouble = createTrouble(facts, clock);
  const auth = createMsalAuth({ library: tokenLibrary, config: () => connection.connection(), clock });
  const graph = createGraph({
    get: async (url, options) => (await tokenLibrary()).graphGet(url, options),
    auth: watchSilentTokens(auth, trouble),
    clock,
    sleep,
    host: async () => CLOUDS[await cloud()].graph,
  });
  const sync = createSyncService({
    store,
    graph,
    facts,
    alarms,
    lock: locks,
    clock,
    digest,
    cloud,
    scopes: () => Promise.resolve(SCOPES.calendar),
    changed,
    nextTask,
  });
  const authService = createAuthService({
    auth,
    graph,
    cloud,
    facts,
    calendar: {
      async signedIn(account) {
        await sync.signedIn(account);
        // The answer to "may I read it" does not wait for the reading.
        aside.run('sync', sync.run('sign-in'));
      },
      signedOut: () => sync.signedOut(),
    },
    trouble,
    clock,
    log,
  });
  // A round wants the store at once and a token soon: the library and its cache open while the store does.
  const run = (trigger: 'alarm' | 'person') => {
    aside.run('store', openStore());
    const result = sync.run(trigger);
    aside.run('library', auth.ready());
    return result;
  };
  const erasing = {
    signOut: () => authService.signOut(),
    // After the sign-out a run does nothing of its own: it joins the one that is ending.
    quiet: () => aside.quiet(sync.run('person')),
    calendar: store,
    facts,
    erase,
    badge,
  };
  return {
    auth: authService,
    audit: createAudit(front, { auth, authService, graph }),
    config: createConfigService(connection),
    drawBadge,
    syncNow: () => run('person'),
    confirmShrink: () => sync.confirmShrink(),
    /** What the alarm asks for. */
    async round() {
      try {
        await run('alarm');
        await authService.refreshSignals();
      } finally {
        await drawBadge();
      }
    },
    /** At the browser's start and after an update. */
    async settle() {
      try {
        await authService.settle();
      } finally {
        await drawBadge();
      }
    },
    /** At every start of the worker. */
    async woken() {
      aside.run('window', disownWindow());
      await sync.wake();
    },
    registrationChanged: () => authService.registrationChanged().then(changed),
    notePolicy: () => notePolicy(policy, policySince, clock).finally(changed),
    deleteEverything: () => front.collector.alone(() => deleteEverything(erasing)).finally(announceChange),
  };
}

export type BackOffice = ReturnType<typeof createBackOffice>;
