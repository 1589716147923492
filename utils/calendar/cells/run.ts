import { HOUR } from '../../core/clock.ts';
import { heldUntil } from '../../model/calendar.ts';
import type { ReadMode, SyncRecord } from '../../model/calendar.ts';
import { cursorFits, freshCursor } from '../cursor.ts';
import type { Cell, Step, SyncEvents } from '../events.ts';
import { NEW_ROUND, modeAt } from '../guard.ts';
import { needsRoll } from '../window.ts';
import { commitRecord, still, withoutRound } from './step.ts';

/** How often an alarm may try again what only a person could mend; the person's own act always may. */
const RARELY = 6 * HOUR;
/** A plain read costs a whole calendar: not at every alarm. */
const PLAIN_EVERY = HOUR;

type Run = SyncEvents['run'];

/** Opens a round: along the delta link when it still serves, else into a new generation. */
export const begin: Cell<'run'> = (record, event) => {
  const waiting = held(record, event);
  if (waiting) return waiting;
  const mode = modeAt(record, event.now);
  if (mode === 'plain' && event.trigger === 'alarm' && age(record.completedAt, event.now) < PLAIN_EVERY)
    return still(record);
  return serves(record, event, mode) ? followDelta(record, event) : openGeneration(record, event, mode);
};

/** Goes on with the round that is open, as a killed worker or a wait left it; one whose window has aged is not worth it. */
export const resume: Cell<'run'> = (record, event) => {
  const { round, cursor, account = '' } = record;
  if (!round || !cursorFits(cursor, account, event.cloud) || needsRoll(cursor.window, event.now, account))
    return begin(record, event);
  const waiting = held(record, event);
  if (waiting) return waiting;
  const next = round.settling ? ({ kind: 'settle' } as const) : ({ kind: 'fetch' } as const);
  if (record.state === 'fetching') return still(record, [next]);
  return {
    record: { ...record, state: 'fetching', attemptedAt: event.now },
    effects: [commitRecord(), next],
  };
};

/** A person is needed and an alarm asks: seldom, in case somebody helped without telling us. */
export const retryRarely: Cell<'run'> = (record, event) =>
  tooSoon(record, event) ? still(record) : resume(record, event);

/** A round that looked wrong is read again from nothing before it is believed. */
export const recheck: Cell<'run'> = (record, event) => {
  if (tooSoon(record, event)) return still(record);
  return held(record, event) ?? openGeneration(record, event, modeAt(record, event.now));
};

/** Fills a new generation beside the readable one. */
export function openGeneration(record: SyncRecord, event: Omit<Run, 'trigger'>, mode: ReadMode): Step {
  const { account = '' } = record;
  const clean = withoutRound(record);
  const { mode: _mode, modeSince, ...rest } = clean.record;
  return {
    record: {
      ...rest,
      ...(mode === 'delta' ? {} : { mode, modeSince: modeSince ?? event.now }),
      state: 'fetching',
      attemptedAt: event.now,
      filling: Math.max(record.generation ?? 0, record.filling ?? 0) + 1,
      cursor: freshCursor(event.now, mode, account, event.cloud),
      round: NEW_ROUND,
    },
    effects: [commitRecord(clean.drop), { kind: 'fetch' }],
  };
}

function followDelta(record: SyncRecord, event: Run): Step {
  return {
    record: { ...record, state: 'fetching', attemptedAt: event.now, round: NEW_ROUND },
    effects: [commitRecord(), { kind: 'fetch' }],
  };
}

function serves(record: SyncRecord, event: Run, mode: ReadMode): boolean {
  const { cursor, account = '' } = record;
  return (
    record.generation !== undefined &&
    mode === (record.mode ?? 'delta') &&
    cursorFits(cursor, account, event.cloud) &&
    cursor.kind === 'delta' &&
    !needsRoll(cursor.window, event.now, account)
  );
}

function held(record: SyncRecord, { now }: Run): Step | null {
  const at = heldUntil(record, now);
  return at === null ? null : still(record, [{ kind: 'wake', at }]);
}

function tooSoon(record: SyncRecord, { trigger, now }: Run): boolean {
  return trigger === 'alarm' && age(record.attemptedAt, now) < RARELY;
}

/** A clock that went backwards makes a thing old, never young. */
function age(at: number | undefined, now: number): number {
  return at === undefined || at > now ? Infinity : now - at;
}
