import { DAY } from '../core/clock.ts';
import type { HealthView } from '../model/health.ts';
import type { NotifyRecord } from '../model/notify.ts';

/** Days 1, 3, 7 and 14 of a trouble, counted from the moment it was first seen (needs.md 4: four at most). */
const DUE = [0, 2 * DAY, 6 * DAY, 13 * DAY] as const;
export const MOST_TOLD = DUE.length;
/** A trouble that comes back this soon is the same one: its four do not begin anew. */
const SAME_TROUBLE = DAY;
/** Whatever a clock does, no two closer than this. */
const LEAST_APART = DAY;

export type Seen = 'degraded' | 'recovered' | 'gone' | 'no-opinion';

/**
 * What a state says of the connection. Waiting for Microsoft, working, or an answer too old says neither: nobody is told, and
 * nothing counts as recovered. A loss that is only possible is for the popup alone.
 */
export function seenIn({ state, certainty }: Pick<HealthView, 'state' | 'certainty'>): Seen {
  if (state === 'needs-you' || state === 'problem')
    return certainty === 'possible' ? 'no-opinion' : 'degraded';
  if (state === 'healthy') return 'recovered';
  return state === 'first-run' || state === 'half-known' ? 'gone' : 'no-opinion';
}

export interface NotifyPlan {
  readonly record: NotifyRecord | null;
  readonly act: 'tell' | 'clear' | 'nothing';
  /** When to look again, ms since the epoch. */
  readonly nextAt: number | null;
}

/** Nothing kept may lie ahead of a clock that was set back: it would be counted twice, or never. */
function notAhead(record: NotifyRecord, now: number): NotifyRecord {
  const { since, lastAt, endedAt } = record;
  return {
    ...record,
    since: Math.min(since, now),
    ...(lastAt === undefined ? {} : { lastAt: Math.min(lastAt, now) }),
    ...(endedAt === undefined ? {} : { endedAt: Math.min(endedAt, now) }),
  };
}

function dueAt({ since, told, lastAt }: NotifyRecord): number | null {
  const due = DUE[told];
  if (due === undefined) return null;
  return Math.max(since + due, lastAt === undefined ? 0 : lastAt + LEAST_APART);
}

function degraded(record: NotifyRecord | null, allowed: boolean, now: number): NotifyPlan {
  const again = record?.endedAt !== undefined && now - record.endedAt > SAME_TROUBLE ? null : record;
  const { endedAt: _ended, ...open } = again ?? { since: now, told: 0 };
  const at = dueAt(open);
  if (at === null || !allowed) return { record: open, act: 'nothing', nextAt: null };
  if (at > now) return { record: open, act: 'nothing', nextAt: at };
  const told = { ...open, told: open.told + 1, lastAt: now };
  return { record: told, act: 'tell', nextAt: dueAt(told) };
}

/**
 * Whether to notify now, and when to look again: once when the connection truly degrades, four times at most for one trouble,
 * never after it has ended.
 *
 * @param allowed false: policy or the person wants none; the trouble is remembered all the same
 * @param now ms since the epoch
 */
export function planNotice(kept: NotifyRecord | null, seen: Seen, allowed: boolean, now: number): NotifyPlan {
  const record = kept && notAhead(kept, now);
  switch (seen) {
    case 'degraded':
      return degraded(record, allowed, now);
    case 'gone':
      return { record: null, act: record ? 'clear' : 'nothing', nextAt: null };
    case 'recovered': {
      if (!record) return { record: null, act: 'nothing', nextAt: null };
      if (record.endedAt === undefined)
        return { record: { ...record, endedAt: now }, act: 'clear', nextAt: null };
      const over = now - record.endedAt > SAME_TROUBLE;
      return { record: over ? null : record, act: 'nothing', nextAt: null };
    }
    default: {
      const at = record?.endedAt === undefined && record && allowed ? dueAt(record) : null;
      return { record, act: 'nothing', nextAt: at !== null && at > now ? at : null };
    }
  }
}
