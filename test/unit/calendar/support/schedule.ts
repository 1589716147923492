import * as fc from 'fast-check';
import type { Fault } from './fake-graph.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type When = 'before' | 'after';
export type Act = 'run' | 'wake' | 'confirm' | 'sign-out' | 'sign-in';

/** Something that changes the calendar, on whatever device. */
export type Change =
  | { readonly do: 'single'; readonly n: number; readonly day: number; readonly word: string }
  | { readonly do: 'series'; readonly n: number; readonly count: number; readonly hidden: boolean }
  | { readonly do: 'except'; readonly n: number; readonly at: number; readonly word: string }
  | { readonly do: 'rename'; readonly n: number; readonly word: string }
  | { readonly do: 'remove'; readonly n: number }
  | { readonly do: 'remove-series'; readonly n: number; readonly bare: boolean }
  | { readonly do: 'flood'; readonly count: number }
  | { readonly do: 'empty' };

/** One step of a schedule. */
export type Op =
  | Change
  | { readonly do: 'during'; readonly requests: number; readonly change: Change }
  | { readonly do: 'page-size'; readonly size: number }
  | { readonly do: 'endless'; readonly cure: 'none' | 'size' | 'delta' }
  | { readonly do: 'fault'; readonly fault: Fault }
  | { readonly do: 'sleep'; readonly ms: number }
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'lose-alarms' }
  | { readonly do: 'act'; readonly act: Act; readonly who: string }
  | { readonly do: 'two'; readonly locked: boolean }
  | {
      readonly do: 'kill';
      readonly act: Act;
      readonly who: string;
      readonly effect: number;
      readonly when: When;
    }
  | { readonly do: 'sweep'; readonly when: When };

const n = fc.nat(11);
const word = fc.constantFrom('Plan', 'Budget', 'Review', 'Zoom');
const when = fc.constantFrom<When[]>('before', 'after');
const who = fc.constantFrom('maya', 'maya', 'maya', 'noor');
const act = fc.constantFrom<Act[]>(
  'run',
  'run',
  'run',
  'run',
  'wake',
  'wake',
  'confirm',
  'sign-out',
  'sign-in',
);
const is = <Name extends string>(name: Name) => fc.constant(name);

const fault = fc.constantFrom<Fault[]>(
  'replay',
  'strange-tombstones',
  'empty-page',
  'odd-items',
  'no-page',
  'no-link',
  'alien-link',
  { busy: 20 * MINUTE },
  { busy: -MINUTE },
  { error: { code: 'http-504', who: 'wait' } },
  { error: { code: 'offline', who: 'wait' } },
  { error: { code: 'sync-state-lost', who: 'resync' } },
  { error: { code: 'sign-in-needed', who: 'person' } },
  { error: { code: 'access-denied', who: 'blocked' } },
  { error: { code: 'unexpected', who: 'bug' } },
);

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: is('single'), n, day: fc.integer({ min: -9, max: 62 }), word }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: is('series'),
      n,
      count: fc.integer({ min: 1, max: 9 }),
      hidden: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: is('except'), n, at: fc.nat(8), word }) },
  { weight: 4, arbitrary: fc.record({ do: is('rename'), n, word }) },
  { weight: 4, arbitrary: fc.record({ do: is('remove'), n }) },
  { weight: 3, arbitrary: fc.record({ do: is('remove-series'), n, bare: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: is('flood'), count: fc.integer({ min: 10, max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ do: is('empty') }) },
);

const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 14, arbitrary: change },
  { weight: 3, arbitrary: fc.record({ do: is('during'), requests: fc.integer({ min: 1, max: 4 }), change }) },
  { weight: 1, arbitrary: fc.record({ do: is('page-size'), size: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: is('endless'), cure: fc.constantFrom('none', 'size', 'delta') }) },
  { weight: 5, arbitrary: fc.record({ do: is('fault'), fault }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: is('sleep'), ms: fc.constantFrom(MINUTE, HOUR, 8 * HOUR, DAY, 35 * DAY) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: is('jump'),
      ms: fc.constantFrom(-40 * DAY, -DAY, -HOUR, HOUR, DAY, 40 * DAY),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: is('lose-alarms') }) },
  { weight: 6, arbitrary: fc.record({ do: is('act'), act, who }) },
  { weight: 2, arbitrary: fc.record({ do: is('two'), locked: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ do: is('kill'), act, who, effect: fc.nat(30), when }) },
  { weight: 1, arbitrary: fc.record({ do: is('sweep'), when }) },
);

/** A history of a calendar, its service, a machine and a worker; then one more run, killed at each of its effects in turn. */
export const schedule: fc.Arbitrary<readonly Op[]> = fc
  .tuple(fc.array(op, { minLength: 3, maxLength: 25 }), when)
  .map(([history, last]): Op[] => [...history, { do: 'sweep', when: last }]);
