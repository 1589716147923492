import { plainText } from '../core/rich.ts';
import type { HealthView } from '../model/health.ts';
import { NOTIFY_ALARM, type NotifyRecord } from '../model/notify.ts';
import type { AlarmPort, Clock, NotificationPort, NotifyStore, PolicyPort } from '../model/ports.ts';
import type { Say } from '../model/words.ts';
import { createTurns } from './in-turn.ts';

export interface NotifyOptions {
  readonly store: NotifyStore;
  readonly notifications: NotificationPort;
  readonly policy: Pick<PolicyPort, 'read'>;
  readonly alarms: AlarmPort;
  readonly clock: Pick<Clock, 'now'>;
  readonly say: Say;
  /** The pure plan: what to do at this sight of the connection. */
  readonly plan: (
    kept: NotifyRecord | null,
    view: HealthView,
    allowed: boolean,
    now: number,
  ) => {
    readonly record: NotifyRecord | null;
    readonly act: 'tell' | 'clear' | 'nothing';
    readonly nextAt: number | null;
  };
}

const same = (a: NotifyRecord | null, b: NotifyRecord | null) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Notifications with manners: told of every sight of the connection, it keeps count in the store, so that a worker that was
 * killed neither repeats nor forgets. The count is kept before the notice is shown: one too few is better than one too many.
 */
export function createNotifyService(options: NotifyOptions): (view: HealthView) => Promise<void> {
  const { store, notifications, policy, alarms, clock, say, plan } = options;
  const inTurn = createTurns();

  /** An unreadable policy may forbid it: then nobody is told. */
  const allowed = async () => {
    if (!(await notifications.allowed())) return false;
    return policy.read().then(
      (reading) => reading.policy.notifications !== false,
      () => false,
    );
  };

  async function consider(view: HealthView): Promise<void> {
    const kept = await store.read();
    const { record, act, nextAt } = plan(kept, view, await allowed(), clock.now());
    if (!same(kept, record)) await store.write(record);
    if (nextAt === null) await alarms.clear(NOTIFY_ALARM);
    else await alarms.ensure(NOTIFY_ALARM, { at: nextAt });
    if (act === 'clear') await notifications.clear();
    if (act !== 'tell') return;
    const [first] = view.text;
    await notifications.show({
      title: plainText(say(view.title)),
      message: first ? plainText(say(first)) : '',
      context: say({ key: 'notify_count', params: { count: record?.told ?? 1 } }),
    });
  }

  return (view) => inTurn(() => consider(view));
}
