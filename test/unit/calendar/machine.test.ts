import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { machine } from '../../../utils/calendar/index.ts';
import type { Step, SyncEvent } from '../../../utils/calendar/index.ts';
import { TABLE } from '../../../utils/calendar/table.ts';
import type { SyncRecord, SyncState } from '../../../utils/model/calendar.ts';
import { DELTA_LINK, FILLING, FOLLOWING, IDLE, NEXT_LINK, NOW, error, page, run } from './support/records.ts';

const HOUR = 3_600_000;
const STATES = Object.keys(TABLE) as SyncState[];
const ASKS = new Set(['fetch', 'settle']);

const event: fc.Arbitrary<SyncEvent> = fc.oneof(
  fc.constantFrom<SyncEvent>(
    run(),
    run('person'),
    { type: 'signedOut', now: NOW },
    { type: 'confirmShrink', now: NOW },
  ),
  fc.constantFrom<SyncEvent>(
    page(),
    page({ link: { kind: 'next', href: NEXT_LINK } }),
    page({ link: { kind: 'none' } }),
    page({ pending: ['m'], gained: -1 }),
    page({ shrink: { before: 20, gone: 15 } }),
    { type: 'master', now: NOW, ids: ['m'], gained: 0 },
    { type: 'settled', now: NOW, shrink: null },
    { type: 'settled', now: NOW, shrink: { before: 20, gone: 15 } },
  ),
  fc
    .integer({ min: -HOUR, max: HOUR })
    .map(
      (later): SyncEvent => ({ type: 'wait', now: NOW, error: error('wait', { notBefore: NOW + later }) }),
    ),
  fc.constantFrom<SyncEvent>(
    { type: 'wait', now: NOW, error: error('wait') },
    { type: 'person', now: NOW, error: error('person') },
    { type: 'gone', now: NOW, error: error('resync') },
    { type: 'broken', now: NOW, error: error('bug') },
    { type: 'signedIn', now: NOW, account: 'maya' },
    { type: 'signedIn', now: NOW, account: 'noor' },
  ),
);

/** Every record and event met on the way through a random history. */
function walk(
  history: readonly SyncEvent[],
  check: (before: SyncRecord, event: SyncEvent, step: Step) => void,
): void {
  let record: SyncRecord = { state: 'signedOut', notBefore: 0 };
  for (const happening of [{ type: 'signedIn', now: NOW, account: 'maya' } as const, ...history]) {
    const step = machine(record, happening);
    check(record, happening, step);
    ({ record } = step);
  }
}

describe('the machine, through any history', () => {
  const always = (check: (before: SyncRecord, event: SyncEvent, step: Step) => void) =>
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (history) => walk(history, check)),
      { numRuns: 500, seed: 7 },
    );

  it('I3: believes no wait that nobody could have asked for, whatever clock wrote it', () => {
    const years = { ...IDLE, notBefore: NOW + 9 * 365 * 86_400_000 };
    expect(machine(years, run()).record).toMatchObject({ state: 'fetching', notBefore: 0 });
    const day = { ...IDLE, notBefore: NOW + 24 * 3_600_000 };
    expect(machine(day, run()).record).toBe(day);
  });

  it('I3: asks nothing before notBefore, and never makes it earlier', () => {
    always((before, _event, { record, effects }) => {
      expect(record.notBefore).toBeGreaterThanOrEqual(before.notBefore);
      if (effects.some(({ kind }) => ASKS.has(kind))) expect(record.notBefore).toBeLessThanOrEqual(NOW);
    });
  });

  it('I4: changes the record exactly when it commits', () => {
    always((before, _event, { record, effects }) => {
      expect(effects.some(({ kind }) => kind === 'commit')).toBe(record !== before);
    });
  });

  it('I5: moves readers only by the strict commit of a complete round', () => {
    always((before, happening, { record, effects }) => {
      const moved = record.generation !== before.generation && record.account === before.account;
      if (!moved || happening.type === 'signedOut') return;
      expect(record.generation).toBe(before.filling);
      expect(record.state).toBe('idle');
      expect(effects[0]).toMatchObject({ kind: 'commit', durability: 'strict' });
    });
  });

  it('I6: drops the readable generation only for its successor or with the account', () => {
    always((before, happening, { record, effects }) => {
      const commit = effects.find((effect) => effect.kind === 'commit');
      if (before.generation === undefined || !commit?.drop.includes(before.generation)) return;
      expect(
        record.generation === before.filling ||
          happening.type === 'signedOut' ||
          happening.type === 'signedIn',
      ).toBe(true);
    });
  });

  it('says of every fetching record how to go on', () => {
    always((_before, _event, { record }) => {
      if (record.state !== 'fetching') return;
      expect(record.cursor).toBeDefined();
      expect(machine(record, run()).effects.some(({ kind }) => ASKS.has(kind))).toBe(true);
    });
  });
});

it('I12: every event in every state gives a step', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STATES), event, fc.boolean(), (state, happening, bare) => {
      const record: SyncRecord = bare ? { state, notBefore: 0 } : { ...FILLING, state };
      expect(machine(record, happening).effects).toBeInstanceOf(Array);
    }),
    { numRuns: 1000, seed: 7 },
  );
});

describe('a round', () => {
  it('follows the delta link while it serves', () => {
    const { record, effects } = machine(IDLE, run());
    expect(record).toMatchObject({ state: 'fetching', cursor: { link: DELTA_LINK } });
    expect(record.filling).toBeUndefined();
    expect(effects.map(({ kind }) => kind)).toEqual(['commit', 'fetch']);
  });

  it.each([
    ['another parser', { parserVersion: 0 }],
    ['another account', { account: 'noor' }],
    ['another cloud', { cloud: 'china' }],
    ['a link to another host', { link: 'https://graph.microsoft.com.evil.example/v1.0/x' }],
    ['a link without https', { link: DELTA_LINK.replace('https', 'http') }],
    ['a window that runs out', { window: { start: NOW - 60 * 24 * HOUR, end: NOW + 20 * 24 * HOUR } }],
  ])('fills a new generation beside the old for %s', (_why, change) => {
    const record = { ...IDLE, cursor: { ...IDLE.cursor, ...change } } as SyncRecord;
    const step = machine(record, run());
    expect(step.record).toMatchObject({
      state: 'fetching',
      generation: 1,
      filling: 2,
      cursor: { kind: 'next' },
    });
    expect(step.record.cursor?.link).toContain(
      'startDateTime=2026-11-16T00:00:00.000Z&endDateTime=2027-01-22',
    );
  });

  it('ends in one commit when it follows a delta link and no master is missing', () => {
    const { record, effects } = machine({ ...FOLLOWING, failures: 3 }, page());
    expect(record).toMatchObject({ state: 'idle', completedAt: NOW, events: 14 });
    expect(record.failures).toBeUndefined();
    expect(effects.map(({ kind }) => kind)).toEqual(['commit', 'report']);
    expect(effects[0]).toMatchObject({ rows: true, durability: 'strict', drop: [] });
  });

  it('settles first when a master is missing or a generation fills', () => {
    expect(machine(FOLLOWING, page({ pending: ['m'] })).effects.at(-1)).toEqual({ kind: 'settle' });
    const filled = machine(FILLING, page());
    expect(filled.effects.at(-1)).toEqual({ kind: 'settle' });
    const done = machine(filled.record, { type: 'settled', now: NOW, shrink: null });
    expect(done.record).toMatchObject({ state: 'idle', generation: 2, events: 2 });
    expect(done.effects[0]).toMatchObject({ drop: [1], durability: 'strict' });
  });

  it('goes on from a stored page or a stored settling after a kill, changing nothing', () => {
    for (const [round, kind] of [
      [FOLLOWING.round, 'fetch'],
      [{ ...FILLING.round, settling: true }, 'settle'],
    ] as const) {
      const record = { ...FILLING, round } as SyncRecord;
      expect(machine(record, run())).toEqual({ record, effects: [{ kind }] });
      expect(machine(record, run()).record).toBe(record);
    }
  });

  it('does not go on with a filling whose window has aged', () => {
    const later = NOW + 40 * 24 * HOUR;
    const { record, effects } = machine(FILLING, run('alarm', later));
    expect(record).toMatchObject({ filling: 3, cursor: { window: { end: Date.UTC(2027, 2, 3) } } });
    expect(effects[0]).toMatchObject({ kind: 'commit', drop: [2] });
  });

  it('begins anew when a delta page leads nowhere', () => {
    const { record, effects } = machine(FILLING, page({ link: { kind: 'none' } }));
    expect(record).toMatchObject({ state: 'needsResync', generation: 1, error: { code: 'no-delta-link' } });
    expect(record.filling).toBeUndefined();
    expect(effects).toEqual([expect.objectContaining({ drop: [2], rows: false }), { kind: 'again' }]);
  });
});
