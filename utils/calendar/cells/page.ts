import { HOUR } from '../../core/clock.ts';
import type { SyncRecord } from '../../model/calendar.ts';
import type { Cell, Effect, Step, SyncEvents } from '../events.ts';
import { NEW_ROUND, endless, fallback, progress } from '../guard.ts';
import { openGeneration } from './run.ts';
import { commitRecord, withoutRound } from './step.ts';
import { coolDown, startOver } from './trouble.ts';

/** After a plain read that never ended. */
const REST = 6 * HOUR;
const WITH_ROWS: Effect = { kind: 'commit', rows: true, drop: [], durability: 'relaxed' };

/** A page moves the cursor and its rows together, ends the round, or shows that the round is wrong. */
export const advance: Cell<'page'> = (record, event) => {
  const { page } = event;
  const { cursor, mode = 'delta' } = record;
  if (!cursor) return startOver(record, { now: event.now, error: { code: 'no-cursor', who: 'resync' } });
  if (page.shrink && !record.shrinkAccepted) return suspect(record, page.shrink);
  const round = progress(record.round ?? NEW_ROUND, page);
  const moved: SyncRecord = {
    ...record,
    round,
    pendingMasters: page.pending,
    longest: Math.max(record.longest ?? 0, page.longest),
    // Of a generation that is read, every page changes the number at once; one that fills counts apart.
    ...(record.filling === undefined ? { events: (record.events ?? 0) + page.gained } : {}),
  };
  if (page.link.kind === 'next') {
    if (endless(round)) return fallBack(record, event);
    return {
      record: { ...moved, cursor: { ...cursor, kind: 'next', link: page.link.href } },
      effects: [WITH_ROWS, { kind: 'fetch' }],
    };
  }
  if (page.link.kind === 'none' && mode !== 'plain')
    return startOver(record, { now: event.now, error: { code: 'no-delta-link', who: 'resync' } });
  const ended: SyncRecord =
    page.link.kind === 'delta'
      ? { ...moved, cursor: { ...cursor, kind: 'delta', link: page.link.href } }
      : moved;
  if (record.filling === undefined && page.pending.length === 0)
    return complete(ended, { now: event.now, rows: true });
  return {
    record: { ...ended, round: { ...round, settling: true } },
    effects: [WITH_ROWS, { kind: 'settle' }],
  };
};

/** A missing master came, or its series went. */
export const resolve: Cell<'master'> = (record, { ids, gained }) => {
  const { round = NEW_ROUND, pendingMasters = [] } = record;
  return {
    record: {
      ...record,
      pendingMasters: pendingMasters.filter((id) => !ids.includes(id)),
      ...(record.filling === undefined
        ? { events: (record.events ?? 0) + gained }
        : { round: { ...round, events: round.events + gained } }),
    },
    effects: [WITH_ROWS, { kind: 'settle' }],
  };
};

/** The round is whole: readers move to it, unless the brake holds. */
export const finish: Cell<'settled'> = (record, { now, shrink }) =>
  shrink && !record.shrinkAccepted ? suspect(record, shrink) : complete(record, { now, rows: false });

function suspect(record: SyncRecord, shrink: NonNullable<SyncRecord['shrink']>): Step {
  return {
    record: { ...record, state: 'suspectShrink', shrink },
    effects: [{ kind: 'commit', rows: false, drop: [], durability: 'strict' }],
  };
}

function complete(record: SyncRecord, { now, rows }: { now: number; rows: boolean }): Step {
  const { error: _error, failures: _failures, round, pendingMasters: _pending, ...rest } = record;
  const { shrink: _shrink, shrinkAccepted: _accepted, filling, cursor, ...kept } = rest;
  const events = filling === undefined ? (record.events ?? 0) : (round?.events ?? 0);
  const generation = filling ?? record.generation;
  return {
    record: {
      ...kept,
      state: 'idle',
      completedAt: now,
      events,
      ...(generation === undefined ? {} : { generation }),
      // A plain read leaves no link to go on from: its next round reads everything again.
      ...(cursor?.kind === 'delta' ? { cursor } : {}),
    },
    effects: [
      {
        kind: 'commit',
        rows,
        drop: filling === undefined || record.generation === undefined ? [] : [record.generation],
        durability: 'strict',
      },
      ...(cursor ? [{ kind: 'report', events, window: cursor.window } as const] : []),
    ],
  };
}

/** The round would go on for ever: the next humbler way to read, and after the last one a long rest. */
function fallBack(record: SyncRecord, event: SyncEvents['page']): Step {
  const { cursor, mode = 'delta' } = record;
  const next = fallback(mode);
  if (next === null || !cursor) return rest(record, event.now);
  const fresh: SyncRecord = { ...record, modeSince: event.now };
  return openGeneration(fresh, { now: event.now, cloud: cursor.cloud }, next);
}

/** Not even a plain read ends: the round is given up, and what readers read stays. */
function rest(record: SyncRecord, now: number): Step {
  const clean = withoutRound(record);
  const notBefore = now + REST;
  const step = coolDown(clean.record, { now, error: { code: 'endless-round', who: 'wait', notBefore } });
  return {
    record: step.record,
    effects: [commitRecord(clean.drop), ...step.effects.filter((effect) => effect.kind !== 'commit')],
  };
}
