import { backoff } from '../../core/backoff.ts';
import { HOUR, MINUTE, SECOND } from '../../core/clock.ts';
import type { SyncRecord } from '../../model/calendar.ts';
import type { Cell } from '../events.ts';
import { commitRecord, noEarlier, still, withoutRound } from './step.ts';

// Retry-After missing: 30 s growing to 10 min (microsoft.md B.2). A lost state: Microsoft asks for back-off with jitter (A.6).
const LATER = { first: 30 * SECOND, most: 10 * MINUTE };
const RESYNC = { first: MINUTE, most: 6 * HOUR };
const BROKEN = { first: 15 * MINUTE, most: 6 * HOUR };

/** Later, where the round stands: the time is stored, an alarm wakes us. */
export const coolDown: Cell<'wait'> = (record, { now, error }) => {
  const failures = (record.failures ?? 0) + 1;
  const own = now + backoff(failures, LATER, record.account ?? '');
  // A time that has passed (a clock that differs, `Retry-After: 0`) is no leave to hammer.
  const named = error.notBefore !== undefined && error.notBefore > now ? error.notBefore : own;
  const notBefore = noEarlier(record, named);
  return {
    record: { ...record, state: 'coolingDown', error, failures, notBefore },
    effects: [commitRecord(), { kind: 'wake', at: notBefore }],
  };
};

/** The server's word on waiting counts in every state, whoever heard it. */
export const hold: Cell<'wait'> = (record, { error }) => {
  const notBefore = noEarlier(record, error.notBefore ?? 0);
  if (notBefore === record.notBefore) return still(record);
  return { record: { ...record, notBefore }, effects: [commitRecord()] };
};

/** Only a person can help; the round waits where it stands. */
export const askPerson: Cell<'person'> = (record, { now, error }) => ({
  record: {
    ...record,
    state: 'needsPerson',
    error,
    failures: (record.failures ?? 0) + 1,
    attemptedAt: now,
  },
  effects: [commitRecord()],
});

/** The delta token is no more: a new generation, at once the first time, then ever later. What readers read stays. */
export const startOver: Cell<'gone'> = (record, { now, error }) => {
  const failures = (record.failures ?? 0) + 1;
  const clean = withoutRound(record);
  const lost: SyncRecord = { ...clean.record, state: 'needsResync', error, failures };
  if (failures === 1) return { record: lost, effects: [commitRecord(clean.drop), { kind: 'again' }] };
  const notBefore = noEarlier(record, now + backoff(failures - 1, RESYNC, record.account ?? ''));
  return {
    record: { ...lost, notBefore },
    effects: [commitRecord(clean.drop), { kind: 'wake', at: notBefore }],
  };
};

/** A fault of ours: once more where we stand, then from nothing, ever later. */
export const giveUp: Cell<'broken'> = (record, { now, error }) => {
  const failures = (record.failures ?? 0) + 1;
  const { record: base, drop } = failures < 2 ? { record, drop: [] } : withoutRound(record);
  const notBefore = noEarlier(record, now + backoff(failures, BROKEN, record.account ?? ''));
  return {
    record: { ...base, state: 'failed', error, failures, notBefore },
    effects: [commitRecord(drop), { kind: 'wake', at: notBefore }],
  };
};
