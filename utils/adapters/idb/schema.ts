import type { DBSchema } from 'idb';
import type { EventRow, RunRecord, SyncRecord } from '../../model/calendar.ts';
import type { Fact, FactKey } from '../../model/facts.ts';
import type { Snapshot } from '../../model/snapshots.ts';

export const DATABASE = 'syncline';
/** The one key of the `sync` store. */
export const RECORD = 'record';

/** Shape of the newest version; older ones live in their migrations. Why these keys: measured, see the calendar's SPEC. */
export interface Schema extends DBSchema {
  events: { key: [generation: number, key: string]; value: EventRow; indexes: { start: [number, number] } };
  sync: { key: typeof RECORD; value: SyncRecord };
  runs: { key: number; value: RunRecord };
  facts: { key: FactKey; value: Fact<unknown> };
  snapshots: { key: number; value: Snapshot };
}
