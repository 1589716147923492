import { DAY, HOUR, MINUTE } from '../core/clock.ts';
import type { RunRecord } from '../model/calendar.ts';
import type { HistoryBar, SyncHistoryView } from '../model/health.ts';
import type { Message } from '../model/words.ts';

const SLOT = 30 * MINUTE;
const SLOTS = 48;
/** Runs the store keeps (DESIGN 3.4): a full ring has forgotten what came before it. */
const RING = 50;

const failedRun = (run: RunRecord) => run.outcome === 'failed' || run.outcome === 'needs-person';

/** How far back the drawing goes, ms: a day, less when the ring is full, more when the last run is older than that. */
function spanOf(runs: readonly RunRecord[], now: number): number {
  const newest = runs[0];
  const oldest = runs.at(-1);
  if (!newest || !oldest) return DAY;
  const sinceNewest = now - newest.endedAt;
  if (sinceNewest > DAY) return Math.ceil((sinceNewest + DAY / 2) / DAY) * DAY;
  if (runs.length < RING) return DAY;
  return Math.min(DAY, Math.max(HOUR, Math.floor((now - oldest.startedAt) / HOUR) * HOUR));
}

function barOf(runs: readonly RunRecord[]): HistoryBar {
  if (runs.length === 0) return { kind: 'idle', height: 0 };
  if (runs.some(failedRun)) return { kind: 'failed', height: 1 };
  if (runs.every((run) => run.outcome === 'waiting')) return { kind: 'waited', height: 0.5 };
  const changes = runs.reduce((sum, run) => sum + run.added + run.changed + run.removed, 0);
  // A first fill must not flatten every later bar: the height grows with the digits of the number.
  return { kind: 'fine', height: Math.min(1, 0.3 + 0.25 * Math.log10(1 + changes)) };
}

function sentences(runs: readonly RunRecord[]): Message[] {
  const failed = runs.filter(failedRun).length;
  const waited = runs.filter((run) => run.outcome === 'waiting').length;
  const fine = runs.length - failed - waited;
  return [
    { key: 'history_fine', params: { fine, all: runs.length } },
    ...(failed > 0 ? [{ key: 'history_failed', params: { count: failed } } as const] : []),
    ...(waited > 0 ? [{ key: 'history_waited', params: { count: waited } } as const] : []),
  ];
}

/**
 * The last runs as bars, oldest first, and as a sentence. `null` before the first run.
 *
 * @param runs newest first
 * @param now ms since the epoch
 */
export function syncHistory(runs: readonly RunRecord[], now: number): SyncHistoryView | null {
  const newest = runs[0];
  if (!newest) return null;
  const span = spanOf(runs, now);
  const slot = Math.max(SLOT, span / SLOTS);
  const count = Math.round(span / slot);
  const shown = runs.filter((run) => now - run.startedAt <= span);
  const bars = Array.from({ length: count }, (_, at) => {
    const from = now - span + at * slot;
    return barOf(
      shown.filter((run) => run.endedAt >= from && (run.endedAt < from + slot || at === count - 1)),
    );
  });
  const lastRun: Message = {
    key: 'history_last_run',
    params: { moment: { at: newest.endedAt, style: 'date-time' } },
  };
  return {
    title:
      span > DAY
        ? { key: 'history_days', params: { days: span / DAY } }
        : { key: 'history_hours', params: { hours: Math.round(span / HOUR) } },
    sentences: span > DAY ? [lastRun] : sentences(shown),
    bars,
  };
}
