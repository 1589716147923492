import type { Threshold } from '../registry.ts';
import type { Bench } from '../suites/suite.ts';
import { alternated, rounds } from '../suites/suite.ts';
import { openStand, type Stand, type Way } from './page.ts';
import { benchPage } from './pages.ts';

const SIZES = [300, 3_000, 30_000];
const FAMILIES = ['new', 'old'] as const;
/** Settings of ours on every one of these pages. */
const SETTINGS = 7;

const AGAINST = 'one TreeWalker pass over the same page, one regular expression a text';
const COLD =
  'of the 2 ms a first reading takes at 3,000 nodes 1.5 are spent at 300 too: in a fresh world the engine sets up each kind of node (25 to 75 us each, 150 for the document and its body) and each call when they are first used, and a walk over texts uses three. At 30,000 nodes 1.8 ms are six lists of elements, each a walk of the engine over the whole page, and every seventh neighbour speaks of calendars, so that 143 of 888 controls are looked at closely';

const MUTATIONS = 'portal mutations';
const SLICE = 'portal slice';
/** No single piece of work on the page may take longer, ms. */
const LONGEST_SLICE = 4;

/** What watching costs, on a page of 3,000 nodes. */
const WATCHING: Readonly<Record<string, Threshold>> = {
  [MUTATIONS]: {
    what: '1,000 changes nobody asked about, watched, 3,000 nodes',
    against: 'the same changes unwatched, in the page’s own tasks',
    unit: 'ratio',
    aim: { most: 1.5 },
  },
  [SLICE]: {
    what: 'Longest look after such changes, 3,000 nodes',
    against: '4 ms',
    unit: 'ratio',
    aim: { most: 1 },
  },
};

/** The suite's lines of the registry, by bench. Only 3,000 and 30,000 nodes have an aim; a page of 300 is shown for its price. */
export const PORTAL_READ: Readonly<Record<string, Threshold>> = { ...reading(), ...WATCHING };

function reading(): Record<string, Threshold> {
  return Object.fromEntries(
    FAMILIES.flatMap((family) =>
      SIZES.flatMap((size) => {
        const what = `Reading a page, ${family} components, ${size.toLocaleString('en')} nodes`;
        const aim = (most: number) => (size === 300 ? null : { most });
        const line = (state: string, most: number, excused?: Threshold['excused']): [string, Threshold] => [
          name(family, size, state),
          {
            what: `${what}, ${state}`,
            against: AGAINST,
            unit: 'ratio',
            aim: aim(most),
            ...(excused && size !== 300 ? { excused } : {}),
          },
        ];
        return [
          line('fresh', 0.6, { upTo: size === 3_000 ? 3.8 : 1.8, why: COLD }),
          line('repeated', 0.4),
          line('disturbed', 0.8),
        ];
      }),
    ),
  );
}

function name(family: string, size: number, state: string): string {
  return `portal ${family} ${size} ${state}`;
}

/** Microseconds to the table's milliseconds. */
const inMs = (ours: number, theirs: number) => ({ ours: ours / 1000, theirs: theirs / 1000 });

async function watched(stand: Stand, run: Bench): Promise<void> {
  await stand.show(benchPage({ family: 'new', nodes: 3_000 }));
  await stand.time('read', 3);
  for (let round = -2; round < rounds(run, 15); round += 1) {
    const took = new Map<boolean, number>();
    let slice = 0;
    for (const watching of alternated([true, false], round)) {
      const { page, looks } = await stand.mutate(watching);
      took.set(watching, page);
      if (watching) slice = Math.max(...looks);
    }
    if (round < 0) continue;
    run.note(MUTATIONS, { ours: took.get(true) ?? Number.NaN, theirs: took.get(false) ?? Number.NaN });
    run.note(SLICE, { ours: slice, theirs: LONGEST_SLICE });
  }
}

async function fresh(stand: Stand, html: string, round: number): Promise<{ ours: number; theirs: number }> {
  const took = new Map<Way, number>();
  for (const way of alternated(['read', 'walk'] as const, round)) {
    await stand.show(html);
    took.set(way, await stand.time(way, 1));
  }
  return inMs(took.get('read') ?? Number.NaN, took.get('walk') ?? Number.NaN);
}

/** The whole reading of a settings page (locate, read, checks) against a walk over its texts, in Chromium. */
export async function portalRead(run: Bench): Promise<void> {
  const stand = await openStand();
  try {
    for (const family of FAMILIES) {
      for (const size of SIZES) {
        const html = benchPage({ family, nodes: size });
        for (let round = 0; round < rounds(run, 15); round += 1)
          run.note(name(family, size, 'fresh'), await fresh(stand, html, round));
        const found = await stand.found();
        if (found !== SETTINGS) throw new Error(`${family}, ${size} nodes: ${found} settings found`);
        const runs = Math.max(3, Math.round(60_000 / size));
        const warm = 5;
        for (let round = -warm; round < rounds(run, 20); round += 1) {
          for (const [state, disturbed] of [
            ['repeated', false],
            ['disturbed', true],
          ] as const) {
            const took = new Map<Way, number>();
            for (const way of alternated(['read', 'walk'] as const, round))
              took.set(way, await stand.time(way, runs, disturbed));
            const sample = inMs(took.get('read') ?? Number.NaN, took.get('walk') ?? Number.NaN);
            if (round >= 0) run.note(name(family, size, state), sample);
          }
        }
        const before = await stand.work();
        await stand.time('read', 1);
        const after = await stand.work();
        if (after.some((count, at) => count !== before[at]))
          throw new Error(`${family}, ${size} nodes: a look made the page lay itself out`);
      }
    }
    await watched(stand, run);
  } finally {
    await stand.close();
  }
}
