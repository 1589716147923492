import { SynclineError } from '../../core/errors.ts';
import type { ErrorInfo } from '../../core/errors.ts';

// By DOMException name, as the browsers throw them. Who acts: the person frees space or closes a tab; a newer database needs the
// newer build back; a private window of Firefox has no database at all.
const BY_NAME: Readonly<Record<string, Pick<ErrorInfo, 'code' | 'who'>>> = {
  QuotaExceededError: { code: 'db-quota', who: 'person' },
  VersionError: { code: 'db-newer', who: 'blocked' },
  SecurityError: { code: 'db-unavailable', who: 'blocked' },
  UnknownError: { code: 'db-unavailable', who: 'wait' },
  InvalidStateError: { code: 'db-terminated', who: 'wait' },
  AbortError: { code: 'db-aborted', who: 'wait' },
  DataCloneError: { code: 'db-shape', who: 'bug' },
  DataError: { code: 'db-shape', who: 'bug' },
  ConstraintError: { code: 'db-shape', who: 'bug' },
  NotFoundError: { code: 'db-shape', who: 'bug' },
};

/** Anything thrown by IndexedDB as a named error with its cause; one of ours passes unchanged. */
export function databaseError(cause: unknown): SynclineError {
  if (cause instanceof SynclineError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : typeof cause;
  const known = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  const { code, who } = known ?? { code: 'db-failed', who: 'bug' as const };
  return new SynclineError({ code, who, raw: name }, `IndexedDB: ${name}`, { cause });
}

/**
 * What went wrong in opening. A window that may keep nothing says so by other names than later uses do: Firefox's private windows
 * refuse with InvalidStateError (before 115), and where storage is switched off there is no `indexedDB` to name.
 */
export function openingError(cause: unknown): SynclineError {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (!['InvalidStateError', 'ReferenceError', 'TypeError'].includes(name)) return databaseError(cause);
  return new SynclineError({ code: 'db-unavailable', who: 'blocked', raw: name }, `IndexedDB: ${name}`, {
    cause,
  });
}

/** A record that no version of this product wrote: reading it as nothing would forget a calendar without a word. */
export function databaseCorrupt(): SynclineError {
  return new SynclineError(
    { code: 'db-corrupt', who: 'bug' },
    'IndexedDB: the stored record has a foreign shape',
  );
}

/** The database is of an earlier build: the worker has not migrated it yet. */
export function databaseOutdated(): SynclineError {
  return new SynclineError(
    { code: 'db-outdated', who: 'wait' },
    'IndexedDB: the database waits for the worker to migrate it',
  );
}

/** The upgrade waits for another tab that holds the old version open. */
export function databaseBlocked(): SynclineError {
  return new SynclineError(
    { code: 'db-blocked', who: 'person' },
    'IndexedDB: another page of the extension holds the old version',
  );
}
