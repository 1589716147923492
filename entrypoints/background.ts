import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { onAlarm } from '../utils/adapters/browser/alarms.ts';
import { followHosts, onPermissionsChanged } from '../utils/adapters/browser/extra-hosts.ts';
import { listen } from '../utils/adapters/browser/listen.ts';
import { onNoticeClicked } from '../utils/adapters/browser/notifications.ts';
import { NOTIFY_ALARM } from '../utils/model/notify.ts';
import { toErrorInfo } from '../utils/core/errors.ts';
import { bringLacking } from '../utils/adapters/browser/page-script.ts';
import { createAside } from './worker/aside.ts';
import type { BackOffice } from './worker/back-office.ts';
import { createFront } from './worker/front.ts';
import { judge } from './worker/judge.ts';
import { backOfficeScript } from './worker/late-office.ts';
import { tokenLibrary } from './worker/token-library.ts';

function compose() {
  const aside = createAside();
  let opened: Promise<BackOffice> | null = null;
  const office = () => {
    if (opened) return opened;
    const opening = backOfficeScript().then((script) => script.createBackOffice(front));
    opened = opening;
    opening.catch(() => {
      opened = null;
    });
    return opening;
  };
  const front = createFront(aside, async () => (await office()).drawBadge());
  return { ...front, office };
}

export default defineBackground({
  // No `type`: a classic worker gets V8's code cache, a module worker does not. Every listener is registered in this first turn.
  main() {
    const { aside, log, collector, connection, policy, guide, changed, office } = compose();
    /** Lets the second half do something nobody waits for. */
    const task = (what: string, work: (second: BackOffice) => Promise<unknown>) =>
      aside.run(what, office().then(work));
    const noticePolicy = () => task('policy', (second) => second.notePolicy());

    // What was imported by the end of the installation may be imported late.
    if (!import.meta.env.FIREFOX)
      self.addEventListener('install', () =>
        aside.run('install', Promise.all([backOfficeScript(), tokenLibrary(), judge()])),
      );
    browser.runtime.onInstalled.addListener(() => {
      task('installed', (second) => second.settle());
      // An update takes registered scripts away.
      aside.run('hosts', followHosts());
      noticePolicy();
    });
    browser.runtime.onStartup.addListener(() => {
      aside.run('guide', guide.started());
      task('startup', (second) => second.settle());
      noticePolicy();
    });
    connection.onChanged(() => task('config', (second) => second.registrationChanged()));
    policy.onChanged(noticePolicy);
    onPermissionsChanged(() => aside.run('hosts', followHosts().finally(changed)));
    onAlarm((name) => task(name, (second) => (name === NOTIFY_ALARM ? second.drawBadge() : second.round())));
    onNoticeClicked(() =>
      aside.run('open', browser.tabs.create({ url: browser.runtime.getURL('/workbench.html') })),
    );
    listen(
      {
        'portal/observed': (seen, from) => {
          aside.run('lacks', bringLacking(seen, from.tab));
          return collector.observed(seen, from);
        },
        'guidance/context': (asked, { tab }) => {
          const known = collector.guidance(asked);
          aside.run('guide', guide.resume(tab));
          return known;
        },
        'auth/sign-in': async () => (await office()).auth.signIn(),
        'auth/choose-account': async () => (await office()).auth.chooseAccount(),
        'auth/grant-calendar': async () => (await office()).auth.grantCalendar(),
        'auth/sign-out': async () => (await office()).auth.signOut(),
        'sync/now': async () => (await office()).syncNow(),
        'sync/confirm-shrink': async () => (await office()).confirmShrink(),
        'audit/run': async (asked) => (await office()).audit.run(asked),
        'audit/choose-app': async (asked) => (await office()).audit.choose(asked),
        'config/get': () => connection.connection(),
        'config/save': async (form) => (await office()).config.save(form),
        'taught/change': (asked) => collector.changeTaught(asked),
        'notes/show-all': () => collector.showAllNotes(),
        'notes/show': ({ key }) => collector.showNote(key),
        'baselines/choose': ({ profiles }) => collector.chooseBaselines(profiles),
        'data/delete-everything': async () => (await office()).deleteEverything(),
      },
      (name, error) => aside.run('log', log(`${name}/${toErrorInfo(error).code}`)),
    );

    aside.run(
      'wake',
      aside.later().then(async () => (await office()).woken()),
    );
  },
});
