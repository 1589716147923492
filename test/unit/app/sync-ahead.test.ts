import { beforeEach, describe, expect, it } from 'vitest';
import { createSyncService } from '../../../utils/app/sync-service.ts';
import { createWorld } from '../calendar/support/world.ts';
import type { World } from '../calendar/support/world.ts';

let world: World;

beforeEach(async () => {
  world = createWorld();
  world.meetings(20);
  await world.service().signedIn({ id: 'maya' });
});

describe('a round of several pages', () => {
  it('sends for the next page before the last one is written, one request at a time, none twice', async () => {
    const seen: string[] = [];
    const asked = new Set<string>();
    let open = 0;
    const service = createSyncService({
      ...world.ports,
      graph: {
        async get(url, options) {
          open += 1;
          expect(open).toBe(1);
          expect(asked.has(url)).toBe(false);
          asked.add(url);
          seen.push('ask');
          const answer = await world.graph.get(url, options);
          open -= 1;
          return answer;
        },
      },
      store: {
        ...world.store,
        async commit(change) {
          if ((change.put?.length ?? 0) > 0) seen.push('write');
          await world.store.commit(change);
        },
      },
    });
    expect(await service.run('alarm')).toEqual({ ok: true });
    const writes = seen.filter((what) => what === 'write').length;
    expect(writes).toBeGreaterThan(2);
    // All pages but the last were written with the next one under way.
    expect(seen.slice(0, 4)).toEqual(['ask', 'ask', 'write', 'ask']);
    expect(seen.filter((what) => what === 'ask')).toHaveLength(writes);
  });

  it('lets the next request out before it works through the page that came', async () => {
    const seen: string[] = [];
    const service = createSyncService({
      ...world.ports,
      nextTask: () => new Promise((resolve) => setImmediate(resolve)),
      graph: {
        get(url, options) {
          seen.push('ask');
          return world.graph.get(url, options);
        },
      },
      digest(text) {
        if (seen.at(-1) !== 'work') seen.push('work');
        return world.ports.digest(text);
      },
    });
    expect(await service.run('alarm')).toEqual({ ok: true });
    // The first page is worked through when it has come; every later one with its successor under way.
    expect(seen.slice(0, 5)).toEqual(['ask', 'ask', 'work', 'ask', 'work']);
  });

  it('tells open pages of its beginning and its end, and between them not of every page', async () => {
    let told = 0;
    const states: string[] = [];
    const service = createSyncService({
      ...world.ports,
      changed: () => {
        told += 1;
        void world.store.load().then(({ state }) => states.push(state));
      },
    });
    await service.run('alarm');
    // The clock of this world stands still: half a second never passes between two pages.
    expect(told).toBeLessThan(4);
    expect(states[0]).toBe('fetching');
    expect(states.at(-1)).toBe('idle');
  });

  it('tells of a page when half a second has passed since the last telling', async () => {
    let told = 0;
    const service = createSyncService({
      ...world.ports,
      changed: () => {
        told += 1;
      },
      graph: {
        get(url, options) {
          world.clock.at += 600;
          return world.graph.get(url, options);
        },
      },
    });
    await service.run('alarm');
    expect(told).toBeGreaterThan(4);
  });
});
