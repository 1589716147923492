import { idsOf, nextLink, parsePage, planPage, suspectShrink, worthWeighing } from '../calendar/index.ts';
import type { Item, ParsedPage, Plan, SyncEvent } from '../calendar/index.ts';
import { findZoomLink } from '../meetings/index.ts';
import type { Cursor, EventRow, ReadMode, Shrink, SyncRecord } from '../model/calendar.ts';
import type { Digest } from '../model/ports.ts';
import { troubleEvent } from './sync-graph.ts';
import type { Asker } from './sync-graph.ts';
import type { SyncPorts } from './sync-ports.ts';
import type { Tally } from './sync-tally.ts';

/** Writes that travel with the commit of the event they belong to. */
export interface Writes {
  readonly put?: readonly EventRow[];
  readonly remove?: readonly { readonly generation: number; readonly key: string }[];
}

export interface Stage {
  readonly event: SyncEvent;
  readonly writes: Writes;
}

/** A page understood, with all of its digests: what needs nothing of the store. */
interface Understood {
  readonly page: ParsedPage;
  readonly keys: ReadonlyMap<string, string>;
}

/** Reads pages of one run; remembers which ids the round has seen, so that a fill asks the store once and not per page. */
export function createPageReader({ store, digest, clock, nextTask }: SyncPorts, asker: Asker, tally: Tally) {
  let known = { generation: -1, filling: false, held: new Set<string>(), seen: new Set<string>() };

  const recall = async (record: SyncRecord, generation: number) => {
    const filling = record.filling !== undefined;
    const begun = (record.round?.pages ?? 0) > 0;
    if (known.generation === generation && known.filling === filling && begun) return known;
    const held = new Set(filling && begun ? await store.keys(generation) : []);
    known = { generation, filling, held, seen: new Set(held) };
    return known;
  };

  let ahead: { readonly link: string; readonly coming: Promise<Understood> } | null = null;
  /** The page the round stands at: only the one behind it may set out. */
  let awaited: string | null = null;

  const understand = async (link: string, mode: ReadMode, cloud: string): Promise<Understood> => {
    const { body } = await asker.ask(link, mode);
    const next = awaited === link ? nextLink(body, cloud) : null;
    if (next !== null) {
      void begin({ link: next, cloud }, mode);
      // Parsing 500 events takes 5 to 12 ms (2026-11-23): begun in this same task it would hold the next request back.
      await nextTask?.();
    }
    const page = parsePage(body, cloud, findZoomLink);
    return { page, keys: page.ok ? await digests(page.items, digest) : new Map() };
  };

  /** Begins a page that is wanted soon: it comes while the last one is planned and written (speed.md 2.2). */
  const begin = ({ link, cloud }: Pick<Cursor, 'link' | 'cloud'>, mode: ReadMode): Promise<Understood> => {
    if (ahead?.link === link) return ahead.coming;
    const coming = understand(link, mode, cloud);
    coming.catch(() => undefined); // handled where the page is awaited
    ahead = { link, coming };
    return coming;
  };

  const read = async (record: SyncRecord): Promise<Stage> => {
    const { cursor, mode = 'delta' } = record;
    const generation = record.filling ?? record.generation;
    if (!cursor || generation === undefined)
      return { event: troubleEvent({ code: 'no-cursor', who: 'resync' }, clock.now()), writes: {} };
    const coming = begin(cursor, mode);
    ahead = null;
    awaited = cursor.link;
    const { page, keys } = await coming;
    if (!page.ok) return { event: troubleEvent(page.error, clock.now()), writes: {} };
    // Begun already, unless this page had come before it was asked for. Should the machine want another link, what comes is dropped.
    if (page.link.kind === 'next') void begin({ link: page.link.href, cloud: cursor.cloud }, mode);

    const { held, seen, filling } = await recall(record, generation);
    const wanted = [...keys.values()].filter((key) => !filling || held.has(key));
    const before = await readRows(store, generation, filling ? ownKeys(page.items, keys, held) : wanted);
    const plan = planPage(page.items, {
      generation,
      keys,
      before,
      holds: (key) => (filling ? held.has(key) : before.has(key)),
      seen,
      pending: record.pendingMasters ?? [],
      wantsMasters: mode !== 'plain',
    });
    for (const key of plan.keys) seen.add(key);
    for (const row of plan.put) held.add(row.key);
    for (const { key } of plan.remove) held.delete(key);
    tally.page(plan);
    const shrink = filling ? null : await weigh(store, record, generation, plan);
    const { hash, fresh, removed, gained, longest, pending } = plan;
    const news = {
      link: page.link,
      items: page.items.length,
      hash,
      fresh,
      removed,
      gained,
      longest,
      pending,
      shrink,
    };
    return {
      event: { type: 'page', now: clock.now(), page: news },
      writes: { put: plan.put, remove: plan.remove },
    };
  };

  return { read, begin };
}

async function digests(items: readonly Item[], digest: Digest): Promise<Map<string, string>> {
  // All awaiting is done before any transaction opens.
  return new Map(await Promise.all(idsOf(items).map(async (id) => [id, await digest(id)] as const)));
}

function ownKeys(
  items: readonly Item[],
  keys: ReadonlyMap<string, string>,
  held: ReadonlySet<string>,
): string[] {
  return items.flatMap((item) => {
    const key = item.kind === 'odd' ? undefined : keys.get(item.id);
    return key !== undefined && held.has(key) ? [key] : [];
  });
}

async function readRows(store: SyncPorts['store'], generation: number, keys: readonly string[]) {
  const rows = keys.length === 0 ? [] : await store.get(generation, keys);
  return new Map(rows.flatMap((row) => (row ? [[row.key, row] as const] : [])));
}

async function weigh(
  store: SyncPorts['store'],
  record: SyncRecord,
  generation: number,
  plan: Plan,
): Promise<Shrink | null> {
  const already = record.round?.removed ?? 0;
  if (!record.cursor || !worthWeighing(already + plan.removed)) return null;
  const going = new Set(plan.remove.map(({ key }) => key));
  return suspectShrink(await store.rows(generation), (key) => !going.has(key), record.cursor.window, already);
}
