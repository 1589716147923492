import type { DBSchema } from 'idb';
import type { EventRow, RunRecord, SyncRecord } from '../../model/calendar.ts';
import type { Fact, FactKey } from '../../model/facts.ts';
import type { PageId, SettingReading } from '../../model/settings.ts';

export const DATABASE = 'syncline';
/** The one key of the `sync` store. */
export const RECORD = 'record';

/** One dated look at a portal page; readings only, never an element. */
export interface SnapshotRow {
  readonly page: PageId;
  /** Host and group the page speaks for; rows of two scopes are no change of one. */
  readonly scope?: string;
  /** ms since the epoch */
  readonly seenAt: number;
  readonly settings: readonly SettingReading[];
}

/** Shape of the newest version; older ones live in their migrations. Why these keys: measured, see the calendar's SPEC. */
export interface Schema extends DBSchema {
  events: { key: [generation: number, key: string]; value: EventRow; indexes: { start: [number, number] } };
  sync: { key: typeof RECORD; value: SyncRecord };
  runs: { key: number; value: RunRecord };
  facts: { key: FactKey; value: Fact<unknown> };
  snapshots: { key: number; value: SnapshotRow };
}
