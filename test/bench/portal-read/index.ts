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
  'a first look runs code that was never run: at 3,000 nodes half of it is the engine compiling it, and the seven settings found cost the same however large the page';

/** The suite's lines of the registry, by bench. Only 3,000 and 30,000 nodes have an aim; a page of 300 is shown for its price. */
export const PORTAL_READ: Readonly<Record<string, Threshold>> = Object.fromEntries(
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

function name(family: string, size: number, state: string): string {
  return `portal ${family} ${size} ${state}`;
}

async function fresh(stand: Stand, html: string, round: number): Promise<{ ours: number; theirs: number }> {
  const took = new Map<Way, number>();
  for (const way of alternated(['read', 'walk'] as const, round)) {
    await stand.show(html);
    took.set(way, await stand.time(way, 1));
  }
  return { ours: took.get('read') ?? Number.NaN, theirs: took.get('walk') ?? Number.NaN };
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
            const sample = { ours: took.get('read') ?? Number.NaN, theirs: took.get('walk') ?? Number.NaN };
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
  } finally {
    await stand.close();
  }
}
