import { joinSeries, mastersNamed } from '../../../../utils/calendar/index.ts';
import { SynclineError } from '../../../../utils/core/errors.ts';
import type { EventRow, RunRecord, SyncRecord } from '../../../../utils/model/calendar.ts';
import type { CalendarStore } from '../../../../utils/model/ports.ts';

/** The executable definition of a right `CalendarStore`; the contract suite runs against it and against IndexedDB. */
export function createMemoryStore(): CalendarStore {
  let record: SyncRecord = { state: 'signedOut', notBefore: 0 };
  let events = new Map<string, EventRow>();
  let runs: RunRecord[] = [];
  const at = (generation: number, key: string) => `${generation}/${key}`;
  const of = (generation: number) =>
    [...events.values()]
      .filter((row) => row.generation === generation)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    load: async () => record,
    async commit({ record: next, expect, put = [], remove = [], dropGenerations = [] }) {
      if (expect !== undefined && expect !== (record.revision ?? 0))
        throw new SynclineError({ code: 'superseded', who: 'cancelled' }, 'another writer moved on');
      for (const row of events.values())
        if (dropGenerations.includes(row.generation)) events.delete(at(row.generation, row.key));
      for (const { generation, key } of remove) events.delete(at(generation, key));
      for (const row of put) events.set(at(row.generation, row.key), structuredClone(row));
      record = structuredClone(next);
    },
    async between(start, end) {
      if (record.generation === undefined) return [];
      const all = of(record.generation);
      const near = all
        .filter((row) => row.start < end && (row.end > start || row.start >= start))
        .sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1));
      const wanted = new Set(mastersNamed(near));
      return joinSeries(near, new Map(all.filter((row) => wanted.has(row.key)).map((row) => [row.key, row])));
    },
    rows: async (generation) => of(generation),
    keys: async (generation) => of(generation).map((row) => row.key),
    get: async (generation, keys) => keys.map((key) => events.get(at(generation, key))),
    async addRun(run) {
      runs = [run, ...runs].slice(0, 50);
    },
    runs: async () => runs,
    async wipe() {
      record = { state: 'signedOut', notBefore: 0 };
      events = new Map();
      runs = [];
    },
  };
}
