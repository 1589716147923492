import { beforeEach, describe, expect, it } from 'vitest';
import type { EventRow, RunRecord, SyncRecord } from '../../../../utils/model/calendar.ts';
import type { CalendarStore } from '../../../../utils/model/ports.ts';

const HOUR = 3_600_000;
const IDLE: SyncRecord = { state: 'idle', notBefore: 0, generation: 1, longest: 3 * HOUR, revision: 1 };

function row(key: string, start: number, more: Partial<EventRow> = {}): EventRow {
  return { generation: 1, key, type: 'single', start, end: start + HOUR, ...more };
}

const RUN: RunRecord = {
  startedAt: 1,
  endedAt: 2,
  trigger: 'alarm',
  outcome: 'complete',
  pages: 1,
  requests: 1,
  added: 0,
  changed: 0,
  removed: 0,
  ignored: 0,
  bytes: 10,
  waitedMs: 0,
};

/** What every `CalendarStore` promises. One suite, each implementation. */
export function describeCalendarStore(name: string, create: () => Promise<CalendarStore>): void {
  describe(`CalendarStore: ${name}`, () => {
    let store: CalendarStore;
    beforeEach(async () => {
      store = await create();
    });

    it('begins as nobody, with nothing', async () => {
      expect(await store.load()).toEqual({ state: 'signedOut', notBefore: 0 });
      expect(await store.between(0, 10 * HOUR)).toEqual([]);
      expect(await store.runs()).toEqual([]);
    });

    it('moves rows, tombstones and record together', async () => {
      await store.commit({ record: IDLE, put: [row('a', 0), row('b', HOUR)], durability: 'strict' });
      const moved = { ...IDLE, revision: 2, events: 2 };
      await store.commit({
        record: moved,
        expect: 1,
        put: [row('c', 2 * HOUR), row('b', HOUR, { subject: 'later' })],
        remove: [
          { generation: 1, key: 'a' },
          { generation: 1, key: 'never-there' },
        ],
        durability: 'relaxed',
      });
      expect(await store.load()).toEqual(moved);
      expect(await store.keys(1)).toEqual(['b', 'c']);
      expect((await store.get(1, ['c', 'a', 'b'])).map((found) => found?.subject ?? found?.key)).toEqual([
        'c',
        undefined,
        'later',
      ]);
    });

    it('changes nothing when another writer moved on', async () => {
      await store.commit({ record: IDLE, put: [row('a', 0)], durability: 'strict' });
      const late = store.commit({
        record: { ...IDLE, revision: 9 },
        expect: 0,
        put: [row('x', 0)],
        remove: [{ generation: 1, key: 'a' }],
        dropGenerations: [1],
        durability: 'relaxed',
      });
      await expect(late).rejects.toMatchObject({ info: { code: 'superseded', who: 'cancelled' } });
      expect(await store.load()).toEqual(IDLE);
      expect(await store.keys(1)).toEqual(['a']);
    });

    it('expects revision 0 of a store without a record', async () => {
      await store.commit({ record: IDLE, expect: 0, durability: 'strict' });
      expect(await store.load()).toEqual(IDLE);
    });

    it('drops a generation whole and leaves its neighbours', async () => {
      const rows = [1, 2, 3].flatMap((generation) =>
        ['a', '', '￿￿', 'zz'].map((key, at) => row(key, at, { generation })),
      );
      await store.commit({ record: IDLE, put: rows, durability: 'strict' });
      await store.commit({ record: IDLE, dropGenerations: [2], durability: 'strict' });
      expect((await store.rows(1)).length).toBe(4);
      expect(await store.rows(2)).toEqual([]);
      expect((await store.rows(3)).length).toBe(4);
    });

    it('reads only the readable generation, and what touches the span, by start', async () => {
      const rows = [
        row('later', 9 * HOUR),
        row('running', 3 * HOUR, { end: 6 * HOUR }),
        row('over', 3 * HOUR, { end: 5 * HOUR }),
        row('inside', 6 * HOUR),
        row('at-end', 8 * HOUR),
        row('no-length', 5 * HOUR, { end: 5 * HOUR }),
        row('half-filled', 6 * HOUR, { generation: 2 }),
      ];
      await store.commit({ record: { ...IDLE, filling: 2 }, put: rows, durability: 'strict' });
      expect((await store.between(5 * HOUR, 8 * HOUR)).map(({ key }) => key)).toEqual([
        'running',
        'no-length',
        'inside',
      ]);
    });

    it('completes slim occurrences from a master outside the span, and never lists the master', async () => {
      const rows = [
        row('m', 0, { type: 'master', subject: 'Stand-up', zoom: '81234567890', zoomHost: 'zoom.us' }),
        row('o', 50 * HOUR, { type: 'occurrence', master: 'm' }),
        row('x', 51 * HOUR, { type: 'exception', master: 'm', subject: 'Moved' }),
      ];
      await store.commit({ record: IDLE, put: rows, durability: 'strict' });
      const read = await store.between(49 * HOUR, 60 * HOUR);
      expect(read.map(({ key, subject, zoom }) => [key, subject, zoom])).toEqual([
        ['o', 'Stand-up', '81234567890'],
        ['x', 'Moved', undefined],
      ]);
      expect(await store.between(0, 2 * HOUR)).toEqual([]);
    });

    it('keeps the newest fifty runs', async () => {
      for (let at = 1; at <= 53; at += 1) await store.addRun({ ...RUN, startedAt: at });
      const runs = await store.runs();
      expect(runs.length).toBe(50);
      expect([runs[0]?.startedAt, runs[49]?.startedAt]).toEqual([53, 4]);
    });

    it('forgets everything when wiped', async () => {
      await store.commit({ record: IDLE, put: [row('a', 0)], durability: 'strict' });
      await store.addRun(RUN);
      await store.wipe();
      expect(await store.load()).toEqual({ state: 'signedOut', notBefore: 0 });
      expect(await store.rows(1)).toEqual([]);
      expect(await store.runs()).toEqual([]);
    });
  });
}
