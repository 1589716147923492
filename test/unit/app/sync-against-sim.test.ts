import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGraph } from '../../../utils/adapters/graph/index.ts';
import type { GraphGet } from '../../../utils/adapters/graph/index.ts';
import { createCalendarStore, createConnection, digestId } from '../../../utils/adapters/idb/index.ts';
import { createSyncService } from '../../../utils/app/sync-service.ts';
import type { SyncService } from '../../../utils/app/sync-service.ts';
import type { CalendarStore } from '../../../utils/model/ports.ts';
import type { CalendarSim, GraphFault } from '../../sim/graph/index.ts';
import { startHarness } from '../../sim/graph/harness.ts';
import type { Harness } from '../../sim/graph/harness.ts';
import { MAYA } from '../../sim/world/index.ts';
import { freshIndexedDb } from '../adapters/idb/fresh-indexed-db.ts';
import { createWorld } from '../calendar/support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let harness: Harness;
let calendar: CalendarSim;
let store: CalendarStore;
let service: SyncService;

/** Service, gateway and IndexedDB as the product has them; only MSAL and the Graph client's sender are stood in for. */
function compose() {
  const { clock: sim } = harness.world;
  const clock = { now: () => sim.now(), monotonic: () => sim.now() };
  const get: GraphGet = async (url, { prefer = '' }) => {
    const { status, text, headers } = await harness.get(url, { Prefer: prefer });
    return {
      status,
      text,
      bytes: text.length,
      header: (name) => String(headers[name.toLowerCase()] ?? '') || null,
    };
  };
  const graph = createGraph({
    get,
    clock,
    host: 'graph.microsoft.com',
    auth: { token: async () => 'held by the harness' },
    sleep: async (ms) => sim.advance(ms),
  });
  freshIndexedDb();
  store = createCalendarStore(createConnection());
  service = createSyncService({ ...createWorld().ports, store, graph, clock, digest: digestId });
}

beforeAll(async () => {
  harness = await startHarness();
  calendar = harness.world.graph.calendar(MAYA.username);
});
afterAll(() => harness.world.close());
beforeEach(async () => {
  harness.world.graph.faults.clear();
  harness.world.graph.endless = undefined;
  compose();
  await service.signedIn({ id: 'maya' });
});

/** Runs, waiting as told, until the service is content. */
async function untilWell(): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    if ((await service.run('person')).ok) return;
    const { notBefore } = await store.load();
    harness.world.clock.advance(Math.max(1, notBefore - harness.world.clock.now()));
    // An hour's token does not outlive a long wait.
    await harness.as(MAYA, 'Calendars.ReadBasic');
  }
  throw new Error(JSON.stringify(await store.load()));
}

async function expectTruth(): Promise<number> {
  const { cursor, generation = 0, events } = await store.load();
  const window = cursor?.window;
  if (!window) throw new Error('no window');
  const truth = calendar.truth(window);
  const rows = await store.rows(generation);
  expect(rows.map(({ key }) => key)).toEqual((await Promise.all(truth.map(({ id }) => digestId(id)))).sort());
  const read = await store.between(window.start, window.end);
  const seen = read.map(
    (row) => `${row.start} ${row.end} ${row.subject ?? ''} ${row.cancelled ?? ''} ${row.private ?? ''}`,
  );
  const agenda = calendar
    .agenda(window)
    .map((row) => `${row.start} ${row.end} ${row.subject ?? ''} ${row.cancelled || ''} ${row.private || ''}`);
  expect(seen.sort()).toEqual(agenda.sort());
  expect(events).toBe(read.length);
  return read.length;
}

describe('against the simulated Graph', () => {
  it('fills, then writes nothing more', async () => {
    expect(await service.run('sign-in')).toEqual({ ok: true });
    expect(await expectTruth()).toBeGreaterThan(500);
    expect(await service.run('alarm')).toEqual({ ok: true });
    expect((await store.runs())[0]).toMatchObject({
      outcome: 'complete',
      requests: 1,
      added: 0,
      changed: 0,
      removed: 0,
    });
  });

  it('follows every kind of edit', async () => {
    await service.run('sign-in');
    const { window = { start: 0, end: 0 } } = (await store.load()).cursor ?? {};
    const coming = calendar.truth(window).filter(({ start }) => start > harness.world.clock.now());
    const singles = coming.filter(({ type }) => type === 'single');
    const occurrences = coming.filter(({ type }) => type === 'occurrence');
    const [one, two, three] = singles;
    const [first, second] = occurrences;
    if (!one || !two || !three || !first || !second) throw new Error('too small a calendar');
    calendar.add({ subject: 'Brand new', start: one.start, end: one.end });
    calendar.change(one.id, { subject: 'Renamed' });
    calendar.move(two.id, { start: window.end + DAY, end: window.end + DAY + HOUR });
    calendar.remove(three.id);
    calendar.change(first.id, { subject: 'An exception' });
    calendar.remove(second.id);
    calendar.change(first.seriesMasterId ?? '', { subject: 'A renamed series' });
    const other = occurrences.find(
      ({ seriesMasterId }) =>
        seriesMasterId !== first.seriesMasterId && seriesMasterId !== second.seriesMasterId,
    );
    calendar.removeSeries(other?.seriesMasterId ?? '');
    await untilWell();
    await expectTruth();
    await service.run('alarm');
    expect((await store.runs())[0]).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });

  it.each<[string, GraphFault]>([
    ['gone', { kind: 'gone' }],
    ['syncStateNotFound within', { kind: 'resync', code: 'syncStateNotFound', inner: true }],
    ['InvalidDeltaToken', { kind: 'resync', code: 'InvalidDeltaToken' }],
    ['throttled shortly', { kind: 'status', status: 429, retryAfter: 3 }],
    ['throttled for an hour', { kind: 'status', status: 429, retryAfter: 3600 }],
    ['throttled until a date', { kind: 'status', status: 503, retryAfter: { dateAfterMs: 20 * MINUTE } }],
    ['504 without a word', { kind: 'status', status: 504, retryAfter: null }],
    ['half a JSON', { kind: 'cut-json' }],
    ['a proxy’s page', { kind: 'not-json' }],
    ['a broken connection', { kind: 'drop' }],
    ['a token refused', { kind: 'status', status: 401 }],
  ])('ends in the truth after %s in mid-fill', async (_name, fault) => {
    harness.world.graph.faults.add({ on: 'delta', skip: 4, fault });
    await untilWell();
    expect(harness.world.graph.faults.given).toBeGreaterThan(0);
    await expectTruth();
  });

  it.each([
    ['no-page-size', 'delta-unsized'],
    ['half-window', 'delta-half'],
    ['never', 'plain'],
  ] as const)('leaves an endless round that only %s would cure', async (cure, mode) => {
    harness.world.graph.endless = { after: 2, cure };
    expect(await service.run('alarm')).toEqual({ ok: true });
    const { mode: found, generation = 0, events } = await store.load();
    expect(found).toBe(mode);
    if (mode !== 'plain') await expectTruth();
    else expect((await store.rows(generation)).length).toBe(events);
  });

  it('did in all of that nothing a well-behaved client never does', () => {
    expect(harness.world.graph.violations).toEqual([]);
    expect(harness.world.graph.writes).toEqual([]);
  });
});
