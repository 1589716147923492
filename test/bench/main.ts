// `npm run bench`: everything in one run, against the production build. Prints the table and writes docs/benchmarks.md.
// With names of suites it runs those alone, and `--quick` takes fewer samples; neither writes the page.
import { launchChromium } from './browser/chromium.ts';
import { createFolders } from './folders.ts';
import { faults, printed, writePage } from './report.ts';
import { type Book, note, summarise } from './stats.ts';
import { portalRead } from './portal-read/index.ts';
import { checks } from './suites/checks.ts';
import { evidence } from './suites/evidence.ts';
import { fill, latency } from './suites/fill.ts';
import { memory } from './suites/memory.ts';
import { popup } from './suites/popup.ts';
import { reads } from './suites/reads.ts';
import type { Bench } from './suites/suite.ts';
import { sweep } from './suites/sweep.ts';
import { wake } from './suites/wake.ts';
import { startBenchWorld } from './world.ts';

const SUITES: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  wake,
  popup,
  reads,
  sweep,
  fill,
  latency,
  memory,
  'portal-read': portalRead,
  checks,
  evidence,
};

const say = (line: string) => void process.stdout.write(`${line}\n`);
const quick = process.argv.includes('--quick');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !(name in SUITES));
if (unknown.length > 0) throw new Error(`No such suite: ${unknown.join(', ')}`);
const chosen = named.length > 0 ? named : Object.keys(SUITES);

const began = performance.now();
const book: Book = new Map();
const world = await startBenchWorld();
const folders = createFolders();
const bench: Bench = {
  world,
  folders,
  share: quick ? 0.2 : 1,
  note: (name, sample) => note(book, name, sample),
};
const probe = await launchChromium([], world);
const { version } = probe;
await probe.close();
try {
  for (const name of chosen) {
    const start = performance.now();
    await SUITES[name]?.(bench);
    say(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
} finally {
  folders.remove();
  await world.close();
}

const whole = named.length === 0;
const summaries = [...book].map(([name, samples]) => summarise(name, samples));
say(`\n${printed(summaries)}\n`);
const wrong = faults(summaries, whole);
if (whole && !quick) writePage(summaries, { browser: version, seconds: (performance.now() - began) / 1000 });
for (const fault of wrong) say(fault);
process.exitCode = wrong.length === 0 ? 0 : 1;
