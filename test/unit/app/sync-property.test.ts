import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Fault } from '../calendar/support/fake-graph.ts';
import { NOW, createWorld } from '../calendar/support/world.ts';
import type { World } from '../calendar/support/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Op =
  | { readonly do: 'single'; readonly n: number; readonly day: number; readonly word: string }
  | { readonly do: 'series'; readonly n: number; readonly count: number; readonly hidden: boolean }
  | { readonly do: 'except'; readonly n: number; readonly at: number; readonly word: string }
  | { readonly do: 'rename'; readonly n: number; readonly word: string }
  | { readonly do: 'remove'; readonly n: number }
  | { readonly do: 'remove-series'; readonly n: number; readonly bare: boolean }
  | { readonly do: 'tick'; readonly ms: number }
  | { readonly do: 'fault'; readonly fault: Fault }
  | { readonly do: 'run' | 'confirm' | 'wake' }
  | { readonly do: 'kill'; readonly effect: number; readonly when: 'before' | 'after' };

const n = fc.nat(11);
const word = fc.constantFrom('Plan', 'Budget', 'Review', 'Zoom');
const fault: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
  'replay',
  'strange-tombstones',
  'empty-page',
  'odd-items',
  'no-page',
  'no-link',
  'alien-link',
  { error: { code: 'http-429', who: 'wait', notBefore: NOW + 20 * 60_000 } },
  { error: { code: 'offline', who: 'wait' } },
  { error: { code: 'sync-state-lost', who: 'resync' } },
  { error: { code: 'sign-in-needed', who: 'person' } },
  { error: { code: 'access-denied', who: 'blocked' } },
  { error: { code: 'unexpected', who: 'bug' } },
);
const op: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('single' as const),
      n,
      day: fc.integer({ min: -9, max: 62 }),
      word,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('series' as const),
      n,
      count: fc.integer({ min: 1, max: 9 }),
      hidden: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('except' as const), n, at: fc.nat(8), word }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), n, word }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), n }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove-series' as const), n, bare: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('tick' as const),
      ms: fc.constantFrom(60_000, HOUR, 8 * HOUR, DAY, 35 * DAY),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('fault' as const), fault }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('run' as const, 'confirm' as const, 'wake' as const) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('kill' as const),
      effect: fc.nat(30),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
);

function occurrence(series: number, at: number) {
  const start = NOW + (at - 2) * 7 * DAY + series * HOUR;
  return { id: `series${series}:${at}`, seriesMasterId: `series${series}`, start, end: start + HOUR };
}

async function apply(world: World, step: Op): Promise<void> {
  const { graph, clock } = world;
  switch (step.do) {
    case 'single': {
      const start = NOW + step.day * DAY;
      graph.put({
        id: `single${step.n}`,
        type: 'singleInstance',
        start,
        end: start + 3 * HOUR,
        subject: step.word,
      });
      break;
    }
    case 'series': {
      if (step.hidden) graph.hideMaster(`series${step.n}`);
      const { start, end } = occurrence(step.n, 0);
      graph.put({ id: `series${step.n}`, type: 'seriesMaster', start, end, subject: `Series ${step.n}` });
      for (let at = 0; at < step.count; at += 1) graph.put({ ...occurrence(step.n, at), type: 'occurrence' });
      break;
    }
    case 'except':
      if (graph.events.has(`series${step.n}:${step.at}`))
        graph.put({ ...occurrence(step.n, step.at), type: 'exception', subject: step.word });
      break;
    case 'rename': {
      const master = graph.events.get(`series${step.n}`);
      if (master) graph.put({ ...master, subject: step.word });
      break;
    }
    case 'remove':
      graph.remove(`single${step.n}`);
      graph.remove(`series${step.n}:${step.n}`);
      break;
    case 'remove-series':
      for (let at = 0; at < 9; at += 1) {
        if (step.bare) graph.vanish(`series${step.n}:${at}`);
        else graph.remove(`series${step.n}:${at}`);
      }
      graph.remove(`series${step.n}`);
      break;
    case 'tick':
      clock.at += step.ms;
      break;
    case 'fault':
      graph.faults.push(step.fault);
      break;
    case 'run':
      await world.service().run('alarm');
      break;
    case 'wake':
      await world.service().wake();
      break;
    case 'confirm':
      await world.service().confirmShrink();
      break;
    case 'kill':
      await world.doomed((service) => service.run('alarm'), step.effect, step.when);
      break;
  }
}

/** Runs until nothing is left to do, as alarms and a person would: a round that was open knows nothing of later changes. */
async function settle(world: World): Promise<void> {
  world.graph.faults = [];
  let well = 0;
  for (let round = 0; round < 8; round += 1) {
    const { notBefore, state } = await world.store.load();
    world.clock.at = Math.max(world.clock.at + 1, notBefore);
    const service = world.service();
    const result = state === 'suspectShrink' ? await service.confirmShrink() : await service.run('person');
    well = result.ok ? well + 1 : 0;
    if (well === 2) return;
  }
  throw new Error(`never quiet: ${JSON.stringify(await world.store.load())}`);
}

async function compare(world: World): Promise<void> {
  const { graph, store } = world;
  const record = await store.load();
  const window = record.cursor?.window;
  if (!window) throw new Error('a quiet sync holds a delta link');
  const held = await store.between(window.start, window.end);
  const seen = held.map(({ start, end, subject }) => `${start} ${end} ${subject ?? ''}`).sort();
  const truth = graph.truth(window).map((event) => {
    const master = graph.events.get(event.seriesMasterId ?? '');
    const subject = event.type === 'occurrence' ? master?.subject : event.subject;
    return `${event.start} ${event.end} ${subject ?? ''}`;
  });
  expect(seen).toEqual(truth.sort());
  expect(record.events).toBe(held.length);
  expect(
    (await store.rows(record.generation ?? 0)).every((row) => row.generation === record.generation),
  ).toBe(true);
}

it('I1 I2 I8: after any history of changes, faults and kills the store is the truth, and one more run writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 3, maxLength: 25 }), async (history) => {
      const world = createWorld();
      await world.service().signedIn({ id: 'maya' });
      for (const step of history) await apply(world, step);
      await settle(world);
      await compare(world);
      const before = world.store.written.events;
      expect(await world.service().run('person')).toEqual({ ok: true });
      expect(world.store.written.events).toBe(before);
      expect(world.alarms.has('sync-wait')).toBe(false);
    }),
    { numRuns: 400, seed: 20261123 },
  );
});

it('I2: a first fill that is killed at every single effect still ends in the truth', async () => {
  for (const when of ['before', 'after'] as const)
    for (let effect = 0; ; effect += 1) {
      const world = createWorld();
      await world.service().signedIn({ id: 'maya' });
      await apply(world, { do: 'series', n: 1, count: 9, hidden: true });
      await apply(world, { do: 'series', n: 2, count: 3, hidden: false });
      for (let day = 0; day < 6; day += 1) await apply(world, { do: 'single', n: day, day, word: 'Plan' });
      const died = await world.doomed((service) => service.run('sign-in'), effect, when);
      const alone = (await world.store.load()).state !== 'fetching' || world.alarms.has('sync-wait');
      expect(alone, `killed ${when} effect ${effect}: an alarm must bring the round back`).toBe(true);
      await settle(world);
      await compare(world);
      if (!died) break;
    }
});
