import { machine } from '../calendar/index.ts';
import type { Effect, SyncEvent } from '../calendar/index.ts';
import { DAY } from '../core/clock.ts';
import { SynclineError, toErrorInfo } from '../core/errors.ts';
import type { RunRecord, SyncRecord } from '../model/calendar.ts';
import { createAsker, troubleEvent } from './sync-graph.ts';
import { createPageReader } from './sync-page.ts';
import type { Stage, Writes } from './sync-page.ts';
import { SYNC_WAIT_ALARM } from './sync-ports.ts';
import type { SyncPorts } from './sync-ports.ts';
import { createSettler } from './sync-settle.ts';
import type { Tally } from './sync-tally.ts';

/** How long the stored calendar says something about today. */
const CONTENTS_GOOD_FOR = DAY;

/** The record after a commit, under its new revision. */
export async function saveRecord(
  { store, clock, changed }: SyncPorts,
  from: SyncRecord,
  to: SyncRecord,
  {
    writes = {},
    drop = [],
    durability = 'strict',
  }: { writes?: Writes } & Partial<Extract<Effect, { kind: 'commit' }>>,
): Promise<SyncRecord> {
  const expect = from.revision ?? 0;
  // Begins at the wall clock, so that a store that was wiped in between never reaches a number that was there before.
  const record = { ...to, revision: Math.max(expect + 1, clock.now()) };
  await store.commit({ record, expect, ...writes, dropGenerations: drop, durability });
  changed();
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
  const { alarms, clock, facts, cloud } = ports;
  const asker = createAsker(ports, tally);
  const readPage = createPageReader(ports, asker, tally);
  const settle = createSettler(ports, asker);

  const perform = async (work: (record: SyncRecord) => Promise<Stage>, record: SyncRecord) => {
    try {
      return await work(record);
    } catch (error) {
      // The store's own troubles cannot be stored: they end the run.
      if (error instanceof SynclineError && error.info.code.startsWith('db-')) throw error;
      return { event: troubleEvent(toErrorInfo(error), clock.now()), writes: {} };
    }
  };

  let { record } = first;
  let stage: Stage | null = { event: first.event, writes: {} };
  let wakes = false;
  while (stage) {
    const { event, writes }: Stage = stage;
    const step = machine(record, event);
    stage = null;
    for (const [at, effect] of step.effects.entries()) {
      switch (effect.kind) {
        case 'commit': {
          const next = step.effects[at + 1]?.kind;
          if (next === 'fetch' || next === 'settle') await asker.watch();
          const saving = saveRecord(ports, record, step.record, {
            ...effect,
            writes: effect.rows ? writes : {},
          });
          const { cursor, mode = 'delta' } = step.record;
          if (cursor && next === 'fetch') asker.askAhead(cursor.link, mode);
          record = await saving;
          break;
        }
        case 'fetch':
          stage = await perform(readPage, record);
          break;
        case 'settle':
          stage = await perform(settle, record);
          break;
        case 'again':
          stage = { event: { type: 'run', now: clock.now(), trigger, cloud }, writes: {} };
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
  if (!wakes) await alarms.clear(SYNC_WAIT_ALARM);
  return record;
}
