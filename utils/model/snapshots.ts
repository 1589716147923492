import type { HeldPermission } from './entra.ts';
import type { PageId, SettingId, SettingReading } from './settings.ts';

export type SettingsPage = Exclude<PageId, 'profile' | 'meetings'>;

/** One permission of one app, as one reading of Entra found it. */
export interface HeldGrant extends Pick<HeldPermission, 'kind' | 'resource' | 'everybody' | 'people'> {
  readonly appId: string;
  readonly app: string;
  /** As Microsoft spells it; its id where it has no name we know. */
  readonly permission: string;
}

/** One dated look that showed something else than the look before it; readings only, never an element. */
export interface Snapshot {
  /** A page of the portal, or the apps of Entra. */
  readonly page: PageId | 'entra-apps';
  /** Host and group the page speaks for, or the tenant; rows of two scopes are no change of one. */
  readonly scope?: string;
  /** ms since the epoch */
  readonly seenAt: number;
  readonly settings: readonly SettingReading[];
  /** What Zoom's apps held; of `entra-apps` alone. */
  readonly held?: readonly HeldGrant[];
}

/** A bounded piece of the history, oldest first. */
export interface SnapshotPage {
  readonly rows: readonly Snapshot[];
  /** Where the next piece begins; `null`: this was the last. */
  readonly next: number | null;
}

/** One moment a page was looked at, and what it showed. */
export interface Sighting {
  /** ms since the epoch */
  readonly seenAt: number;
  readonly settings: readonly SettingReading[];
}

/** What one page of one host and group showed over time, oldest first. A look without a difference is not kept, the newest is. */
export interface Timeline {
  readonly page: SettingsPage;
  readonly scope: string | undefined;
  readonly sightings: readonly Sighting[];
}

/** One setting that was seen otherwise: in its value or in its lock. `null`: not on the page then. */
export interface Difference {
  readonly setting: SettingId;
  readonly part: 'value' | 'lock';
  readonly was: SettingReading | null;
  readonly is: SettingReading | null;
  /** False: one of the two looks could not read it, so nothing need have changed. */
  readonly certain: boolean;
}
