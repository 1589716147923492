import { createSyncService } from '../../../../utils/app/sync-service.ts';
import type { SyncService } from '../../../../utils/app/sync-service.ts';
import type { Act, Change, Op } from './schedule.ts';
import { NOW } from './world.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function occurrence(series: number, at: number) {
  const start = NOW + (at - 2) * 7 * DAY + series * HOUR;
  return { id: `series${series}:${at}`, seriesMasterId: `series${series}`, start, end: start + HOUR };
}

/** Changes the calendar. */
export function alter({ graph }: World, change: Change): void {
  const single = (id: string, start: number, subject: string) =>
    graph.put({ id, type: 'singleInstance', start, end: start + 3 * HOUR, subject });
  switch (change.do) {
    case 'single':
      single(`single${change.n}`, NOW + change.day * DAY, change.word);
      break;
    case 'series': {
      if (change.hidden) graph.hideMaster(`series${change.n}`);
      const { start, end } = occurrence(change.n, 0);
      graph.put({ id: `series${change.n}`, type: 'seriesMaster', start, end, subject: `Series ${change.n}` });
      for (let at = 0; at < change.count; at += 1)
        graph.put({ ...occurrence(change.n, at), type: 'occurrence' });
      break;
    }
    case 'except':
      if (graph.events.has(`series${change.n}:${change.at}`))
        graph.put({ ...occurrence(change.n, change.at), type: 'exception', subject: change.word });
      break;
    case 'rename': {
      const master = graph.events.get(`series${change.n}`);
      if (master) graph.put({ ...master, subject: change.word });
      break;
    }
    case 'remove':
      graph.remove(`single${change.n}`);
      graph.remove(`series${change.n}:${change.n}`);
      break;
    case 'remove-series':
      for (let at = 0; at < 9; at += 1) {
        if (change.bare) graph.vanish(`series${change.n}:${at}`);
        else graph.remove(`series${change.n}:${at}`);
      }
      graph.remove(`series${change.n}`);
      break;
    case 'flood':
      for (let at = 0; at < change.count; at += 1) single(`flood${at}`, NOW + at * DAY, `Flood ${at}`);
      break;
    case 'empty':
      for (const id of graph.events.keys()) graph.remove(id);
      break;
  }
}

const ACTS: Readonly<Record<Act, (service: SyncService, who: string) => Promise<unknown>>> = {
  run: (service) => service.run('alarm'),
  wake: (service) => service.wake(),
  confirm: (service) => service.confirmShrink(),
  'sign-out': (service) => service.signedOut(),
  'sign-in': (service, who) => service.signedIn({ id: who }),
};

/** Whether an open round has the alarm that brings it back. */
async function isWatched({ store, alarms }: World): Promise<boolean> {
  return (await store.load()).state !== 'fetching' || alarms.has('sync-wait');
}

/** Runs again and again, killed at its first effect, at its second, and so on, until one run lives to its end. */
async function sweep(world: World, when: 'before' | 'after'): Promise<void> {
  for (let effect = 0; ; effect += 1) {
    const watched = await isWatched(world);
    const died = await world.doomed((service) => service.run('alarm'), effect, when);
    if (watched && !(await isWatched(world)))
      throw new Error(`killed ${when} effect ${effect}: no alarm will bring the open round back`);
    if (!died) return;
    if (effect > 500) throw new Error('a run has no end');
  }
}

/** Two workers at once, as in an update; without a lock only the store keeps them apart. */
async function two(world: World, locked: boolean): Promise<void> {
  const lock = {
    async ifFree(_name: string, work: () => Promise<void>) {
      await work();
      return true;
    },
  };
  const worker = () => createSyncService({ ...world.ports, ...(locked ? {} : { lock }) });
  await Promise.all([worker().run('alarm'), worker().run('person'), worker().wake()]);
}

/** Does one step of a schedule. */
export async function perform(world: World, op: Op): Promise<void> {
  const { graph, clock, alarms } = world;
  switch (op.do) {
    case 'during': {
      let left = op.requests;
      graph.onRequest = () => {
        left -= 1;
        if (left === 0) alter(world, op.change);
      };
      break;
    }
    case 'page-size':
      graph.pageSize = op.size;
      break;
    case 'endless':
      graph.endless = (url, prefer) => {
        if (op.cure === 'size') return prefer.includes('maxpagesize') && url.includes('/delta');
        return op.cure === 'delta' && url.includes('/delta');
      };
      break;
    case 'fault':
      graph.faults.push(op.fault);
      break;
    case 'sleep':
      clock.at += op.ms;
      break;
    case 'jump':
      clock.jump(op.ms);
      break;
    case 'lose-alarms':
      alarms.clear();
      break;
    case 'act':
      await ACTS[op.act](world.service(), op.who);
      break;
    case 'two':
      await two(world, op.locked);
      break;
    case 'kill':
      await world.doomed((service) => ACTS[op.act](service, op.who), op.effect, op.when);
      break;
    case 'sweep':
      await sweep(world, op.when);
      break;
    default:
      alter(world, op);
  }
}
