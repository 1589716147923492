import { describe, expect, it } from 'vitest';
import { idsOf, joinSeries, planPage, suspectShrink } from '../../../utils/calendar/index.ts';
import type { Item } from '../../../utils/calendar/index.ts';
import type { EventRow } from '../../../utils/model/calendar.ts';

const HOUR = 3_600_000;
const item = (id: string, row: Partial<EventRow> = {}, masterId?: string): Item => ({
  kind: 'row',
  id,
  row: { type: 'single', start: 0, end: HOUR, ...row },
  ...(masterId === undefined ? {} : { masterId }),
});
const gone = (id: string): Item => ({ kind: 'gone', id });
const held = (key: string, row: Partial<EventRow> = {}): EventRow => ({
  generation: 1,
  key,
  type: 'single',
  start: 0,
  end: HOUR,
  ...row,
});

function plan(
  items: readonly Item[],
  rows: readonly EventRow[] = [],
  more: { pending?: string[]; seen?: string[]; plain?: true } = {},
) {
  const before = new Map(rows.map((row) => [row.key, row]));
  return planPage(items, {
    generation: 1,
    keys: new Map(idsOf(items).map((id) => [id, id])),
    before,
    holds: (key) => before.has(key),
    seen: new Set(more.seen),
    pending: more.pending ?? [],
    wantsMasters: !more.plain,
  });
}

describe('the plan of a page', () => {
  it('writes what is new and what changed, not what is held', () => {
    const { put, added, changed, ignored, gained } = plan(
      [item('a'), item('b', { subject: 'new' }), item('c')],
      [held('b'), held('c')],
    );
    expect(put.map(({ key }) => key)).toEqual(['a', 'b']);
    expect({ added, changed, ignored, gained }).toEqual({ added: 1, changed: 1, ignored: 1, gained: 1 });
  });

  it('takes the last of an id that repeats, tombstones too', () => {
    expect(plan([item('a', { subject: 'old' }), item('a', { subject: 'new' })]).put[0]?.subject).toBe('new');
    expect(plan([item('a'), gone('a')]).put).toEqual([]);
    expect(plan([gone('a'), item('a')], [held('a')]).remove).toEqual([]);
  });

  it('ignores tombstones of ids it does not hold, and odd items', () => {
    const { put, remove, ignored, gained } = plan([gone('x'), { kind: 'odd', reason: 'type' }]);
    expect({ put, remove, ignored, gained }).toEqual({ put: [], remove: [], ignored: 2, gained: 0 });
  });

  it('counts a series as one item that loses events', () => {
    const rows = [
      held('o1', { type: 'occurrence', master: 'm' }),
      held('o2', { type: 'occurrence', master: 'm' }),
      held('s'),
    ];
    const { removed, remove, gained } = plan(
      rows.map(({ key }) => gone(key)),
      rows,
    );
    expect({ removed, rows: remove.length, gained }).toEqual({ removed: 2, rows: 3, gained: -3 });
  });

  it('asks for a master that neither page nor store has, once', () => {
    const occurrences = [item('o1', { type: 'occurrence' }, 'm'), item('o2', { type: 'occurrence' }, 'm')];
    expect(plan(occurrences).pending).toEqual(['m']);
    expect(plan([...occurrences, item('m', { type: 'master' })]).pending).toEqual([]);
    expect(plan(occurrences, [held('m', { type: 'master' })]).pending).toEqual([]);
    expect(plan(occurrences, [], { plain: true }).pending).toEqual([]);
    expect(plan([item('m', { type: 'master' })], [], { pending: ['m', 'n'] }).pending).toEqual(['n']);
  });

  it('keeps a master that is told removed until it was asked for by itself', () => {
    const { remove, pending } = plan([gone('m')], [held('m', { type: 'master' })]);
    expect({ remove, pending }).toEqual({ remove: [], pending: ['m'] });
  });

  it('counts masters as no events', () => {
    expect(plan([item('m', { type: 'master' })]).gained).toBe(0);
    expect(plan([item('a', { type: 'master' })], [held('a')]).gained).toBe(-1);
  });

  it('fingerprints the set of ids, whatever their order, and counts those not seen before', () => {
    const [a, b] = [
      plan([item('a'), item('b')]),
      plan([item('b'), item('a'), item('a')], [], { seen: ['a'] }),
    ];
    expect(a.hash).toBe(b.hash);
    expect(a.hash).not.toBe(plan([item('a')]).hash);
    expect([a.fresh, b.fresh]).toEqual([2, 1]);
  });
});

describe('occurrences joined to their series', () => {
  const master = held('m', {
    type: 'master',
    subject: 'Stand-up',
    place: 'Room',
    zoom: '81234567890',
    zoomHost: 'zoom.us',
    mine: true,
  });

  it('takes from the master what the occurrence does not say', () => {
    const [row] = joinSeries([held('o', { type: 'occurrence', master: 'm', start: 5, end: 6 }), master]);
    expect(row).toMatchObject({
      key: 'o',
      type: 'occurrence',
      start: 5,
      subject: 'Stand-up',
      zoom: '81234567890',
      mine: true,
    });
  });

  it('does not lend the series’ meeting to an occurrence elsewhere', () => {
    const [row] = joinSeries(
      [held('o', { type: 'occurrence', master: 'm', place: 'Garden' })],
      new Map([['m', master]]),
    );
    expect(row).toMatchObject({ place: 'Garden' });
    expect(row?.zoom).toBeUndefined();
  });

  it('leaves exceptions as they are, and occurrences without a master bare', () => {
    const rows = [
      held('x', { type: 'exception', master: 'm' }),
      held('o', { type: 'occurrence', master: 'lost' }),
    ];
    expect(joinSeries(rows, new Map([['m', master]]))).toEqual(rows);
  });
});

describe('the brake', () => {
  const window = { start: 0, end: 1_000 * HOUR };
  const rows = (count: number, row: (at: number) => Partial<EventRow> = () => ({})) =>
    Array.from({ length: count }, (_, at) =>
      held(`${at}`, { start: at * HOUR, end: at * HOUR + 1, ...row(at) }),
    );
  const losing = (gone: number) => (key: string) => Number(key) >= gone;

  it('holds when more than half of ten or more go', () => {
    expect(suspectShrink(rows(30), losing(15), window)).toBeNull();
    expect(suspectShrink(rows(30), losing(16), window)).toEqual({ before: 30, gone: 16 });
    expect(suspectShrink(rows(9), losing(9), window)).toBeNull();
    expect(suspectShrink(rows(10), losing(10), window)).toEqual({ before: 10, gone: 10 });
  });

  it('counts a series as one, gone only with its last event', () => {
    const daily = rows(60, (at) => (at < 48 ? { type: 'occurrence', master: 'm' } : {}));
    expect(suspectShrink(daily, losing(48), window)).toBeNull();
    expect(suspectShrink(daily, losing(47), window)).toBeNull();
  });

  it('does not miss what the new reading did not cover', () => {
    expect(suspectShrink(rows(30), losing(20), { start: 20 * HOUR, end: 30 * HOUR })).toBeNull();
  });

  it('adds what went earlier in the round', () => {
    expect(suspectShrink(rows(30), losing(10), window)).toBeNull();
    expect(suspectShrink(rows(30), losing(10), window, 15)).toEqual({ before: 45, gone: 25 });
  });
});
