import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TOLD, planNotice, seenIn, type Seen } from '../../../utils/checks/notify-plan.ts';
import type { NotifyRecord } from '../../../utils/model/notify.ts';

const DAY = 86_400_000;
const T = Date.UTC(2026, 10, 23, 14);

/** Plays sights of the connection; gives the moments at which people were told. */
function play(sights: readonly (readonly [at: number, seen: Seen, allowed?: boolean])[]) {
  let record: NotifyRecord | null = null;
  const told: number[] = [];
  const acts: string[] = [];
  let nextAt: number | null = null;
  for (const [at, seen, allowed = true] of sights) {
    const plan = planNotice(record, seen, allowed, at);
    record = plan.record;
    nextAt = plan.nextAt;
    acts.push(plan.act);
    if (plan.act === 'tell') told.push(at);
  }
  return { record, told, acts, nextAt };
}

describe('what a state says', () => {
  it('tells trouble from waiting, from health, and from nobody there', () => {
    expect(seenIn({ state: 'problem', certainty: 'confirmed' })).toBe('degraded');
    expect(seenIn({ state: 'needs-you', certainty: null })).toBe('degraded');
    expect(seenIn({ state: 'problem', certainty: 'possible' })).toBe('no-opinion');
    expect(seenIn({ state: 'healthy', certainty: null })).toBe('recovered');
    for (const state of ['waiting', 'working', 'stale'] as const)
      expect(seenIn({ state, certainty: null }), state).toBe('no-opinion');
    for (const state of ['first-run', 'half-known'] as const)
      expect(seenIn({ state, certainty: null }), state).toBe('gone');
  });
});

describe('notices', () => {
  it('come on days 1, 3, 7 and 14, and never a fifth time', () => {
    const hourly = Array.from({ length: 40 * 24 }, (_, hour) => [T + hour * 3_600_000, 'degraded'] as const);
    expect(play(hourly).told.map((at) => (at - T) / DAY + 1)).toEqual([1, 3, 7, 14]);
  });

  it('name the next moment, so that an alarm can wait for it', () => {
    expect(play([[T, 'degraded']]).nextAt).toBe(T + 2 * DAY);
    expect(
      play([
        [T, 'degraded'],
        [T + 3 * DAY, 'degraded'],
      ]).nextAt,
    ).toBe(T + 6 * DAY);
    expect(
      play([
        [T, 'degraded'],
        [T + 5, 'no-opinion'],
      ]).nextAt,
    ).toBe(T + 2 * DAY);
  });

  it('end with recovery: what was shown is taken away, and nothing follows', () => {
    const { acts, nextAt } = play([
      [T, 'degraded'],
      [T + DAY, 'recovered'],
      [T + 3 * DAY, 'recovered'],
      [T + 9 * DAY, 'recovered'],
    ]);
    expect(acts).toEqual(['tell', 'clear', 'nothing', 'nothing']);
    expect(nextAt).toBeNull();
  });

  it('do not begin anew when the same trouble is back within a day, and do after', () => {
    expect(
      play([
        [T, 'degraded'],
        [T + 1000, 'recovered'],
        [T + 2000, 'degraded'],
      ]).told,
    ).toEqual([T]);
    const later = T + 5 * DAY;
    expect(
      play([
        [T, 'degraded'],
        [T + 1000, 'recovered'],
        [later, 'degraded'],
      ]).told,
    ).toEqual([T, later]);
  });

  it('are none for a hiccup, whatever was before', () => {
    expect(
      play([
        [T, 'recovered'],
        [T + 1, 'no-opinion'],
        [T + 2, 'recovered'],
      ]).acts,
    ).toEqual(['nothing', 'nothing', 'nothing']);
  });

  it('are none while switched off; the trouble keeps its age', () => {
    const { told, record } = play([
      [T, 'degraded', false],
      [T + DAY, 'degraded', false],
    ]);
    expect([told, record]).toEqual([[], { since: T, told: 0 }]);
    expect(
      play([
        [T, 'degraded', false],
        [T + DAY, 'degraded'],
      ]).told,
    ).toEqual([T + DAY]);
  });

  it('survive a clock set back and one set years ahead', () => {
    expect(
      play([
        [T, 'degraded'],
        [T - 90 * DAY, 'degraded'],
      ]).told,
    ).toEqual([T]);
    const back = play([
      [T, 'degraded'],
      [T - 90 * DAY, 'degraded'],
      [T - 88 * DAY, 'degraded'],
    ]);
    expect(back.told).toEqual([T, T - 88 * DAY]);
    const ahead = T + 800 * DAY;
    expect(
      play([
        [T, 'degraded'],
        [ahead, 'degraded'],
        [ahead + 1, 'degraded'],
      ]).told,
    ).toEqual([T, ahead]);
  });

  it('are at most four between two recoveries, and none at a recovery, in any history with any clock', () => {
    const sight = fc.tuple(
      fc.integer({ min: -20 * DAY, max: 20 * DAY }),
      fc.constantFrom<Seen>('degraded', 'recovered', 'no-opinion', 'gone'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(sight, { maxLength: 60 }), (steps) => {
        let record: NotifyRecord | null = null;
        let now = T;
        let told = 0;
        for (const [step, seen, allowed] of steps) {
          now = Math.max(0, now + step);
          const plan = planNotice(record, seen, allowed, now);
          record = plan.record;
          if (seen === 'recovered' || seen === 'gone') told = 0;
          if (plan.act === 'tell') {
            expect([seen, allowed]).toEqual(['degraded', true]);
            told += 1;
          }
          expect(told).toBeLessThanOrEqual(MOST_TOLD);
          if (plan.nextAt !== null) expect(plan.nextAt).toBeGreaterThan(now);
        }
      }),
    );
  });
});
