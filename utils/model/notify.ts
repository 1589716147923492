import { isRecord } from '../core/is-record.ts';

/** The alarm that asks whether a trouble lasts. */
export const NOTIFY_ALARM = 'notify';

/** One trouble, and how often people were told of it. */
export interface NotifyRecord {
  /** When it was first seen, ms since the epoch. */
  readonly since: number;
  readonly told: number;
  /** When people were last told, ms since the epoch. */
  readonly lastAt?: number;
  /** When it was seen to have ended, ms since the epoch; absent while it lasts. */
  readonly endedAt?: number;
}

const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** The record out of what was stored; null for anything else. */
export function toNotifyRecord(given: unknown): NotifyRecord | null {
  if (!isRecord(given)) return null;
  const { since, told, lastAt, endedAt } = given;
  if (!isMoment(since) || !Number.isInteger(told) || (told as number) < 0) return null;
  return {
    since,
    told: told as number,
    ...(isMoment(lastAt) ? { lastAt } : {}),
    ...(isMoment(endedAt) ? { endedAt } : {}),
  };
}
