import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { openMsal } from '../utils/adapters/auth/msal.ts';
import { createMsalAuth } from '../utils/adapters/auth/msal-auth.ts';
import { disownWindow } from '../utils/adapters/auth/window-mark.ts';
import { alarms, onAlarm } from '../utils/adapters/browser/alarms.ts';
import { badge } from '../utils/adapters/browser/badge.ts';
import { announceChange } from '../utils/adapters/browser/changes.ts';
import { systemClock as clock } from '../utils/adapters/browser/clock.ts';
import { config as storedConfig } from '../utils/adapters/browser/config.ts';
import { erase } from '../utils/adapters/browser/erase.ts';
import { createBrowserSay } from '../utils/adapters/browser/i18n.ts';
import { lateScript } from '../utils/adapters/browser/late-script.ts';
import { listen } from '../utils/adapters/browser/listen.ts';
import { locks } from '../utils/adapters/browser/locks.ts';
import { writeLog as log } from '../utils/adapters/browser/log.ts';
import { nextTask } from '../utils/adapters/browser/next-task.ts';
import { notifications, notifyStore, onNoticeClicked } from '../utils/adapters/browser/notifications.ts';
import { bringLacking, runOnPage } from '../utils/adapters/browser/page-script.ts';
import { preferences as storedPreferences } from '../utils/adapters/browser/preferences.ts';
import { taught as storedTaught } from '../utils/adapters/browser/taught.ts';
import { followHosts, onPermissionsChanged } from '../utils/adapters/browser/extra-hosts.ts';
import { managedPolicy, policySince } from '../utils/adapters/browser/policy.ts';
import type { graphGet } from '../utils/adapters/graph/client.ts';
import { createGraph } from '../utils/adapters/graph/index.ts';
import {
  createCalendarStore,
  createConnection,
  createFactStore,
  digestId as digest,
} from '../utils/adapters/idb/index.ts';
import { createAuditService } from '../utils/app/audit-service.ts';
import { announcingFacts, announcingPreferences, announcingTaught } from '../utils/app/announce.ts';
import { createAuthService } from '../utils/app/auth-service.ts';
import { createTrouble, watchSilentTokens } from '../utils/app/auth-trouble.ts';
import { createBadgeService } from '../utils/app/badge-service.ts';
import { createConfigService, rememberConnection } from '../utils/app/config-service.ts';
import { deleteEverything } from '../utils/app/deletion-service.ts';
import { keepingGrants } from '../utils/app/grants-history.ts';
import { createFactsService } from '../utils/app/facts-service.ts';
import { createNotifyService, NOTIFY_ALARM } from '../utils/app/notify-service.ts';
import { notePolicy } from '../utils/app/policy-notes.ts';
import { rememberPolicy } from '../utils/app/policy-memory.ts';
import { createGuideService } from '../utils/app/guide-service.ts';
import { createTaughtService } from '../utils/app/taught-service.ts';
import { createSyncService } from '../utils/app/sync-service.ts';
import { badgeFor, health, type JudgeNotes, planNotice, seenIn } from '../utils/checks/index.ts';
import { toErrorInfo } from '../utils/core/errors.ts';
import { CLOUDS } from '../utils/model/clouds.ts';
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

/** The checks of notes, when a page of the portal first asks. */
async function judge(): Promise<JudgeNotes> {
  if (import.meta.env.FIREFOX) return (await import('../utils/checks/index.ts')).judgeNotes;
  return lateScript('/judge.js', 'synclineJudge') as JudgeNotes;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const underWay = new Set<Promise<unknown>>();
/** Work nobody waits for but a deletion: its failure goes to the log. */
const aside = (what: string, work: Promise<unknown>): void => {
  const ended = work
    .catch((error: unknown) => log(`${what}/${toErrorInfo(error).code}`))
    .finally(() => underWay.delete(ended));
  underWay.add(ended);
};
/** A deletion waits no longer for work under way, ms: a server that does not answer keeps nobody's data here. */
const QUIET_LIMIT = 5_000;
/** What nobody waits for begins so much later, ms: the answer somebody does wait for goes first (wake, speed.md 1). */
const STEP_BACK = 100;

function compose() {
  const database = createConnection();
  const store = createCalendarStore(database);
  let badgeDue = false;
  const changed = () => {
    announceChange();
    if (badgeDue) return;
    badgeDue = true;
    const draw = async () => {
      await sleep(STEP_BACK);
      badgeDue = false;
      await drawBadge();
    };
    aside('badge', draw());
  };
  const config = rememberConnection(storedConfig);
  const policy = rememberPolicy(managedPolicy());
  const cloud = async () => (await config.connection()).cloud;
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
    onSeen: createNotifyService({
      store: notifyStore,
      notifications,
      policy,
      alarms,
      clock,
      say: (message) => createBrowserSay()(message),
      plan: (kept, view, allowed, now) => planNotice(kept, seenIn(view), allowed, now),
    }),
  });
  const trouble = createTrouble(facts, clock);
  const auth = createMsalAuth({ library: tokenLibrary, config: () => config.connection(), clock });
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
        aside('sync', sync.run('sign-in'));
      },
      signedOut: () => sync.signedOut(),
    },
    trouble,
    clock,
    log,
  });
  const audit = createAuditService({
    auth,
    grant: (scopes) => authService.grantAudit(scopes),
    departures: () => authService.departures(),
    graph,
    cloud,
    facts: keepingGrants(facts),
    policyApps: async () => ((await policy.read()).policy.entraApps ?? []).map(({ appId }) => appId),
    clock,
    sleep,
    alive: () => browser.runtime.getPlatformInfo(),
    log,
  });
  const guide = createGuideService({
    facts,
    clock,
    onPage: (tab, order) => runOnPage(tab, 'guide', order),
  });
  const factsService = createFactsService({
    facts,
    preferences,
    judge,
    taught: createTaughtService(announcingTaught(storedTaught, changed), clock),
    clock,
    cloud,
    policy: async () => (await policy.read()).policy,
    guide,
  });
  const erasing = {
    signOut: () => authService.signOut(),
    // After the sign-out a run does nothing of its own: it joins the one that is ending.
    quiet: () => Promise.race([Promise.all([...underWay, sync.run('person')]), sleep(QUIET_LIMIT)]),
    calendar: store,
    facts,
    erase,
    badge,
  };
  return {
    sync,
    changed,
    drawBadge,
    openStore: () => database.use(() => Promise.resolve()),
    openSession: () => auth.ready(),
    auth: authService,
    audit,
    facts: factsService,
    guide,
    connection: config,
    policy,
    config: createConfigService(config),
    deleteEverything: () => factsService.alone(() => deleteEverything(erasing)).finally(announceChange),
  };
}

export default defineBackground({
  // No `type`: a classic worker gets V8's code cache, a module worker does not. Every listener is registered in this first turn.
  main() {
    const { sync, auth, audit, facts, config: settings, connection, policy, drawBadge, ...app } = compose();
    // A round wants the store at once and a token soon: the library and its cache open while the store does.
    const run = (trigger: 'alarm' | 'person') => {
      aside('store', app.openStore());
      const result = sync.run(trigger);
      aside('library', app.openSession());
      return result;
    };
    const round = async () => {
      try {
        await run('alarm');
        await auth.refreshSignals();
      } finally {
        await drawBadge();
      }
    };
    const settle = async () => {
      try {
        await auth.settle();
      } finally {
        await drawBadge();
      }
    };

    aside('window', sleep(STEP_BACK).then(disownWindow));
    const noticePolicy = () => aside('policy', notePolicy(policy, policySince, clock).finally(app.changed));

    if (!import.meta.env.FIREFOX)
      self.addEventListener('install', () => aside('install', Promise.all([tokenLibrary(), judge()])));
    browser.runtime.onInstalled.addListener(() => {
      aside('installed', settle());
      // An update takes registered scripts away.
      aside('hosts', followHosts());
      noticePolicy();
    });
    browser.runtime.onStartup.addListener(() => {
      aside('guide', app.guide.started());
      aside('startup', settle());
      noticePolicy();
    });
    connection.onChanged(() => aside('config', auth.registrationChanged().then(app.changed)));
    policy.onChanged(noticePolicy);
    onPermissionsChanged(() => aside('hosts', followHosts().finally(app.changed)));
    onAlarm((name) => aside(name, name === NOTIFY_ALARM ? drawBadge() : round()));
    onNoticeClicked(() =>
      aside('open', browser.tabs.create({ url: browser.runtime.getURL('/workbench.html') })),
    );
    listen(
      {
        'portal/observed': (seen, from) => {
          aside('lacks', bringLacking(seen, from.tab));
          return facts.observed(seen, from);
        },
        'guidance/context': (asked, { tab }) => {
          const known = facts.guidance(asked);
          aside('guide', app.guide.resume(tab));
          return known;
        },
        'auth/sign-in': () => auth.signIn(),
        'auth/choose-account': () => auth.chooseAccount(),
        'auth/grant-calendar': () => auth.grantCalendar(),
        'auth/sign-out': () => auth.signOut(),
        'sync/now': () => run('person'),
        'sync/confirm-shrink': () => sync.confirmShrink(),
        'audit/run': (asked) => {
          const result = audit.run(asked);
          aside('audit', result);
          return result;
        },
        'audit/choose-app': (asked) => audit.choose(asked),
        'config/get': () => settings.connection(),
        'config/save': (form) => settings.save(form),
        'taught/change': (asked) => facts.changeTaught(asked),
        'notes/show-all': () => facts.showAllNotes(),
        'notes/show': ({ key }) => facts.showNote(key),
        'baselines/choose': ({ profiles }) => facts.chooseBaselines(profiles),
        'data/delete-everything': () => app.deleteEverything(),
      },
      (name, error) => aside('log', log(`${name}/${toErrorInfo(error).code}`)),
    );

    aside(
      'wake',
      sleep(STEP_BACK).then(() => sync.wake()),
    );
  },
});
