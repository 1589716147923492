import { preferFor } from '../calendar/index.ts';
import type { SyncEvent } from '../calendar/index.ts';
import type { ErrorInfo } from '../core/errors.ts';
import type { ReadMode } from '../model/calendar.ts';
import { SYNC_WAIT_ALARM } from './sync-ports.ts';
import type { SyncPorts } from './sync-ports.ts';
import type { Tally } from './sync-tally.ts';

/** How long after the last request a killed worker is woken again; alarms under 30 s are not kept. */
const WATCHDOG_MS = 60_000;
/** A call of the alarms API also resets the browser's 30 s idle stop, which requests and transactions do not. */
const BEAT_MS = 10_000;

export type Answer = Awaited<ReturnType<SyncPorts['graph']['get']>>;

/** Graph as one run asks it: counted, and with the watchdog set before each request. */
export function createAsker({ graph, alarms, clock, scopes }: SyncPorts, tally: Tally) {
  const run = {};
  let beat = -Infinity;
  const watch = async (): Promise<void> => {
    if (clock.monotonic() - beat < BEAT_MS) return;
    beat = clock.monotonic();
    await alarms.ensure(SYNC_WAIT_ALARM, { at: clock.now() + WATCHDOG_MS });
  };
  const ask = async (link: string, mode: ReadMode): Promise<Answer> => {
    await watch();
    try {
      const answer = await graph.get(link, { scopes: await scopes(), prefer: preferFor(mode), run });
      tally.answer(answer);
      return answer;
    } catch (error) {
      tally.refused();
      throw error;
    }
  };
  return {
    /** Sets the alarm that brings a killed round back; before the round is stored as open. */
    watch,
    ask,
  };
}

export type Asker = ReturnType<typeof createAsker>;

const EVENT_FOR = {
  wait: 'wait',
  resync: 'gone',
  person: 'person',
  blocked: 'person',
  cancelled: 'person',
  bug: 'broken',
} as const satisfies Record<ErrorInfo['who'], SyncEvent['type']>;

/** The machine's event for an error, by who must act. */
export function troubleEvent(error: ErrorInfo, now: number): SyncEvent {
  return { type: EVENT_FOR[error.who], error, now };
}
