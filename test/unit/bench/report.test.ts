import { describe, expect, it } from 'vitest';
import { REGISTRY } from '../../bench/registry.ts';
import { faults, printed } from '../../bench/report.ts';
import { median, summarise, type Summary } from '../../bench/stats.ts';

const summary = (bench: string, value: number): Summary => ({
  bench,
  samples: 3,
  value,
  least: value,
  most: value,
  ours: value,
  theirs: 1,
});

/** A run in which every bench is at its aim. */
const goodRun = () =>
  Object.entries(REGISTRY).map(([bench, { aim }]) =>
    summary(bench, aim ? ('most' in aim ? aim.most : aim.least) : 1),
  );

describe('the judgement over a bench run', () => {
  it('passes a run in which every aim is just reached', () => {
    expect(faults(goodRun(), true)).toEqual([]);
  });

  it('fails a bench without a registered threshold', () => {
    expect(faults([...goodRun(), summary('nobody knows', 1)], true)).toEqual([
      '"nobody knows" has no registered threshold.',
    ]);
  });

  it('fails a registered bench that was not measured, unless only some suites were asked for', () => {
    const some = goodRun().filter(({ bench }) => bench !== 'sweep');
    expect(faults(some, true)).toEqual(['"sweep" was not measured.']);
    expect(faults(some, false)).toEqual([]);
  });

  it('fails an aim missed, in either direction', () => {
    const others = goodRun().filter(({ bench }) => bench !== 'sweep' && bench !== 'peer 500');
    const [tooSlow, tooNear] = [summary('sweep', 0.06), summary('peer 500', 3.9)];
    expect(faults([...others, tooSlow, tooNear], true)).toEqual([
      '"peer 500" is 3.90; its threshold is ≥ 4 ×.',
      '"sweep" is 0.060; its threshold is ≤ 0.05 ×.',
    ]);
    expect(printed([tooSlow])).toMatch(/^! sweep/);
  });
});

describe('what is made of samples', () => {
  it('takes the median of the ratios pair by pair, not the ratio of medians', () => {
    const pairs = [
      { ours: 10, theirs: 10 },
      { ours: 90, theirs: 30 },
      { ours: 20, theirs: 10 },
    ];
    expect(summarise('x', pairs)).toMatchObject({
      samples: 3,
      value: 2,
      least: 1,
      most: 3,
      ours: 20,
      theirs: 10,
    });
  });

  it('takes the middle of two', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(summarise('x', [{ ours: 400 }, { ours: 420 }])).toMatchObject({ value: 410, theirs: null });
  });
});
