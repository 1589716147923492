import { browser } from 'wxt/browser';
import { MINUTE, SECOND } from '../../core/clock.ts';
import type { AlarmPort } from '../../model/ports.ts';
import { systemClock } from './clock.ts';

/** Browsers may round an alarm's time; a difference below this is the same alarm. */
const SLACK = SECOND;

type Existing = { readonly scheduledTime: number; readonly periodInMinutes?: number | undefined };

function isSame(
  existing: Existing,
  when: { readonly at?: number; readonly everyMinutes?: number },
  now: number,
): boolean {
  if (existing.periodInMinutes !== when.everyMinutes) return false;
  // Set while the clock was ahead: it would not fire before that time comes.
  if (when.everyMinutes !== undefined && existing.scheduledTime > now + when.everyMinutes * MINUTE + SLACK)
    return false;
  return when.at === undefined || Math.abs(existing.scheduledTime - when.at) < SLACK;
}

/**
 * Alarms that survive being asked for at every wake: creating one anew restarts its period, so that a worker woken more often
 * than the period would never see it (duckduckgo PR 1241).
 */
export const alarms: AlarmPort = {
  async ensure(name, when) {
    const existing = await browser.alarms.get(name);
    if (existing && isSame(existing, when, systemClock.now())) return;
    await browser.alarms.create(name, {
      ...(when.at === undefined ? {} : { when: when.at }),
      ...(when.everyMinutes === undefined ? {} : { periodInMinutes: when.everyMinutes }),
    });
  },
  async clear(name) {
    await browser.alarms.clear(name);
  },
};

/** When the alarm fires next, ms since the epoch; undefined when it is not set. */
export async function alarmTime(name: string): Promise<number | undefined> {
  return (await browser.alarms.get(name))?.scheduledTime;
}

/** Registers the one listener for alarms, at once. */
export function onAlarm(handle: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => handle(alarm.name));
}
