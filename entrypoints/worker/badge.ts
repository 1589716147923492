import { alarms } from '../../utils/adapters/browser/alarms.ts';
import { badge } from '../../utils/adapters/browser/badge.ts';
import { systemClock as clock } from '../../utils/adapters/browser/clock.ts';
import { createBrowserSay } from '../../utils/adapters/browser/i18n.ts';
import { notifications, notifyStore } from '../../utils/adapters/browser/notifications.ts';
import { createBadgeService } from '../../utils/app/badge-service.ts';
import { createNotifyService } from '../../utils/app/notify-service.ts';
import { badgeFor, health, planNotice, seenIn } from '../../utils/checks/index.ts';
import type { Message } from '../../utils/model/words.ts';
import type { Front } from './front.ts';

/** Draws the badge from the stored facts, and tells by a notice what stays wrong. */
export function createBadgeDrawer({ facts, calendar, connection, policy }: Front): () => Promise<void> {
  const say = (message: Message) => createBrowserSay()(message);
  return createBadgeService({
    facts,
    calendar,
    config: connection,
    badge,
    clock,
    online: () => navigator.onLine,
    say,
    health,
    badgeFor,
    onSeen: createNotifyService({
      store: notifyStore,
      notifications,
      policy,
      alarms,
      clock,
      say,
      plan: (kept, view, allowed, now) => planNotice(kept, seenIn(view), allowed, now),
    }),
  });
}
