import { afterEach, beforeEach, expect, test } from 'vitest';
import { MAYA } from '../world/index.ts';
import { createRandom } from '../wire/random.ts';
import {
  apply,
  DAY,
  FIRST,
  type Harness,
  type Item,
  NOW,
  type Page,
  startHarness,
  V1,
  WINDOW,
} from './harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.world.close());

const calendar = () => harness.world.graph.calendar(MAYA.username);
const TYPES: Record<string, string> = { singleInstance: 'single', seriesMaster: 'master' };

/** Store and truth as comparable lines, after the missing masters were fetched one by one. */
async function compare(store: Map<string, Item>): Promise<[string[], string[]]> {
  const wanted = new Set([...store.values()].map(({ seriesMasterId }) => seriesMasterId));
  for (const id of wanted) {
    if (id === undefined || store.has(id)) continue;
    const answer = await harness.get(`${V1}/me/events/${encodeURIComponent(id)}`);
    store.set(id, answer.json() as Item);
  }
  const at = (item: Item, key: string) =>
    Date.parse(`${(item[key] as { dateTime: string }).dateTime.slice(0, 19)}Z`);
  const held = [...store.values()].map((item) => {
    const type = TYPES[item.type ?? ''] ?? item.type;
    const secret = item['sensitivity'] !== undefined && item['sensitivity'] !== 'normal';
    return [
      item.id,
      type,
      at(item, 'start'),
      at(item, 'end'),
      secret ? undefined : item.subject,
      item['changeKey'],
    ].join(' ');
  });
  const truth = calendar()
    .truth(WINDOW)
    .map((row) => [row.id, row.type, row.start, row.end, row.subject, row.changeKey].join(' '));
  return [held.sort(), truth.sort()];
}

test('a first round holds at least 600 rows and, with missing masters fetched, is the truth', async () => {
  const store = new Map<string, Item>();
  const { pages } = await harness.round(FIRST);
  apply(store, pages);
  expect(store.size).toBeGreaterThanOrEqual(600);
  const masters = new Set(
    [...store.values()].map((item) => item.seriesMasterId).filter((id) => id !== undefined),
  );
  expect([...masters].some((id) => !store.has(id))).toBe(true);
  const [held, truth] = await compare(store);
  expect(held).toEqual(truth);
});

test('the rough texture is there: empty pages, growing pages, replays, ghosts, late masters', async () => {
  const { pages } = await harness.round(FIRST, 'IdType="ImmutableId", odata.maxpagesize=15');
  const items = pages.flatMap(({ value }) => value);
  expect(pages.some(({ value, ...link }) => value.length === 0 && '@odata.nextLink' in link)).toBe(true);
  expect(pages.some(({ value }) => value.length > 15)).toBe(true);
  expect(items.length).toBeGreaterThan(new Set(items.map(({ id }) => id)).size);
  expect(items.filter((item) => item['@removed'])).toHaveLength(3);
  const lateMaster = items.some(
    (item, at) =>
      item.type === 'seriesMaster' && items.slice(0, at).some((before) => before.seriesMasterId === item.id),
  );
  expect(lateMaster).toBe(true);
  for (const page of pages) expect('@odata.nextLink' in page).not.toBe('@odata.deltaLink' in page);
});

test('items: slim occurrences, full exceptions, bare tombstones', async () => {
  const { pages } = await harness.round(FIRST);
  const items = pages.flatMap(({ value }) => value);
  const occurrence = items.find(({ type }) => type === 'occurrence') ?? { id: '' };
  expect(Object.keys(occurrence).sort()).toEqual([
    '@odata.etag',
    '@odata.type',
    'end',
    'id',
    'seriesMasterId',
    'start',
    'type',
  ]);
  const exception = items.find(({ type }) => type === 'exception');
  expect(exception).toMatchObject({ subject: expect.any(String), seriesMasterId: expect.any(String) });
  expect(items.find((item) => item['@removed'])).toEqual({
    id: expect.any(String),
    '@removed': { reason: 'deleted' },
  });
});

test('the page size is 10 without a hint, and no query options are allowed', async () => {
  const first = (await harness.get(FIRST, { Prefer: 'IdType="ImmutableId"' })).json() as unknown as Page;
  expect(first.value).toHaveLength(10);
  for (const option of ['$select=id', '$filter=a', '$expand=b', '$orderby=c', '$search=d', '$top=5']) {
    const answer = await harness.get(`${FIRST}&${option}`);
    expect(answer.status).toBe(400);
    expect((answer.json()['error'] as { code: string }).code).toBe('ErrorInvalidUrlQuery');
  }
  expect((await harness.get(`${V1}/me/calendarView/delta`)).status).toBe(400);
});

test('without the ImmutableId preference the ids are of the other form', async () => {
  const [plain, immutable] = await Promise.all(
    ['outlook.timezone="UTC"', 'IdType="ImmutableId"'].map(
      async (Prefer) => ((await harness.get(FIRST, { Prefer })).json() as unknown as Page).value[0],
    ),
  );
  expect(plain?.id).toMatch(/^AAMk/);
  expect(immutable?.id).toMatch(/^AAkA/);
  expect(plain?.subject).toBe(immutable?.subject);
});

test('one more round says nothing; each kind of change arrives; the store stays the truth', async () => {
  const store = new Map<string, Item>();
  const first = await harness.round(FIRST);
  apply(store, first.pages);
  await compare(store);
  const quiet = await harness.round(first.deltaLink);
  expect(quiet.pages).toEqual([expect.objectContaining({ value: [] })]);

  const rows = calendar().truth(WINDOW);
  const some = (type: string, at: number) =>
    rows.filter((row) => row.type === type && row.start > NOW)[at]?.id ?? '';
  const edits = calendar();
  const added = edits.add({ start: NOW + DAY, end: NOW + DAY + 1_800_000, subject: 'Brand new' });
  edits.change(some('single', 1), { subject: 'Renamed' });
  edits.move(some('single', 2), { start: NOW + 2 * DAY, end: NOW + 2 * DAY + 60_000 });
  edits.move(some('single', 3), { start: NOW + 300 * DAY, end: NOW + 300 * DAY + 60_000 });
  edits.cancel(some('single', 4));
  edits.remove(some('single', 5));
  edits.remove(some('occurrence', 3));
  edits.move(some('occurrence', 9), { start: NOW + 3 * DAY, end: NOW + 3 * DAY + 60_000 });
  edits.change(some('exception', 1), { location: 'Room Wren' });
  edits.moveSeries(calendar().find('Planning', WINDOW).split('/')[0] ?? '', '06:05');
  edits.removeSeries(calendar().find('Retrospective', WINDOW).split('/')[0] ?? '');
  const outside = edits.add({ start: NOW + 400 * DAY, end: NOW + 400 * DAY + 60_000, subject: 'Far away' });

  const second = await harness.round(quiet.deltaLink);
  const said = second.pages.flatMap(({ value }) => value);
  expect(said).toContainEqual(expect.objectContaining({ id: edits.idOf(added), subject: 'Brand new' }));
  expect(said).toContainEqual({ id: edits.idOf(outside), '@removed': { reason: 'deleted' } });
  expect(said).toContainEqual({
    id: some('single', 5) || expect.any(String),
    '@removed': { reason: 'deleted' },
  });
  apply(store, second.pages);
  const [held, truth] = await compare(store);
  expect(held).toEqual(truth);
});

test('changes while a round is under way: after the next round the store is the truth', async () => {
  const random = createRandom(5);
  const store = new Map<string, Item>();
  let link = FIRST;
  const edit = () => {
    const row = random.pick(
      calendar()
        .truth(WINDOW)
        .filter(({ type }) => type !== 'master'),
    );
    const span = { start: NOW + random.int(-20, 90) * DAY, end: 0 };
    span.end = span.start + 60_000;
    const act = random.int(0, 4);
    if (act === 0) calendar().remove(row.id);
    else if (act === 1) calendar().move(row.id, span);
    else if (act === 2) calendar().change(row.id, { subject: `Edit ${random.digits(4)}` });
    else if (act === 3) calendar().add({ ...span, subject: 'Added' });
    else if (row.seriesMasterId !== undefined && random.chance(0.3))
      calendar().removeSeries(row.seriesMasterId);
  };
  for (let round = 0; round < 6; round++) {
    for (;;) {
      const page = (await harness.get(link)).json() as unknown as Page;
      apply(store, [page]);
      if (round < 5) {
        edit();
        edit();
      }
      link = page['@odata.nextLink'] ?? page['@odata.deltaLink'] ?? '';
      if (page['@odata.deltaLink'] !== undefined) break;
    }
  }
  const [held, truth] = await compare(store);
  expect(held).toEqual(truth);
});

test('the window is frozen into the token; new dates on a link change nothing', async () => {
  const { deltaLink } = await harness.round(FIRST);
  calendar().add({ start: NOW + 70 * DAY, end: NOW + 70 * DAY + 60_000 });
  const bent = `${deltaLink}&startDateTime=2026-01-01T00:00:00Z&endDateTime=2028-01-01T00:00:00Z`;
  const { pages } = await harness.round(bent);
  expect(pages.flatMap(({ value }) => value)).toEqual([
    expect.objectContaining({ '@removed': { reason: 'deleted' } }),
  ]);
});

test('a repeated request works until the next link was used; older links are stale', async () => {
  const next = async (link: string) =>
    ((await harness.get(link)).json() as unknown as Page)['@odata.nextLink'] ?? '';
  const second = await next(FIRST);
  const third = await next(second);
  expect((await harness.get(second)).status).toBe(200);
  expect((await harness.get(third)).status).toBe(200);
  const stale = await harness.get(second);
  expect(stale.status).toBe(410);
  const { deltaLink } = await harness.round(FIRST);
  const later = await harness.round(deltaLink);
  expect((await harness.get(deltaLink)).status).toBe(200);
  await harness.round(later.deltaLink);
  expect((await harness.get(deltaLink)).status).toBe(410);
});

test('lost, expired, malformed and foreign tokens', async () => {
  const { deltaLink } = await harness.round(FIRST);
  harness.world.graph.forgetSyncStates();
  const gone = await harness.get(deltaLink);
  expect(gone.status).toBe(410);
  expect(gone.json()['error']).toMatchObject({ code: 'SyncStateNotFound' });
  const fresh = await harness.round(gone.headers.location ?? '');
  expect(fresh.pages.flatMap(({ value }) => value).length).toBeGreaterThan(600);
  const made = await harness.get(`${V1}/me/calendarView/delta?$deltatoken=abc`);
  expect([made.status, (made.json()['error'] as { code: string }).code]).toEqual([400, 'InvalidDeltaToken']);
});

test('a round that never ends, and its three cures', async () => {
  const { graph } = harness.world;
  graph.endless = { after: 2, cure: 'no-page-size' };
  await expect(harness.round(FIRST, undefined, 60)).rejects.toThrow('does not end');
  await expect(harness.round(FIRST, 'IdType="ImmutableId"')).resolves.toBeTruthy();
  graph.endless = { after: 2, cure: 'half-window' };
  const half = FIRST.replace(new Date(WINDOW.end).toISOString(), new Date(NOW + 30 * DAY).toISOString());
  await expect(harness.round(half)).resolves.toBeTruthy();
  graph.endless = { after: 1, cure: 'never' };
  const links: string[] = [];
  const sets: string[] = [];
  for (let link = half; links.length < 6; ) {
    const page = (await harness.get(link)).json() as unknown as Page;
    link = page['@odata.nextLink'] ?? '';
    links.push(link);
    sets.push(page.value.map(({ id }) => id).join());
  }
  expect(new Set(links).size).toBe(6);
  expect(new Set(sets).size).toBe(1);
});
