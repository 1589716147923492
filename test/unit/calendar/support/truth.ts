import type { World } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Whatever clocks do, nobody waits longer. */
const LONGEST_WAIT = 25 * HOUR;

/** Lets time pass, alarms ring and a person confirm until two runs in a row found nothing to complain of. */
export async function untilQuiet(world: World): Promise<void> {
  const { graph, clock, store } = world;
  graph.faults = [];
  graph.endless = () => false;
  graph.onRequest = () => undefined;
  const account = (await store.load()).account ?? 'maya';
  await world.service().signedIn({ id: account });
  let well = 0;
  for (let round = 0; round < 12; round += 1) {
    const { state } = await store.load();
    const service = world.service();
    const result = state === 'suspectShrink' ? await service.confirmShrink() : await service.run('person');
    const { mode } = await store.load();
    const notBefore = !result.ok && result.error.who === 'wait' ? (result.error.notBefore ?? 0) : 0;
    if (notBefore - clock.at > LONGEST_WAIT)
      throw new Error(`waits ${(notBefore - clock.at) / HOUR} h: ${JSON.stringify(await store.load())}`);
    well = result.ok && mode === undefined ? well + 1 : 0;
    if (well === 2) return;
    // A fallback holds for a day.
    clock.at = Math.max(clock.at + (mode === undefined ? 1 : DAY), notBefore);
  }
  throw new Error(`never quiet: ${JSON.stringify(await store.load())}`);
}

/** What is wrong with a quiet store; nothing when it holds exactly what Graph shows, and leaves the alarms as they ought to be. */
export async function wrongs(world: World): Promise<string[]> {
  const { graph, store, clock, alarms } = world;
  const record = await store.load();
  const window = record.cursor?.window;
  if (!window) return ['a quiet sync holds a delta link'];
  const found: string[] = [];
  if (window.start > clock.at || window.end < clock.at + 27 * DAY)
    found.push(`the window ${JSON.stringify(window)} does not hold today and the weeks after ${clock.at}`);
  const held = await store.between(window.start, window.end);
  const seen = held.map(({ start, end, subject }) => `${start} ${end} ${subject ?? ''}`).sort();
  const truth = graph
    .truth(window)
    .map((event) => {
      const master = graph.events.get(event.seriesMasterId ?? '');
      const subject = event.type === 'occurrence' ? master?.subject : event.subject;
      return `${event.start} ${event.end} ${subject ?? ''}`;
    })
    .sort();
  if (seen.join('\n') !== truth.join('\n'))
    found.push(`held:\n${seen.join('\n')}\ntrue:\n${truth.join('\n')}`);
  if (record.events !== held.length) found.push(`${record.events} counted, ${held.length} held`);
  const generation = record.generation ?? 0;
  for (let other = 0; other <= generation + 2; other += 1)
    if (other !== generation && (await store.rows(other)).length > 0)
      found.push(`rows of generation ${other} were left behind`);
  if (!alarms.has('sync')) found.push('no alarm asks for the next round');
  if (alarms.has('sync-wait')) found.push('an alarm waits for nothing');
  const before = store.written.events;
  const again = await world.service().run('person');
  if (!again.ok) found.push(`one more run says ${JSON.stringify(again)}`);
  if (store.written.events !== before) found.push('one more run writes');
  return found;
}
