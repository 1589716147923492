import { masterLink, parseMaster, sameRow, suspectShrink } from '../calendar/index.ts';
import { SynclineError } from '../core/errors.ts';
import { findZoomLink } from '../meetings/index.ts';
import type { EventRow, SyncRecord } from '../model/calendar.ts';
import type { Asker } from './sync-graph.ts';
import type { Stage } from './sync-page.ts';
import type { SyncPorts } from './sync-ports.ts';

/** The end of a round: one missing master at a time, then the brake's weighing. */
export function createSettler({ store, digest, clock }: SyncPorts, asker: Asker) {
  // Read once a round: an answer about one master changes nothing that matters for another.
  let known: { readonly generation: number; readonly rows: readonly EventRow[] } | null = null;

  return async (record: SyncRecord): Promise<Stage> => {
    const generation = record.filling ?? record.generation ?? 0;
    const pending = record.pendingMasters ?? [];
    if (pending.length === 0) return settled(record);

    if (known?.generation !== generation) known = { generation, rows: await store.rows(generation) };
    const { rows } = known;
    const held = new Map(rows.map((row) => [row.key, row]));
    const named = new Set(rows.map((row) => row.master));
    const keyed = await Promise.all(pending.map(async (id) => ({ id, key: await digest(id) })));
    const wanted = keyed.find(({ key }) => named.has(key));
    // A master that no event names any more goes; most were never here.
    if (!wanted) return answered(pending, 0, { remove: tombs(keyed.filter(({ key }) => held.has(key))) });

    const master = await askMaster(record, wanted, generation);
    const before = held.get(wanted.key);
    if (master) return answered([wanted.id], 0, before && sameRow(before, master) ? {} : { put: [master] });
    const events = rows.filter((row) => row.master === wanted.key);
    return answered([wanted.id], -events.length, { remove: tombs(before ? [...events, before] : events) });

    function tombs(gone: readonly { readonly key: string }[]) {
      return gone.map(({ key }) => ({ generation, key }));
    }
  };

  function answered(ids: readonly string[], gained: number, writes: Stage['writes']): Stage {
    return { event: { type: 'master', now: clock.now(), ids, gained }, writes };
  }

  /** `null`: the series is gone, and its occurrences with it (microsoft.md A.4). */
  async function askMaster(
    { cursor, mode = 'delta' }: SyncRecord,
    { id, key }: { readonly id: string; readonly key: string },
    generation: number,
  ): Promise<EventRow | null> {
    const cloud = cursor?.cloud ?? '';
    try {
      const { body } = await asker.ask(masterLink(cloud, id), mode);
      const item = parseMaster(body, findZoomLink);
      // No event at all: somebody else spoke in Graph's place. An event with odd times still answers, or we would ask for ever.
      if (item.kind === 'gone' || (item.kind === 'odd' && item.reason === 'shape'))
        throw new SynclineError({ code: 'bad-page', who: 'wait' }, 'not an event');
      const row = item.kind === 'row' ? item.row : { start: 0, end: 0 };
      return { generation, key, ...row, type: 'master' };
    } catch (error) {
      if (error instanceof SynclineError && error.info.code === 'not-found') return null;
      throw error;
    }
  }

  async function settled({ filling, generation, cursor }: SyncRecord): Promise<Stage> {
    const now = clock.now();
    if (filling === undefined || generation === undefined || !cursor)
      return { event: { type: 'settled', now, shrink: null }, writes: {} };
    const kept = new Set(await store.keys(filling));
    const shrink = suspectShrink(await store.rows(generation), (key) => kept.has(key), cursor.window);
    return { event: { type: 'settled', now, shrink }, writes: {} };
  }
}
