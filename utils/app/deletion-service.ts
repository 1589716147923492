import type { BadgePort, CalendarStore, ErasePort, FactStore } from '../model/ports.ts';

export interface DeletionOptions {
  /** Signs out and stops the sync. */
  readonly signOut: () => Promise<void>;
  /** Waits for work begun before; what it still writes is written before the wiping. */
  readonly quiet: () => Promise<unknown>;
  readonly calendar: Pick<CalendarStore, 'wipe'>;
  readonly facts: Pick<FactStore, 'wipe'>;
  readonly erase: ErasePort;
  readonly badge: BadgePort;
}

/**
 * *Delete everything*: tokens, calendar, facts, history, badge, preferences, log, alarms. Every step is tried even when one
 * before it failed; then the first failure is thrown, so that nobody is told "deleted" of something that is still there.
 */
export async function deleteEverything(options: DeletionOptions): Promise<void> {
  const steps = [
    options.signOut,
    options.quiet,
    () => options.calendar.wipe(),
    () => options.facts.wipe(),
    () => options.badge.show('none', 'Syncline'),
    // Last: an alarm or a line of the log may come of any step before.
    () => options.erase.everything(),
  ];
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
