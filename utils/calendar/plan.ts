import { hash32 } from '../core/hash.ts';
import type { EventRow } from '../model/calendar.ts';
import type { Item } from './item.ts';

/** What the plan has to know of the store and the round. */
export interface Ground {
  readonly generation: number;
  /** Digest of every id on the page, masters named by occurrences included. */
  readonly keys: ReadonlyMap<string, string>;
  /** Rows held under the page's own keys. */
  readonly before: ReadonlyMap<string, EventRow>;
  /** Whether a row is held under a master's key. */
  readonly holds: (key: string) => boolean;
  /** Keys seen earlier in this round. */
  readonly seen: ReadonlySet<string>;
  /** Graph ids of masters missing so far. */
  readonly pending: readonly string[];
  /** A plain read brings whole occurrences and never a master. */
  readonly wantsMasters: boolean;
}

/** What a page changes, and what the machine needs to know about it. */
export interface Plan {
  readonly put: readonly EventRow[];
  readonly remove: readonly { readonly generation: number; readonly key: string }[];
  readonly keys: readonly string[];
  readonly hash: string;
  readonly fresh: number;
  readonly added: number;
  readonly changed: number;
  /** Calendar items that lose an event; a series is one. */
  readonly removed: number;
  /** Replays, tombstones of ids not held, odd items. */
  readonly ignored: number;
  readonly gained: number;
  readonly longest: number;
  readonly pending: readonly string[];
}

/** Ids of a page that need a digest. */
export function idsOf(items: readonly Item[]): string[] {
  const ids = items.flatMap((item) => {
    if (item.kind === 'odd') return [];
    return item.kind === 'row' && item.masterId !== undefined ? [item.id, item.masterId] : [item.id];
  });
  return [...new Set(ids)];
}

/**
 * The writes of one page. No order is promised inside a round: of an id that repeats the last counts; a tombstone of an id not held is
 * no news (Graph sends them for events outside the window, microsoft.md A.4); a row that says what is held is not written again.
 */
export function planPage(items: readonly Item[], ground: Ground): Plan {
  const last = lastPerKey(items, ground);
  const put: EventRow[] = [];
  const remove: { generation: number; key: string }[] = [];
  const pending = new Set(ground.pending);
  const losing = new Set<string>();
  let [added, changed, gained, longest] = [0, 0, 0, 0];
  for (const [key, item] of last) {
    const held = ground.before.get(key);
    const row = item.kind === 'row' ? toRow(item, key, ground) : undefined;
    if (row && !(held && sameRow(held, row))) {
      put.push(row);
      if (held) changed += 1;
      else added += 1;
      gained += weight(row) - weight(held);
    } else if (!row && held?.type === 'master') {
      // Graph may tell of a master outside the window as removed while its occurrences go on (A.4): ask for it by itself.
      pending.add(item.id);
    } else if (!row && held) {
      remove.push({ generation: ground.generation, key });
      losing.add(held.master ?? key);
      gained -= weight(held);
    }
    if (row && row.type !== 'master') longest = Math.max(longest, row.end - row.start);
  }
  for (const [key, item] of last) {
    if (item.kind !== 'row') continue;
    if (item.row.type === 'master') pending.delete(item.id);
    else if (ground.wantsMasters && item.row.type === 'occurrence' && item.masterId !== undefined) {
      const master = ground.keys.get(item.masterId) ?? key;
      if (!ground.holds(master) && last.get(master)?.kind !== 'row') pending.add(item.masterId);
    }
  }
  const keys = [...last.keys()];
  const fresh = keys.filter((key) => !ground.seen.has(key)).length;
  const ignored = items.length - put.length - remove.length;
  return {
    put,
    remove,
    keys,
    hash: fingerprint(keys),
    fresh,
    added,
    changed,
    removed: losing.size,
    ignored,
    gained,
    longest,
    pending: [...pending],
  };
}

type Known = Exclude<Item, { kind: 'odd' }>;

function lastPerKey(items: readonly Item[], { keys }: Ground): Map<string, Known> {
  const last = new Map<string, Known>();
  for (const item of items) {
    const key = item.kind === 'odd' ? undefined : keys.get(item.id);
    if (item.kind !== 'odd' && key !== undefined) last.set(key, item);
  }
  return last;
}

function toRow(item: Extract<Item, { kind: 'row' }>, key: string, { generation, keys }: Ground): EventRow {
  const master = item.masterId === undefined ? undefined : keys.get(item.masterId);
  return { generation, key, ...item.row, ...(master === undefined ? {} : { master }) };
}

/** Events counted for a row: a master stands for none of its own. */
function weight(row: EventRow | undefined): number {
  return row && row.type !== 'master' ? 1 : 0;
}

function fingerprint(keys: readonly string[]): string {
  return `${keys.length}-${hash32(keys.toSorted().join()).toString(36)}`;
}

/** Whether two rows say the same. */
export function sameRow(a: EventRow, b: EventRow): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)] as (keyof EventRow)[]);
  for (const name of names) if (a[name] !== b[name]) return false;
  return true;
}
