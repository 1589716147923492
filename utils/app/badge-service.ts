import { plainText } from '../core/rich.ts';
import type { HealthInput, HealthView } from '../model/health.ts';
import type { BadgePort, CalendarStore, Clock, ConfigPort, FactStore } from '../model/ports.ts';
import type { Message, Say } from '../model/words.ts';

export interface BadgeServiceOptions {
  readonly facts: Pick<FactStore, 'book'>;
  readonly calendar: Pick<CalendarStore, 'load' | 'runs'>;
  readonly config: Pick<ConfigPort, 'connection'>;
  readonly badge: BadgePort;
  readonly clock: Pick<Clock, 'now'>;
  readonly online: () => boolean;
  readonly say: Say;
  /** The same judgement the popup shows. */
  readonly health: (input: HealthInput) => HealthView;
  readonly badgeFor: (view: HealthView) => Parameters<BadgePort['show']>[0];
  /** Told of every sight of the connection. */
  readonly onSeen?: (view: HealthView) => Promise<void>;
}

/**
 * Keeps the toolbar button at what the popup would say; grey, and rejected, when the store cannot be read.
 *
 * @returns draws it again; calls while one is under way end in one more
 */
export function createBadgeService(options: BadgeServiceOptions): () => Promise<void> {
  const { facts, calendar, config, badge, clock, online, say, health, badgeFor, onSeen } = options;
  let drawing: Promise<void> | null = null;
  let again = false;

  const title = (message: Message) => `${say({ key: 'app_name' })}: ${plainText(say(message))}`;
  const stored = () =>
    Promise.all([facts.book(), calendar.load(), calendar.runs(), config.connection()] as const);

  async function draw(): Promise<void> {
    const [book, sync, runs, connection] = await stored().catch(async (error: unknown) => {
      // What stands there is of an earlier reading: no longer true for sure.
      await badge.show('stale', title({ key: 'popup_store_unreadable' }));
      throw error;
    });
    const view = health({
      facts: book,
      sync,
      runs,
      account: book['microsoft/account']?.value ?? null,
      configured: connection.clientId !== null,
      now: clock.now(),
      online: online(),
    });
    await badge.show(badgeFor(view), title(view.title));
    await onSeen?.(view);
  }

  async function drawUntilQuiet(): Promise<void> {
    do {
      again = false;
      await draw();
    } while (again);
  }

  return () => {
    again = true;
    drawing ??= drawUntilQuiet().finally(() => {
      drawing = null;
    });
    return drawing;
  };
}
