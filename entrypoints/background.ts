import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { openMsal } from '../utils/adapters/auth/msal.ts';
import { createMsalAuth } from '../utils/adapters/auth/msal-auth.ts';
import { alarms, onAlarm } from '../utils/adapters/browser/alarms.ts';
import { badge } from '../utils/adapters/browser/badge.ts';
import { announceChange } from '../utils/adapters/browser/changes.ts';
import { systemClock as clock } from '../utils/adapters/browser/clock.ts';
import { config } from '../utils/adapters/browser/config.ts';
import { erase } from '../utils/adapters/browser/erase.ts';
import { createBrowserSay } from '../utils/adapters/browser/i18n.ts';
import { lateScript } from '../utils/adapters/browser/late-script.ts';
import { listen } from '../utils/adapters/browser/listen.ts';
import { locks } from '../utils/adapters/browser/locks.ts';
import { writeLog as log } from '../utils/adapters/browser/log.ts';
import { preferences as storedPreferences } from '../utils/adapters/browser/preferences.ts';
import type { graphGet } from '../utils/adapters/graph/client.ts';
import { createGraph } from '../utils/adapters/graph/index.ts';
import {
  createCalendarStore,
  createConnection,
  createFactStore,
  digestId as digest,
} from '../utils/adapters/idb/index.ts';
import { announcingFacts, announcingPreferences } from '../utils/app/announce.ts';
import { createAuthService } from '../utils/app/auth-service.ts';
import { createTrouble, watchSilentTokens } from '../utils/app/auth-trouble.ts';
import { createBadgeService } from '../utils/app/badge-service.ts';
import { createConfigService } from '../utils/app/config-service.ts';
import { deleteEverything } from '../utils/app/deletion-service.ts';
import { createFactsService } from '../utils/app/facts-service.ts';
import { createSyncService } from '../utils/app/sync-service.ts';
import { badgeFor, health } from '../utils/checks/index.ts';
import { toErrorInfo } from '../utils/core/errors.ts';
import { SCOPES } from '../utils/model/scopes.ts';

interface TokenLibrary {
  readonly openMsal: typeof openMsal;
  readonly graphGet: typeof graphGet;
}

/** MSAL and the Graph client, when a token is first needed; Firefox's event page cannot import late and carries both. */
async function tokenLibrary(): Promise<TokenLibrary> {
  if (import.meta.env.FIREFOX)
    return {
      ...(await import('../utils/adapters/auth/msal.ts')),
      ...(await import('../utils/adapters/graph/client.ts')),
    };
  return lateScript('/token-lib.js', 'synclineTokenLibrary') as TokenLibrary;
}

/** Work nobody waits for: its failure goes to the log. */
const aside = (what: string, work: Promise<unknown>): void =>
  void work.catch((error: unknown) => log(`${what}/${toErrorInfo(error).code}`));

function compose() {
  const database = createConnection();
  const store = createCalendarStore(database);
  const changed = () => {
    announceChange();
    aside('badge', drawBadge());
  };
  const facts = announcingFacts(createFactStore(database), changed);
  const preferences = announcingPreferences(storedPreferences, changed);
  const drawBadge = createBadgeService({
    facts,
    calendar: store,
    config,
    badge,
    clock,
    online: () => navigator.onLine,
    say: (message) => createBrowserSay()(message),
    health,
    badgeFor,
  });
  const trouble = createTrouble(facts, clock);
  const auth = createMsalAuth({ library: tokenLibrary, config: () => config.connection(), clock });
  const graph = createGraph({
    get: async (url, options) => (await tokenLibrary()).graphGet(url, options),
    auth: watchSilentTokens(auth, trouble),
    clock,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    host: 'graph.microsoft.com',
  });
  const sync = createSyncService({
    store,
    graph,
    facts,
    alarms,
    lock: locks,
    clock,
    digest,
    cloud: 'global',
    scopes: () => Promise.resolve(SCOPES.calendar),
    changed,
  });
  const authService = createAuthService({
    auth,
    graph,
    facts,
    calendar: {
      async signedIn(account) {
        await sync.signedIn(account);
        // The answer to "may I read it" does not wait for the reading.
        aside('sync', sync.run('sign-in'));
      },
      signedOut: () => sync.signedOut(),
    },
    trouble,
    clock,
    log,
  });
  const erasing = { signOut: () => authService.signOut(), calendar: store, facts, erase, badge };
  return {
    sync,
    changed,
    drawBadge,
    auth: authService,
    facts: createFactsService({ facts, preferences, clock }),
    config: createConfigService(config),
    deleteEverything: () => deleteEverything(erasing).finally(announceChange),
  };
}

export default defineBackground({
  // No `type`: a classic worker gets V8's code cache, a module worker does not. Every listener is registered in this first turn.
  main() {
    const { sync, auth, facts, config: settings, drawBadge, ...app } = compose();
    const round = async () => {
      await sync.run('alarm');
      await auth.refreshSignals();
      await drawBadge();
    };
    const settle = async () => {
      await auth.settle();
      await drawBadge();
    };

    if (!import.meta.env.FIREFOX) self.addEventListener('install', () => aside('install', tokenLibrary()));
    browser.runtime.onInstalled.addListener(() => aside('installed', settle()));
    browser.runtime.onStartup.addListener(() => aside('startup', settle()));
    config.onChanged(() => aside('config', auth.registrationChanged().then(app.changed)));
    onAlarm((name) => aside(name, round()));
    listen(
      {
        'portal/observed': (seen) => facts.observed(seen),
        'guidance/context': () => facts.guidance(),
        'auth/sign-in': () => auth.signIn(),
        'auth/grant-calendar': () => auth.grantCalendar(),
        'auth/sign-out': () => auth.signOut(),
        'sync/now': () => sync.run('person'),
        'sync/confirm-shrink': () => sync.confirmShrink(),
        'config/get': () => settings.connection(),
        'config/save': (form) => settings.save(form),
        'notes/show-all': () => facts.showAllNotes(),
        'data/delete-everything': () => app.deleteEverything(),
      },
      (name, error) => aside('log', log(`${name}/${toErrorInfo(error).code}`)),
    );

    aside('wake', sync.wake());
  },
});
