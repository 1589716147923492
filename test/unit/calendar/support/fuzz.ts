import { createGraph } from '../../../../utils/adapters/graph/index.ts';
import type { GraphGet } from '../../../../utils/adapters/graph/index.ts';
import { createSyncService } from '../../../../utils/app/sync-service.ts';
import { SynclineError } from '../../../../utils/core/errors.ts';
import type { EventRow } from '../../../../utils/model/calendar.ts';
import type { SyncResult } from '../../../../utils/model/messages.ts';
import type { CalendarStore } from '../../../../utils/model/ports.ts';
import { createRandom } from '../../../sim/wire/random.ts';
import { alter } from './perform.ts';
import { spoil } from './spoil.ts';
import { untilQuiet, wrongs } from './truth.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

const TYPES = new Set(['single', 'occurrence', 'exception', 'master']);
/** Fields of a row: what a stored one may be, and nothing beside it. */
const TEXT = new Set(['master', 'subject', 'place', 'zoom', 'zoomHost', 'changeKey']);
const FLAGS = new Set(['allDay', 'cancelled', 'mine', 'private']);

function rowWrong(row: EventRow): string | null {
  for (const [name, value] of Object.entries(row)) {
    const right =
      name === 'type'
        ? TYPES.has(value as string)
        : name === 'start' || name === 'end' || name === 'generation'
          ? Number.isSafeInteger(value)
          : name === 'key'
            ? /^[\w-]{22}$/.test(value as string)
            : FLAGS.has(name)
              ? value === true
              : TEXT.has(name) && typeof value === 'string' && value !== '' && value.length <= 255;
    // A subject may be nothing but secrets.
    if (!right && !(name === 'subject' && value === ''))
      return `${name}: ${JSON.stringify(value).slice(0, 200)}`;
  }
  return row.end < row.start ? 'ends before it begins' : null;
}

/** What is wrong with result and store after a spoilt answer. */
async function wrongAfter(world: World, result: SyncResult): Promise<string | null> {
  if (!result.ok && /^unexpected|Error$/.test(`${result.error.code} ${result.error.raw ?? ''}`))
    return `ends in no named state: ${JSON.stringify(result.error)}`;
  const record = await world.store.load();
  if (JSON.stringify(record).length > 50_000) return 'the record grew without bounds';
  for (const generation of [record.generation, record.filling])
    for (const row of generation === undefined ? [] : await world.store.rows(generation)) {
      const wrong = rowWrong(row);
      if (wrong) return `a row ${wrong}`;
    }
  return null;
}

/** The product's own gateway between a service and a calendar, with a wire that spoils every answer while it is told to. */
function wire(world: World, seed: number) {
  const random = createRandom(seed);
  const state = { spoils: false, spoilt: 0, lie: false, last: '', broken: null as unknown };
  const get: GraphGet = async (url, { prefer }) => {
    const plain = async () => {
      const { body } = await world.graph.get(url, prefer === undefined ? {} : { prefer });
      return { status: 200, text: JSON.stringify(body), bytes: 0, header: () => null };
    };
    const answer = await plain().catch((error: unknown) => {
      // A single event that is gone, as Graph says it.
      const lost = error instanceof SynclineError && error.info.code === 'sync-state-lost';
      const code = lost ? 'SyncStateNotFound' : 'ErrorItemNotFound';
      const text = JSON.stringify({ error: { code } });
      return { status: lost ? 410 : 404, text, bytes: text.length, header: () => null };
    });
    if (!state.spoils) return answer;
    const spoilt = spoilOrTell(answer.text);
    state.spoilt += 1;
    state.lie ||= spoilt.lie;
    state.last = spoilt.how;
    return answer.status === 200 ? spoilt.answer : { ...spoilt.answer, status: answer.status };
  };
  const spoilOrTell = (text: string) => {
    try {
      return spoil(text, random);
    } catch (error) {
      // The gateway would take it for a dead network.
      state.broken = error;
      throw error;
    }
  };
  const graph = createGraph({
    get,
    clock: world.clock,
    host: 'graph.microsoft.com',
    auth: { token: async () => 'token' },
    sleep: async (ms) => {
      world.clock.at += ms;
    },
  });
  return { state, random, graph };
}

/**
 * One calendar over a wire that spoils answers for a while, then none.
 *
 * @returns how many answers were spoilt
 * @throws an error that says how the seed went wrong
 */
export async function fuzzOnce(seed: number, store: CalendarStore): Promise<number> {
  const world = createWorld(store);
  const { state, random, graph } = wire(world, seed);
  const service = () => createSyncService({ ...world.ports, graph });
  for (let n = 0; n < 3; n += 1) {
    alter(world, { do: 'series', n, count: 5, hidden: n === 1 });
    alter(world, { do: 'single', n, day: n, word: 'Plan' });
  }
  await service().signedIn({ id: 'maya' });
  if (random.chance(0.6)) await service().run('sign-in');
  state.spoils = true;
  for (let left = random.int(2, 6); left > 0; left -= 1) {
    alter(world, { do: 'single', n: left, day: left, word: 'Review' });
    const result = await service().run('person');
    if (state.broken) throw state.broken;
    const wrong = await wrongAfter(world, result);
    if (wrong) throw new Error(`after “${state.last}” ${wrong}`);
    const { notBefore } = await world.store.load();
    world.clock.at = Math.max(world.clock.at + 1_000, notBefore);
  }
  state.spoils = false;
  const whole: World = { ...world, service };
  // What was believed because nothing gave it away is put right by the next reading of everything.
  if (state.lie) {
    world.graph.faults = [{ error: { code: 'sync-state-lost', who: 'resync' } }];
    await service().run('person');
  }
  await untilQuiet(whole);
  const found = await wrongs(whole);
  if (found.length > 0) throw new Error(`(${state.lie ? 'a lie' : 'no lie'}) ${found.join('\n')}`);
  return state.spoilt;
}

/** Spoils at least so many answers; the error of a seed that fails names the command that runs it alone. */
export async function fuzz(
  answers: number,
  createStore: (seed: number) => CalendarStore,
): Promise<{ seeds: number; spoilt: number }> {
  const only = process.env['WIRE_SEED'];
  let spoilt = 0;
  let seeds = 0;
  for (; spoilt < answers; seeds += 1) {
    const seed = only === undefined ? seeds + 1 : Number(only);
    try {
      spoilt += await fuzzOnce(seed, createStore(seed));
    } catch (cause) {
      throw new Error(`WIRE_SEED=${seed} npm run test:long -- wire\n${String(cause)}`, { cause });
    }
    if (only !== undefined) break;
  }
  return { seeds, spoilt };
}
