import { describe, expect, it } from 'vitest';
import { createGuideService } from '../../../utils/app/guide-service.ts';
import { advance, begin } from '../../../utils/guide/index.ts';
import { GUIDE_LIFE } from '../../../utils/model/guide.ts';
import type { PageOrder } from '../../../utils/model/page-hook.ts';
import { memoryFacts } from './memory-facts.ts';

const AT = 1_790_000_000_000;

function stage() {
  const time = { now: AT };
  const { store: facts, book } = memoryFacts();
  const orders: [number, PageOrder][] = [];
  const guide = createGuideService({
    facts,
    clock: { now: () => time.now },
    onPage: async (tab, order) => void orders.push([tab, order]),
  });
  return { time, book, guide, orders };
}

describe('a guide between pages', () => {
  const run = begin('test', AT);

  it('goes on in its own tab and in no other', async () => {
    const { guide, orders } = stage();
    await guide.keep(run, 7);
    await guide.resume(8);
    await guide.resume(undefined);
    expect(orders).toEqual([]);
    await guide.resume(7);
    expect(orders).toEqual([[7, { resume: run }]]);
  });

  it('is over after a day', async () => {
    const { guide, orders, time } = stage();
    await guide.keep(run, 7);
    time.now += GUIDE_LIFE + 1;
    await guide.resume(7);
    expect(orders).toEqual([]);
  });

  it('does not outlive the browser, whose tabs have other numbers then', async () => {
    const { guide, orders, book } = stage();
    await guide.keep(run, 7);
    const [started, resumed] = [guide.started(), guide.resume(7)];
    await Promise.all([started, resumed]);
    expect(orders).toEqual([]);
    expect(book()).toEqual({});
    await guide.keep(run, 9);
    await guide.resume(9);
    expect(orders).toHaveLength(1);
  });

  it('becomes a fact when it ends, and is under way no more', async () => {
    const { guide, orders, book } = stage();
    await guide.keep(run, 7);
    await guide.keep(advance(run, { type: 'end', at: AT + 5 }), 7);
    await guide.resume(7);
    expect(orders).toEqual([]);
    expect(Object.keys(book())).toEqual(['guide/test']);
    expect(book()['guide/test']).toMatchObject({
      observedAt: AT + 5,
      value: { verdict: 'stopped', done: 0, total: 6 },
    });
  });

  it('gives way to one begun later in another tab, and does not come back', async () => {
    const { guide, orders } = stage();
    const later = begin('setup', AT + 10);
    await guide.keep(run, 7);
    await guide.keep(later, 8);
    await guide.keep(advance(run, { type: 'non-admin' }), 7);
    await guide.resume(7);
    await guide.resume(8);
    expect(orders).toEqual([[8, { resume: later }]]);
  });
});
