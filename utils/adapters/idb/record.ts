import type { SyncRecord, SyncState } from '../../model/calendar.ts';
import { databaseCorrupt } from './errors.ts';

const STATES: Readonly<Record<SyncState, true>> = {
  signedOut: true,
  idle: true,
  fetching: true,
  coolingDown: true,
  needsPerson: true,
  needsResync: true,
  suspectShrink: true,
  failed: true,
};

/**
 * The stored record as one of ours; `undefined` when there is none. What decides the next step is looked at; the rest was written
 * together with it.
 *
 * @throws SynclineError `db-corrupt`
 */
export function asRecord(value: unknown): SyncRecord | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value) || !isRecord(value)) throw databaseCorrupt();
  return value as unknown as SyncRecord;
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isRecord(record: Fields): boolean {
  const { state, notBefore, cursor } = record;
  const counters = [record['generation'], record['filling'], record['revision']];
  return (
    typeof state === 'string' &&
    Object.hasOwn(STATES, state) &&
    Number.isFinite(notBefore) &&
    counters.every((counter) => counter === undefined || Number.isSafeInteger(counter)) &&
    (cursor === undefined || isCursor(cursor))
  );
}

function isCursor(cursor: unknown): boolean {
  if (!isObject(cursor) || !isObject(cursor['window'])) return false;
  const { start, end } = cursor['window'];
  return typeof cursor['link'] === 'string' && Number.isFinite(start) && Number.isFinite(end);
}
