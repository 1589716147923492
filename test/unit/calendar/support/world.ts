import { createHash } from 'node:crypto';
import { createSyncService } from '../../../../utils/app/sync-service.ts';
import type { SyncService } from '../../../../utils/app/sync-service.ts';
import type { SyncPorts } from '../../../../utils/app/sync-ports.ts';
import type { Fact } from '../../../../utils/model/facts.ts';
import { FakeGraph } from './fake-graph.ts';
import { createMemoryStore } from './memory-store.ts';

export const NOW = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;

/** One machine with a clock that stands still, and a worker that can be killed at any effect. */
export function createWorld() {
  const clock = { at: NOW, now: () => clock.at, monotonic: () => clock.at };
  const graph = new FakeGraph();
  const store = createMemoryStore();
  const alarms = new Map<string, { readonly at?: number; readonly everyMinutes?: number }>();
  const facts = new Map<string, Fact<unknown>>();
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
    /** Runs a service whose worker dies at its n-th effect, before it or just after; tells whether it died. */
    async doomed(
      act: (service: SyncService) => Promise<unknown>,
      effect: number,
      when: 'before' | 'after',
    ): Promise<boolean> {
      const fuse = createFuse(effect, when);
      const mine = createSyncService({
        ...ports,
        store: fuse.wrap(store),
        graph: fuse.wrap(graph),
        facts: fuse.wrap(ports.facts),
        alarms: fuse.wrap(ports.alarms),
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
function createFuse(effect: number, when: 'before' | 'after') {
  let left = effect;
  let blow: () => void = () => undefined;
  const dead = new Promise<void>((resolve) => {
    blow = resolve;
  });
  const never = new Promise<never>(() => undefined);
  const call = async (work: () => unknown): Promise<unknown> => {
    if (left < 0) return never;
    left -= 1;
    if (left >= 0) return work();
    // What the other side answers does not reach a dead worker, not even a refusal.
    if (when === 'after') await Promise.allSettled([Promise.resolve().then(work)]);
    blow();
    return never;
  };
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => call(() => Reflect.apply(member, target, given));
      },
    });
  return { dead, wrap };
}
