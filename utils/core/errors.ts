/** Who has to act before the same attempt can succeed (DESIGN 3.3). */
export type Who = 'wait' | 'person' | 'resync' | 'blocked' | 'bug' | 'cancelled';

/** The part of an error that may be stored, shown and copied: never a name, an address or a token. */
export interface ErrorInfo {
  /** Stable machine word, e.g. `AADSTS90094`, `http-503`, `not-json`. */
  readonly code: string;
  readonly who: Who;
  /** Earliest moment of the next attempt, ms since the epoch; only with `who: 'wait'`. */
  readonly notBefore?: number;
  /** The raw code or status of the other side, to copy. */
  readonly raw?: string;
}

/** Every error that crosses a border of the house: a foreign error translated, its cause kept. */
export class SynclineError extends Error {
  override readonly name = 'SynclineError';
  readonly info: ErrorInfo;

  constructor(info: ErrorInfo, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.info = info;
  }
}

/** The storable part of anything thrown; an error nobody translated is a bug of ours. */
export function toErrorInfo(error: unknown): ErrorInfo {
  if (error instanceof SynclineError) return error.info;
  const name = error instanceof Error ? error.name : typeof error;
  return { code: 'unexpected', who: 'bug', raw: name };
}

/** What Chromium 156 rejects calls of extension APIs with while it stops the worker that makes them (seen 2026-11-23). */
const STOPPED = /^(?:No SW|Extension context invalidated\.?)$/;

/** Whether an error, or what caused it, says no more than that this worker is being stopped: nothing went wrong, and nobody may store it. */
export function isWorkerStopped(error: unknown): boolean {
  let at = error;
  for (let depth = 0; depth < 5 && at instanceof Error; depth += 1) {
    if (STOPPED.test(at.message)) return true;
    at = at.cause;
  }
  return false;
}
