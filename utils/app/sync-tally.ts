import type { ErrorInfo } from '../core/errors.ts';
import type { RunRecord, SyncRecord, SyncState } from '../model/calendar.ts';
import type { Plan } from '../calendar/index.ts';

type Counts = Omit<RunRecord, 'startedAt' | 'endedAt' | 'trigger' | 'outcome' | 'error'>;

const OUTCOME: Readonly<Record<SyncState, RunRecord['outcome']>> = {
  idle: 'complete',
  coolingDown: 'waiting',
  needsPerson: 'needs-person',
  needsResync: 'resync',
  suspectShrink: 'shrink',
  failed: 'failed',
  fetching: 'superseded',
  signedOut: 'superseded',
};

/** Counts of one run, for its wide record. */
export function createTally(trigger: RunRecord['trigger'], startedAt: number) {
  const counts = {
    pages: 0,
    requests: 0,
    added: 0,
    changed: 0,
    removed: 0,
    ignored: 0,
    bytes: 0,
    waitedMs: 0,
  };
  return {
    counts: counts as Counts,
    answer({ bytes, requests = 1, waitedMs = 0 }: { bytes: number; requests?: number; waitedMs?: number }) {
      counts.bytes += bytes;
      counts.requests += requests;
      counts.waitedMs += waitedMs;
    },
    refused() {
      counts.requests += 1;
    },
    page(plan: Plan) {
      counts.pages += 1;
      counts.added += plan.added;
      counts.changed += plan.changed;
      counts.removed += plan.remove.length;
      counts.ignored += plan.ignored;
    },
    /** The run's record, from how it left the store or from the error that ended it. */
    end(endedAt: number, last: SyncRecord, thrown: ErrorInfo | null): RunRecord {
      const error = thrown ?? last.error;
      const outcome = thrown ? (thrown.code === 'superseded' ? 'superseded' : 'failed') : OUTCOME[last.state];
      return {
        startedAt,
        endedAt,
        trigger,
        outcome,
        ...counts,
        ...(error && outcome !== 'complete' ? { error } : {}),
      };
    },
  };
}

export type Tally = ReturnType<typeof createTally>;
