import { machine } from '../calendar/index.ts';
import type { SyncEvent } from '../calendar/index.ts';
import { isWorkerStopped, toErrorInfo } from '../core/errors.ts';
import type { ErrorInfo } from '../core/errors.ts';
import { heldUntil } from '../model/calendar.ts';
import type { RunRecord, SyncRecord, SyncState } from '../model/calendar.ts';
import type { SyncResult } from '../model/messages.ts';
import { cloudOf, SYNC_ALARM, SYNC_EVERY_MINUTES, SYNC_WAIT_ALARM } from './sync-ports.ts';
import type { SyncPorts } from './sync-ports.ts';
import { troubleEvent } from './sync-graph.ts';
import { drive, saveRecord } from './sync-run.ts';
import { createTally } from './sync-tally.ts';

/** Keeps the stored calendar true. One round at a time, among all contexts of the extension. */
export interface SyncService {
  /** One round, or what is left of it. Already running is a success: the answer is that run's. */
  run(trigger: RunRecord['trigger']): Promise<SyncResult>;
  /** At every start of the worker: sets missing alarms, goes on with a round that a kill cut off. */
  wake(): Promise<void>;
  status(): Promise<{ readonly record: SyncRecord; readonly running: boolean }>;
  /** The person says that a calendar that shrank so much is right. */
  confirmShrink(): Promise<SyncResult>;
  /** Another account finds nothing of the last one. Does not sync: `run('sign-in')` does, when the calendar may be read. */
  signedIn(account: { readonly id: string }): Promise<void>;
  /** Drops every row and the alarms; a run that is under way ends without another write. */
  signedOut(): Promise<void>;
}

/** Commits beside a running round meet its revision at most a page at a time. */
const TELL_ATTEMPTS = 5;

/** The service over its ports; holds nothing that may not be lost. */
export function createSyncService(ports: SyncPorts): SyncService {
  const { store, alarms, clock, lock, facts } = ports;
  let running: Promise<SyncResult> | null = null;

  const single = (trigger: RunRecord['trigger'], event: () => Promise<SyncEvent>): Promise<SyncResult> => {
    running ??= locked(trigger, event).finally(() => {
      running = null;
    });
    return running;
  };

  const locked = async (
    trigger: RunRecord['trigger'],
    event: () => Promise<SyncEvent>,
  ): Promise<SyncResult> => {
    let result: SyncResult = { ok: true };
    await lock.ifFree('sync', async () => {
      result = await round(trigger, event);
    });
    return result;
  };

  const round = async (
    trigger: RunRecord['trigger'],
    makeEvent: () => Promise<SyncEvent>,
  ): Promise<SyncResult> => {
    const tally = createTally(trigger, clock.now());
    try {
      const event = await makeEvent();
      const record = await store.load();
      const last = await drive(ports, { record, event }, trigger, tally);
      if (tally.counts.requests > 0) await store.addRun(tally.end(clock.now(), last, null));
      // An alarm that still rings for nobody: a sign-out was cut short after its commit.
      if (last.state === 'signedOut') await leave();
      return resultOf(last, clock.now());
    } catch (thrown) {
      // The round stays as it is stored: the next start of the worker goes on with it.
      if (isWorkerStopped(thrown)) return { ok: false, error: { code: 'worker-stopped', who: 'wait' } };
      const error = toErrorInfo(thrown);
      if (error.code !== 'superseded') {
        await note(trigger, error);
        return { ok: false, error };
      }
      // Another writer moved on: its state is the truth now, and no failure of this one.
      const last = await store.load();
      // After a sign-out nothing of the run is left, its record neither.
      if (tally.counts.requests > 0 && last.state !== 'signedOut')
        await store.addRun(tally.end(clock.now(), last, error));
      return resultOf(last, clock.now());
    }
  };

  /**
   * What the store refused or what broke in mid-run, told to the machine: a store that takes no more rows may still take a record,
   * and a round left open would be asked again every minute. Where not even that goes, the caller's error says it.
   */
  const note = async (trigger: RunRecord['trigger'], error: ErrorInfo): Promise<void> => {
    const noted = async () =>
      drive(
        ports,
        { record: await store.load(), event: troubleEvent(error, clock.now()) },
        trigger,
        createTally(trigger, clock.now()),
      );
    await noted().catch(() => undefined); // the first error is the one that counts
  };

  /** Whoever signs in or out may begin with an empty calendar where the stored one can no longer be read. */
  const loadOrWipe = async (): Promise<SyncRecord> => {
    try {
      return await store.load();
    } catch (error) {
      if (toErrorInfo(error).code !== 'db-corrupt') throw error;
      await store.wipe();
      return store.load();
    }
  };

  // The alarm goes last: until then it brings back what a kill cut off.
  const leave = async (): Promise<void> => {
    await facts.remove(['calendar/contents']);
    await alarms.clear(SYNC_WAIT_ALARM);
    await alarms.clear(SYNC_ALARM);
  };

  const tell = async (event: SyncEvent): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const record = await loadOrWipe();
      const step = machine(record, event);
      if (step.record === record) return;
      const commit = step.effects.find((effect) => effect.kind === 'commit');
      try {
        await saveRecord(ports, record, step.record, commit ?? {});
        return;
      } catch (error) {
        if (toErrorInfo(error).code !== 'superseded' || attempt === TELL_ATTEMPTS) throw error;
      }
    }
  };

  const run = async (trigger: RunRecord['trigger']): Promise<SyncResult> => {
    // A run from before the sign-in or the new policy knows nothing of it: this one comes after, not along.
    if (trigger === 'sign-in' || trigger === 'policy') await running;
    return single(trigger, async () => ({
      type: 'run',
      now: clock.now(),
      trigger,
      cloud: await cloudOf(ports),
    }));
  };

  return {
    run,
    async wake() {
      const record = await store.load();
      if (record.state === 'signedOut') return;
      await alarms.ensure(SYNC_ALARM, { everyMinutes: SYNC_EVERY_MINUTES });
      if (record.state === 'fetching') await run('start');
      else if (waitsByItself(record)) {
        const until = heldUntil(record, clock.now());
        if (until !== null) await alarms.ensure(SYNC_WAIT_ALARM, { at: until });
        else await run('alarm');
      }
    },
    async status() {
      return { record: await store.load(), running: running !== null };
    },
    async confirmShrink() {
      await running;
      return single('person', async () => ({ type: 'confirmShrink', now: clock.now() }));
    },
    async signedIn({ id }) {
      await tell({ type: 'signedIn', now: clock.now(), account: id });
      await alarms.ensure(SYNC_ALARM, { everyMinutes: SYNC_EVERY_MINUTES });
    },
    async signedOut() {
      await tell({ type: 'signedOut', now: clock.now() });
      await leave();
    },
  };
}

function waitsByItself({ state }: SyncRecord): boolean {
  return state === 'coolingDown' || state === 'needsResync' || state === 'failed';
}

const RESTING: Readonly<Record<SyncState, ErrorInfo | null>> = {
  idle: null,
  fetching: null,
  signedOut: { code: 'signed-out', who: 'person' },
  suspectShrink: { code: 'suspect-shrink', who: 'person' },
  coolingDown: { code: 'told-to-wait', who: 'wait' },
  needsPerson: { code: 'needs-person', who: 'person' },
  needsResync: { code: 'needs-resync', who: 'resync' },
  failed: { code: 'failed', who: 'bug' },
};

function resultOf(record: SyncRecord, now: number): SyncResult {
  const { state } = record;
  const notBefore = heldUntil(record, now);
  const known = RESTING[state];
  const error = known && state !== 'suspectShrink' ? (record.error ?? known) : known;
  if (notBefore !== null && state !== 'signedOut')
    return { ok: false, error: { ...(error ?? { code: 'told-to-wait' }), who: 'wait', notBefore } };
  return error ? { ok: false, error } : { ok: true };
}
