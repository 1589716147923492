import { createHash } from 'node:crypto';
import { createSyncService } from '../../../../utils/app/sync-service.ts';
import type { SyncService } from '../../../../utils/app/sync-service.ts';
import type { SyncPorts } from '../../../../utils/app/sync-ports.ts';
import type { Fact } from '../../../../utils/model/facts.ts';
import type { CalendarStore } from '../../../../utils/model/ports.ts';
import { FakeGraph } from './fake-graph.ts';
import { createMemoryStore } from './memory-store.ts';

export const NOW = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;

/** The store, counting what is written to it: rows put or removed, and commits that were not refused. */
function counting(store: CalendarStore) {
  const written = { events: 0, commits: 0 };
  return {
    ...store,
    written,
    async commit(change: Parameters<CalendarStore['commit']>[0]) {
      await store.commit(change);
      written.commits += 1;
      written.events += (change.put?.length ?? 0) + (change.remove?.length ?? 0);
    },
  };
}

/** One machine with a clock that stands still, and a worker that can be killed at any effect. */
export function createWorld(inner: CalendarStore = createMemoryStore()) {
  const clock = {
    at: NOW,
    /** What the wall clock was set forward by; the monotonic one knows nothing of it. */
    set: 0,
    now: () => clock.at,
    monotonic: () => clock.at - clock.set,
    /** Somebody sets the wall clock; no time passes. */
    jump(ms: number) {
      clock.at += ms;
      clock.set += ms;
    },
  };
  const graph = new FakeGraph();
  graph.now = () => clock.at;
  const store = counting(inner);
  const alarms = new Map<string, { readonly at?: number; readonly everyMinutes?: number }>();
  const facts = new Map<string, Fact<unknown>>();
  const deaths: string[] = [];
  let held = false;

  const ports: SyncPorts = {
    store,
    graph,
    clock,
    cloud: 'global',
    scopes: async () => ['Calendars.ReadBasic'],
    changed: () => undefined,
    digest: async (id) => createHash('sha256').update(id).digest('base64url').slice(0, 22),
    facts: {
      put: async (key, fact) => {
        facts.set(key, fact);
      },
      remove: async (keys) => keys.forEach((key) => facts.delete(key)),
    },
    alarms: {
      ensure: async (name, when) => {
        alarms.set(name, when);
      },
      clear: async (name) => {
        alarms.delete(name);
      },
    },
    lock: {
      async ifFree(_name, work) {
        if (held) return false;
        held = true;
        try {
          await work();
        } finally {
          held = false;
        }
        return true;
      },
    },
  };

  return {
    clock,
    graph,
    store,
    alarms,
    facts,
    ports,
    service: () => createSyncService(ports),
    /** Puts so many single events into the calendar, one an hour from now. */
    meetings(count: number): void {
      for (let at = 0; at < count; at += 1) {
        const start = NOW + at * HOUR;
        const end = start + HOUR;
        graph.put({ id: `event${at}`, type: 'singleInstance', start, end, subject: `Plan ${at}` });
      }
    },
    /** Effects at which a worker died: `before store.commit`, `after graph.get`. */
    deaths,
    /** Runs a service whose worker dies at its n-th effect, before it or just after; tells whether it died. */
    async doomed(
      act: (service: SyncService) => Promise<unknown>,
      effect: number,
      when: 'before' | 'after',
    ): Promise<boolean> {
      const fuse = createFuse(effect, when, (name) => deaths.push(`${when} ${name}`));
      const mine = createSyncService({
        ...ports,
        store: fuse.wrap(store, 'store'),
        graph: fuse.wrap(graph, 'graph'),
        facts: fuse.wrap(ports.facts, 'facts'),
        alarms: fuse.wrap(ports.alarms, 'alarms'),
      });
      const died = await Promise.race([act(mine).then(() => false), fuse.dead.then(() => true)]);
      // The browser lets go of a dead context's locks.
      if (died) held = false;
      return died;
    },
  };
}

export type World = ReturnType<typeof createWorld>;

/** After it blows, nothing of the worker goes on: every call hangs for ever. */
function createFuse(effect: number, when: 'before' | 'after', note: (name: string) => void) {
  let left = effect;
  let blow: () => void = () => undefined;
  const dead = new Promise<void>((resolve) => {
    blow = resolve;
  });
  const never = new Promise<never>(() => undefined);
  const call = async (name: string, work: () => unknown): Promise<unknown> => {
    if (left < 0) return never;
    left -= 1;
    if (left >= 0) return work();
    note(name);
    // What the other side answers does not reach a dead worker, not even a refusal.
    if (when === 'after') await Promise.allSettled([Promise.resolve().then(work)]);
    blow();
    return never;
  };
  const wrap = <Port extends object>(port: Port, room: string): Port =>
    new Proxy(port, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) =>
          call(`${room}.${String(name)}`, () => Reflect.apply(member, target, given));
      },
    });
  return { dead, wrap };
}
