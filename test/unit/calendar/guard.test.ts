import { describe, expect, it } from 'vitest';
import { NEW_ROUND, endless, fallback, modeAt, progress } from '../../../utils/calendar/guard.ts';
import type { PageNews } from '../../../utils/calendar/index.ts';
import type { RoundProgress } from '../../../utils/model/calendar.ts';

const PAGE: PageNews = {
  link: { kind: 'next', href: 'x' },
  items: 5,
  hash: 'h',
  fresh: 5,
  removed: 0,
  gained: 0,
  longest: 0,
  pending: [],
  shrink: null,
};

/** Pages until the guard calls the round endless; `limit` when it never does. */
function pagesUntilEndless(pageAt: (at: number) => Partial<PageNews>, limit = 500): number {
  let round: RoundProgress = NEW_ROUND;
  for (let at = 1; at <= limit; at += 1) {
    round = progress(round, { ...PAGE, ...pageAt(at) });
    if (endless(round)) return at;
  }
  return limit;
}

describe('the loop guard', () => {
  it('ends on the third page in a row without a new id', () => {
    expect(pagesUntilEndless((at) => ({ hash: `${at}`, fresh: at <= 10 ? 1 : 0 }))).toBe(13);
  });

  it('ends when one page, or a short cycle of pages, comes again and again', () => {
    expect(pagesUntilEndless(() => ({ hash: 'same' }))).toBe(4);
    expect(pagesUntilEndless((at) => ({ hash: `${at % 3}` }))).toBe(6);
  });

  it('forgives a replay now and then', () => {
    expect(pagesUntilEndless((at) => ({ hash: `${at}`, fresh: at % 3 === 0 ? 0 : 2 }))).toBe(400);
  });

  it('lets empty pages lead on, but not for ever', () => {
    expect(pagesUntilEndless((at) => ({ items: 0, fresh: 0, hash: `${at}` }))).toBe(400);
  });

  it('keeps its memory small', () => {
    let round: RoundProgress = NEW_ROUND;
    for (let at = 0; at < 100; at += 1) round = progress(round, { ...PAGE, hash: `${at}` });
    expect(round.recent.length).toBeLessThanOrEqual(8);
  });
});

describe('the ladder of modes', () => {
  it('leads down to the plain read and no further', () => {
    expect(
      ['delta', 'delta-unsized', 'delta-half', 'plain'].map((mode) => fallback(mode as 'delta')),
    ).toEqual(['delta-unsized', 'delta-half', 'plain', null]);
  });

  it('holds a fallback for a day, and not when the clock went back', () => {
    const record = { state: 'idle', notBefore: 0, mode: 'plain', modeSince: 1_000 } as const;
    expect(modeAt(record, 86_400_999)).toBe('plain');
    expect(modeAt(record, 86_401_000)).toBe('delta');
    expect(modeAt(record, 999)).toBe('delta');
  });
});
