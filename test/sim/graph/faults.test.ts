import { afterEach, beforeEach, expect, test } from 'vitest';
import { friendlyGraph } from '../world/index.ts';
import { codeOf, FIRST, type Harness, NOW, startHarness, V1 } from './harness.ts';
import type { GraphFault } from './index.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.world.close());

test('a fifth request at once is throttled; asking again too early is too', async () => {
  await harness.world.close();
  harness = await startHarness('Calendars.ReadBasic', { graph: { ...friendlyGraph(), latencyMs: 60 } });
  const four = await Promise.all([1, 2, 3, 4].map(() => harness.get(FIRST)));
  expect(four.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(harness.world.graph.violations).toEqual([]);
  const five = await Promise.all([1, 2, 3, 4, 5].map(() => harness.get(FIRST)));
  const refused = five.find(({ status }) => status === 429);
  expect(refused && [codeOf(refused), refused.headers['retry-after']]).toEqual(['ApplicationThrottled', '2']);
  expect((await harness.get(FIRST)).status).toBe(429);
  expect(harness.world.graph.violations).toContain('asked before Retry-After had passed');
  harness.world.clock.advance(2000);
  expect((await harness.get(FIRST)).status).toBe(200);
});

test('a planned 429 holds for its whole Retry-After, and the header is not exposed to pages', async () => {
  harness.world.graph.faults.add({ on: 'delta', fault: { kind: 'status', status: 429, retryAfter: 300 } });
  const first = await harness.get(FIRST);
  expect([first.status, first.headers['retry-after']]).toEqual([429, '300']);
  expect(first.headers['access-control-expose-headers']).not.toMatch(/retry-after/i);
  harness.world.clock.advance(180_000);
  expect((await harness.get(FIRST)).headers['retry-after']).toBe('120');
  harness.world.clock.advance(120_000);
  expect((await harness.get(FIRST)).status).toBe(200);
});

test.each<[string, GraphFault, number, string | undefined]>([
  ['503 without Retry-After', { kind: 'status', status: 503 }, 503, 'serviceNotAvailable'],
  ['504', { kind: 'status', status: 504 }, 504, 'UnknownError'],
  ['410', { kind: 'gone' }, 410, 'SyncStateNotFound'],
  ['resyncRequired', { kind: 'resync', code: 'resyncRequired' }, 410, 'resyncRequired'],
  ['a code hidden inside', { kind: 'resync', code: 'syncStateNotFound', inner: true }, 410, 'UnknownError'],
  ['InvalidDeltaToken', { kind: 'resync', code: 'InvalidDeltaToken' }, 400, 'InvalidDeltaToken'],
  ['a proxy page', { kind: 'not-json' }, 200, undefined],
  ['half a JSON text', { kind: 'cut-json' }, 200, undefined],
])('planned fault: %s, once, after the skipped ones', async (_name, fault, status, code) => {
  harness.world.graph.faults.add({ on: 'delta', skip: 1, fault });
  expect((await harness.get(FIRST)).status).toBe(200);
  const answer = await harness.get(FIRST);
  expect(answer.status).toBe(status);
  if (code === undefined) expect(() => answer.json()).toThrow(/JSON/);
  else expect(codeOf(answer)).toBe(code);
  if (fault.kind === 'resync' && fault.inner) {
    expect(answer.json()['error']).toMatchObject({ innerError: { code: 'syncStateNotFound' } });
  }
  expect((await harness.get(FIRST)).status).toBe(200);
});

test('planned faults: Retry-After as a date, cut connections', async () => {
  const { faults } = harness.world.graph;
  faults.add({ on: 'any', fault: { kind: 'status', status: 503, retryAfter: { dateAfterMs: 60_000 } } });
  expect((await harness.get(FIRST)).headers['retry-after']).toBe(new Date(NOW + 60_000).toUTCString());
  faults.add({ on: 'me', fault: { kind: 'drop' } });
  await expect(harness.get(`${V1}/me`)).rejects.toThrow(/hang up|ECONNRESET/);
  faults.add({ on: 'delta', fault: { kind: 'cut-connection' } });
  await expect(harness.get(FIRST)).rejects.toThrow(/aborted|ECONNRESET/);
});
