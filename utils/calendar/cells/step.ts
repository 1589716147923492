import type { SyncRecord } from '../../model/calendar.ts';
import type { Effect, Step } from '../events.ts';

/** Nothing happened: the same record, perhaps an alarm to set. */
export function still(record: SyncRecord, effects: readonly Effect[] = []): Step {
  return { record, effects };
}

/** A commit of the record alone. */
export function commitRecord(drop: readonly number[] = []): Effect {
  return { kind: 'commit', rows: false, drop, durability: 'relaxed' };
}

/** Forgets the round that is open, with the generation it was filling. */
export function withoutRound(record: SyncRecord): { record: SyncRecord; drop: readonly number[] } {
  const {
    cursor: _cursor,
    round: _round,
    filling,
    pendingMasters: _masters,
    shrink: _shrink,
    ...rest
  } = record;
  const { shrinkAccepted: _accepted, ...kept } = rest;
  return { record: kept, drop: filling === undefined ? [] : [filling] };
}

/** The later of the server's last word on waiting and another time: no path shortens it. */
export function noEarlier(record: SyncRecord, at: number): number {
  return Math.max(record.notBefore, at);
}
