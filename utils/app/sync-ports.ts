import type {
  AlarmPort,
  CalendarStore,
  Clock,
  Digest,
  FactStore,
  GraphPort,
  LockPort,
} from '../model/ports.ts';

/** The outside worlds of the sync. */
export interface SyncPorts {
  readonly store: CalendarStore;
  readonly graph: GraphPort;
  readonly facts: Pick<FactStore, 'put' | 'remove'>;
  readonly alarms: AlarmPort;
  readonly lock: LockPort;
  readonly clock: Clock;
  readonly digest: Digest;
  /** Microsoft cloud of the account; asked at each round where it may change under way. */
  readonly cloud: string | (() => Promise<string>);
  /** `Calendars.ReadBasic`, or `Calendars.Read` once the person chose better link detection. */
  readonly scopes: () => Promise<readonly string[]>;
  /** Told after each commit, so that open pages read again. */
  readonly changed: () => void;
  /**
   * Resolves in a task of its own: what was begun before it (a request for the next page) gets out before more work is done.
   * Absent: at once.
   */
  readonly nextTask?: () => Promise<void>;
}

/** The cloud at this moment. */
export const cloudOf = ({ cloud }: Pick<SyncPorts, 'cloud'>): Promise<string> =>
  typeof cloud === 'string' ? Promise.resolve(cloud) : cloud();

/** Every 15 minutes, the alarm that asks for a round. */
export const SYNC_ALARM = 'sync';
/** The one-time alarm: end of a wait, or the watchdog of a running round. */
export const SYNC_WAIT_ALARM = 'sync-wait';
export const SYNC_EVERY_MINUTES = 15;
