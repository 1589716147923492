import type { Clock } from '../core/clock.ts';
import type { Cursor, EventRow, RunRecord, SyncRecord } from './calendar.ts';
import type { CloudId } from './clouds.ts';
import type { Fact, FactBook, FactKey, FactValues } from './facts.ts';
import type { ConnectionConfig, MessageMap, MessageName } from './messages.ts';
import type { NotifyRecord } from './notify.ts';
import type { BaselineProfile, PolicyReading } from './policy.ts';
import type { PageId, SettingId, TaughtLocator } from './settings.ts';
import type { Snapshot } from './snapshots.ts';

export type { Clock };

/** Delegated sign-in; tokens never leave the worker (DESIGN 3.3). Every rejection is a `SynclineError`. */
export interface AuthPort {
  /**
   * An access token for the scopes; `interactive` only from a person's act. `claims` answers one challenge of Graph;
   * `refresh` skips the cached token, after Graph refused it; `choose`, with `interactive`, asks for the account anew.
   */
  token(
    scopes: readonly string[],
    options: { interactive: boolean; claims?: string; refresh?: true; choose?: true },
  ): Promise<string>;
  /** Who is signed in; `null` when nobody is. */
  account(): Promise<{ readonly id: string; readonly username: string; readonly tenantId: string } | null>;
  signOut(): Promise<void>;
}

/** One Graph answer, parsed; the host of `url` was checked. Every rejection is a `SynclineError`. */
export interface GraphPort {
  get(
    url: string,
    options: {
      scopes: readonly string[];
      prefer?: string;
      /** Questions of one `run` share their token for a while: who was signed in when it began is who is asked about. */
      run?: object;
      /** The directory's own index, which answers counts and searches a moment late. */
      consistency?: 'eventual';
    },
  ): Promise<{
    readonly body: unknown;
    readonly bytes: number;
    /** Requests made, repeats included; 1 when absent. */
    readonly requests?: number;
    /** ms waited in place because the server asked for it */
    readonly waitedMs?: number;
  }>;
}

/** One holder of a name among all contexts of the extension (`navigator.locks`). */
export interface LockPort {
  /** Runs the work while holding the name and gives true; gives false at once, without running it, when somebody else holds it. */
  ifFree(name: string, work: () => Promise<void>): Promise<boolean>;
}

/** Short fingerprint of an id: 22 characters, base64url of SHA-256 cut to 128 bits. */
export type Digest = (text: string) => Promise<string>;

/** The calendar's durable half. Each method is one transaction: all of it or nothing. */
export interface CalendarStore {
  load(): Promise<SyncRecord>;
  /**
   * Rows, tombstones and the record move together; `strict` for the commit that ends a round. With `expect`, rejects with
   * code `superseded` and changes nothing when the stored record's revision (0 without one) is another: somebody else moved on.
   */
  commit(change: {
    readonly record: SyncRecord;
    readonly expect?: number;
    readonly put?: readonly EventRow[];
    readonly remove?: readonly { readonly generation: number; readonly key: string }[];
    readonly dropGenerations?: readonly number[];
    readonly durability: 'strict' | 'relaxed';
  }): Promise<void>;
  /** Events of the readable generation that touch the span, by start; series masters joined into their occurrences, never listed. */
  between(start: number, end: number): Promise<readonly EventRow[]>;
  rows(generation: number): Promise<readonly EventRow[]>;
  keys(generation: number): Promise<readonly string[]>;
  get(generation: number, keys: readonly string[]): Promise<readonly (EventRow | undefined)[]>;
  addRun(run: RunRecord): Promise<void>;
  /** Newest first, 50 at most. */
  runs(): Promise<readonly RunRecord[]>;
  wipe(): Promise<void>;
}

export interface FactStore {
  book(): Promise<FactBook>;
  /** `row` goes into the history in the same step, unless the newest of its page and scope shows the same. */
  put<Key extends FactKey>(key: Key, fact: Fact<FactValues[Key]>, row?: Snapshot): Promise<void>;
  remove(keys: readonly FactKey[]): Promise<void>;
  /** Dated history, one row a change of what was seen. */
  addSnapshot(snapshot: Snapshot): Promise<void>;
  /** The newest row of this page in this scope; `null` when there is none. */
  lastSnapshot(
    page: Snapshot['page'],
    scope: string | undefined,
  ): Promise<Pick<Snapshot, 'settings' | 'held'> | null>;
  wipe(): Promise<void>;
}

/** One named alarm; setting one that is already due at the same time changes nothing. */
export interface AlarmPort {
  /** Creates the alarm only when missing or different (models.md 4.2). */
  ensure(name: string, when: { readonly at?: number; readonly everyMinutes?: number }): Promise<void>;
  clear(name: string): Promise<void>;
}

export interface BadgePort {
  show(badge: 'none' | 'needs-you' | 'broken' | 'stale', title: string): Promise<void>;
}

export interface ConfigPort {
  connection(): Promise<ConnectionConfig>;
  /** An absent cloud is the global one. */
  saveConnection(value: {
    readonly clientId: string | null;
    readonly tenant: string;
    readonly cloud?: CloudId;
  }): Promise<void>;
  onChanged(listener: () => void): void;
}

/**
 * Managed policy. "Could not be read" rejects, with code `policy-unreadable`, or `policy-unanswered` when the browser did not say
 * in time; no policy is an empty reading.
 */
export interface PolicyPort {
  read(): Promise<PolicyReading>;
  onChanged(listener: () => void): void;
}

/** The browser's notifications; one of ours at a time. */
export interface NotificationPort {
  /** Whether the person lets us. */
  allowed(): Promise<boolean>;
  show(notice: { readonly title: string; readonly message: string; readonly context: string }): Promise<void>;
  clear(): Promise<void>;
}

/** The one trouble people may have been told of. */
export interface NotifyStore {
  read(): Promise<NotifyRecord | null>;
  write(record: NotifyRecord | null): Promise<void>;
}

/** What a person chose: hidden notes by key, rule books followed. */
export interface PreferencesPort {
  hiddenNotes(): Promise<readonly string[]>;
  hideNotes(keys: readonly string[]): Promise<void>;
  showAllNotes(): Promise<void>;
  showNote(key: string): Promise<void>;
  baselines(): Promise<readonly BaselineProfile[]>;
  chooseBaselines(profiles: readonly BaselineProfile[]): Promise<void>;
  wipe(): Promise<void>;
}

/** Controls people pointed out, kept in this browser. */
export interface TaughtPort {
  read(): Promise<TaughtBook>;
  write(book: TaughtBook): Promise<void>;
}

export interface TaughtBook {
  readonly locators: readonly TaughtLocator[];
  /** Those that no longer fitted their page and were dropped, until somebody has read it. */
  readonly dropped: readonly { readonly setting: SettingId; readonly page: PageId; readonly at: number }[];
}

/** What the browser keeps for the extension beside the database: storage.local, storage.session, alarms. */
export interface ErasePort {
  everything(): Promise<void>;
}

/** Bounded log of codes and counts; never rejects, holds nothing personal. */
export type LogPort = (code: string, count?: number) => Promise<void>;

export type Send = <Name extends MessageName>(
  name: Name,
  ...request: MessageMap[Name]['request'] extends undefined ? [] : [MessageMap[Name]['request']]
) => Promise<MessageMap[Name]['response']>;

export type { Cursor };
