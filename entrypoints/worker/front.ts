import { announceChange } from '../../utils/adapters/browser/changes.ts';
import { systemClock as clock } from '../../utils/adapters/browser/clock.ts';
import { config as storedConfig } from '../../utils/adapters/browser/config.ts';
import { runOnPage } from '../../utils/adapters/browser/page-script.ts';
import { writeLog as log } from '../../utils/adapters/browser/log.ts';
import { managedPolicy } from '../../utils/adapters/browser/policy.ts';
import { preferences as storedPreferences } from '../../utils/adapters/browser/preferences.ts';
import { taught as storedTaught } from '../../utils/adapters/browser/taught.ts';
import { createCalendarStore, createConnection, createFactStore } from '../../utils/adapters/idb/index.ts';
import { announcingFacts, announcingPreferences, announcingTaught } from '../../utils/app/announce.ts';
import { rememberConnection } from '../../utils/app/config-service.ts';
import { createFactsService } from '../../utils/app/facts-service.ts';
import { createGuideService } from '../../utils/app/guide-service.ts';
import { rememberPolicy } from '../../utils/app/policy-memory.ts';
import { createTaughtService } from '../../utils/app/taught-service.ts';
import { knowErrorsByName } from '../../utils/core/errors-by-name.ts';
import type { Aside } from './aside.ts';
import { judge } from './judge.ts';

/**
 * The worker's first half: what it keeps for a page of the portal, and what that page asks. It loads no library.
 *
 * @param drawBadge draws the badge anew; asked for once, however many changes come while it waits
 */
export function createFront(aside: Aside, drawBadge: () => Promise<void>) {
  knowErrorsByName();
  const database = createConnection();
  let badgeDue = false;
  const changed = () => {
    announceChange();
    if (badgeDue) return;
    badgeDue = true;
    const draw = async () => {
      await aside.later();
      badgeDue = false;
      await drawBadge();
    };
    aside.run('badge', draw());
  };
  const connection = rememberConnection(storedConfig);
  const policy = rememberPolicy(managedPolicy());
  const cloud = async () => (await connection.connection()).cloud;
  const facts = announcingFacts(createFactStore(database), changed);
  const guide = createGuideService({
    facts,
    clock,
    onPage: (tab, order) => runOnPage(tab, 'guide', order),
  });
  return {
    aside,
    log,
    openStore: () => database.use(() => Promise.resolve()),
    // Here too: what one copy of the database's library has opened another cannot use.
    calendar: createCalendarStore(database),
    changed,
    connection,
    policy,
    cloud,
    facts,
    guide,
    collector: createFactsService({
      facts,
      preferences: announcingPreferences(storedPreferences, changed),
      judge,
      taught: createTaughtService(announcingTaught(storedTaught, changed), clock),
      clock,
      cloud,
      policy: async () => (await policy.read()).policy,
      guide,
    }),
  };
}

export type Front = ReturnType<typeof createFront>;
