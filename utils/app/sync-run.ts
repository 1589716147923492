import { machine } from '../calendar/index.ts';
import type { Effect, SyncEvent } from '../calendar/index.ts';
import { DAY } from '../core/clock.ts';
import { SynclineError, isWorkerStopped, toErrorInfo } from '../core/errors.ts';
import type { RunRecord, SyncRecord, SyncState } from '../model/calendar.ts';
import { createAsker, troubleEvent } from './sync-graph.ts';
import { createPageReader } from './sync-page.ts';
import type { Stage, Writes } from './sync-page.ts';
import { cloudOf, SYNC_WAIT_ALARM } from './sync-ports.ts';
import type { SyncPorts } from './sync-ports.ts';
import { createSettler } from './sync-settle.ts';
import type { Tally } from './sync-tally.ts';

/** How long the stored calendar says something about today. */
const CONTENTS_GOOD_FOR = DAY;
/** Open pages hear of a long round this often, ms: each telling makes them read, and the badge be drawn, while pages are written. */
const TELL_EVERY = 500;
/** States in which nothing is under way that an alarm must bring back. */
const AT_REST: ReadonlySet<SyncState> = new Set(['signedOut', 'idle', 'needsPerson', 'suspectShrink']);

/** The record after a commit, under its new revision. */
export async function saveRecord(
  { store, clock, changed }: SyncPorts,
  from: SyncRecord,
  to: SyncRecord,
  {
    writes = {},
    drop = [],
    durability = 'strict',
    silent = false,
  }: { writes?: Writes; silent?: boolean } & Partial<Extract<Effect, { kind: 'commit' }>>,
): Promise<SyncRecord> {
  const expect = from.revision ?? 0;
  // Begins at the wall clock, so that a store that was wiped in between never reaches a number that was there before.
  const record = { ...to, revision: Math.max(expect + 1, clock.now()) };
  await store.commit({ record, expect, ...writes, dropGenerations: drop, durability });
  if (!silent) changed();
  return record;
}

/**
 * Drives the machine from one event until it asks for nothing more.
 *
 * @returns the record as it was left
 * @throws SynclineError of the store, or `superseded` when another writer moved on
 */
export async function drive(
  ports: SyncPorts,
  first: { readonly record: SyncRecord; readonly event: SyncEvent },
  trigger: RunRecord['trigger'],
  tally: Tally,
): Promise<SyncRecord> {
  const { alarms, clock, facts } = ports;
  const asker = createAsker(ports, tally);
  const pages = createPageReader(ports, asker, tally);
  const settle = createSettler(ports, asker);

  const perform = async (work: (record: SyncRecord) => Promise<Stage>, record: SyncRecord) => {
    try {
      return await work(record);
    } catch (error) {
      // A worker that is being stopped has no trouble to tell; the round goes on in the next one.
      if (isWorkerStopped(error)) throw error;
      // The store's own troubles end the run; the service tells the machine.
      if (error instanceof SynclineError && error.info.code.startsWith('db-')) throw error;
      return { event: troubleEvent(toErrorInfo(error), clock.now()), writes: {} };
    }
  };

  let { record } = first;
  let stage: Stage | null = { event: first.event, writes: {} };
  let wakes = false;
  let told = -Infinity;
  while (stage) {
    const { event, writes }: Stage = stage;
    const step = machine(record, event);
    stage = null;
    for (const [at, effect] of step.effects.entries()) {
      switch (effect.kind) {
        case 'commit': {
          const next = step.effects[at + 1]?.kind;
          if (next === 'fetch' || next === 'settle') await asker.watch();
          const silent = step.record.state === record.state && clock.monotonic() - told < TELL_EVERY;
          if (!silent) told = clock.monotonic();
          const saving = saveRecord(ports, record, step.record, {
            ...effect,
            writes: effect.rows ? writes : {},
            silent,
          });
          const { cursor, mode = 'delta' } = step.record;
          if (cursor && next === 'fetch') void pages.begin(cursor, mode);
          record = await saving;
          break;
        }
        case 'fetch':
          stage = await perform(pages.read, record);
          break;
        case 'settle':
          stage = await perform(settle, record);
          break;
        case 'again':
          stage = {
            event: { type: 'run', now: clock.now(), trigger, cloud: await cloudOf(ports) },
            writes: {},
          };
          break;
        case 'wake':
          wakes = true;
          await alarms.ensure(SYNC_WAIT_ALARM, { at: effect.at });
          break;
        case 'report':
          await facts.put('calendar/contents', {
            value: {
              events: effect.events,
              windowStart: effect.window.start,
              windowEnd: effect.window.end,
            },
            source: 'microsoft-graph',
            observedAt: clock.now(),
            goodFor: CONTENTS_GOOD_FOR,
          });
          break;
      }
    }
  }
  // An event that changed nothing leaves the alarm of an open round or of a wait as it was.
  if (!wakes && AT_REST.has(record.state)) await alarms.clear(SYNC_WAIT_ALARM);
  return record;
}
