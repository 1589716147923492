import { plainText } from '../core/rich.ts';
import type { HealthInput, HealthView } from '../model/health.ts';
import type { BadgePort, CalendarStore, Clock, ConfigPort, FactStore } from '../model/ports.ts';
import type { Say } from '../model/words.ts';

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
}

/**
 * Keeps the toolbar button at what the popup would say.
 *
 * @returns draws it again; calls while one is under way end in one more
 */
export function createBadgeService(options: BadgeServiceOptions): () => Promise<void> {
  const { facts, calendar, config, badge, clock, online, say, health, badgeFor } = options;
  let drawing: Promise<void> | null = null;
  let again = false;

  async function draw(): Promise<void> {
    const [book, sync, runs, connection] = await Promise.all([
      facts.book(),
      calendar.load(),
      calendar.runs(),
      config.connection(),
    ]);
    const view = health({
      facts: book,
      sync,
      runs,
      account: book['microsoft/account']?.value ?? null,
      configured: connection.clientId !== null,
      now: clock.now(),
      online: online(),
    });
    await badge.show(badgeFor(view), `${say({ key: 'app_name' })}: ${plainText(say(view.title))}`);
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
