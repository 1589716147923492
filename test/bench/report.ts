import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import { REGISTRY, type Threshold } from './registry.ts';
import type { Summary } from './stats.ts';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const EARLIER = '## Earlier runs';

const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value < 0.1 ? 3 : 2);

function aimOf({ aim, unit }: Threshold): string {
  if (!aim) return 'reported';
  const suffix = unit === 'ratio' ? ' ×' : unit === 'ms' ? ' ms' : '';
  return 'most' in aim ? `≤ ${aim.most}${suffix}` : `≥ ${aim.least}${suffix}`;
}

function reached({ aim }: Threshold, value: number): boolean {
  if (!aim) return true;
  return 'most' in aim ? value <= aim.most : value >= aim.least;
}

function measured({ unit }: Threshold, { value, least, most, ours, theirs }: Summary) {
  if (unit === 'kB')
    return { value: `${digits(ours)} kB`, range: '', times: `${digits(ours)} / ${digits(theirs ?? 0)} kB` };
  const suffix = { ratio: ' ×', bytes: ' B', ms: ' ms' }[unit];
  return {
    value: `${digits(value)}${suffix}`,
    range: `${digits(least)}–${digits(most)}`,
    times: theirs === null ? '' : `${digits(ours)} / ${digits(theirs)} ms`,
  };
}

const inOrder = (summaries: readonly Summary[]) =>
  Object.entries(REGISTRY).flatMap(([bench, threshold]) => {
    const summary = summaries.find((one) => one.bench === bench);
    return summary ? [{ bench, threshold, summary }] : [];
  });

/** The table for a terminal. */
export function printed(summaries: readonly Summary[]): string {
  const lines = inOrder(summaries).map(({ bench, threshold, summary }) => {
    const { value, range, times } = measured(threshold, summary);
    const mark = reached(threshold, summary.value) ? ' ' : '!';
    return `${mark} ${bench.padEnd(15)} ${value.padStart(9)}  aim ${aimOf(threshold).padEnd(9)} ${range.padEnd(13)} n=${String(summary.samples).padEnd(3)} ${times}`;
  });
  return lines.join('\n');
}

/** What makes the run fail, in words: a bench without a threshold, one that did not run, an aim missed. */
export function faults(summaries: readonly Summary[], whole: boolean): string[] {
  const unknown = summaries
    .filter(({ bench }) => !(bench in REGISTRY))
    .map(({ bench }) => `"${bench}" has no registered threshold.`);
  const absent = Object.keys(REGISTRY)
    .filter((bench) => whole && !summaries.some((one) => one.bench === bench))
    .map((bench) => `"${bench}" was not measured.`);
  const missed = inOrder(summaries).flatMap(({ bench, threshold, summary }) => {
    const { aim, excused } = threshold;
    const allowed = excused && aim ? ('most' in aim ? { most: excused.upTo } : { least: excused.upTo }) : aim;
    return reached({ ...threshold, aim: allowed }, summary.value)
      ? []
      : [
          `"${bench}" is ${digits(summary.value)}; its threshold is ${aimOf({ ...threshold, aim: allowed })}.`,
        ];
  });
  return [...unknown, ...absent, ...missed];
}

function earlier(): string[] {
  if (!existsSync(PAGE)) return [];
  const [, list = ''] = readFileSync(PAGE, 'utf8').split(EARLIER);
  return list.split('\n').filter((line) => line.startsWith('- '));
}

function commit(): string {
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  return (stdout ?? '').trim() || 'unknown';
}

/** Writes docs/benchmarks.md; earlier runs keep one line each. */
export function writePage(
  summaries: readonly Summary[],
  { browser, seconds }: { readonly browser: string; readonly seconds: number },
): void {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${type()} ${release()}`;
  const rows = inOrder(summaries).map(({ threshold, summary }) => {
    const { value, range, times } = measured(threshold, summary);
    const verdict = threshold.aim ? (reached(threshold, summary.value) ? 'yes' : '**no**') : '–';
    return `| ${threshold.what} | ${threshold.against} | ${aimOf(threshold)} | **${value}** | ${range} | ${times} | ${summary.samples} | ${verdict} |`;
  });
  const excused = inOrder(summaries).flatMap(({ threshold, summary }) =>
    threshold.excused && !reached(threshold, summary.value)
      ? [`- ${threshold.what}: ${threshold.excused.why}`]
      : [],
  );
  const line = `- ${day}, ${commit()}, ${browser}: ${inOrder(summaries)
    .map(({ bench, threshold, summary }) => `${bench} ${measured(threshold, summary).value}`)
    .join(', ')}`;
  const text = `# Benchmarks

\`npm run bench\` measures the production build in a real Chromium and writes this page. Everything on it comes from one run of
${(seconds / 60).toFixed(1)} minutes. Times of one machine say little about another; ratios of things measured in turn say more.

Machine: ${machine}. ${browser}, Node ${process.versions.node}. ${day}, commit ${commit()}.

| What | Against | Aim | Measured | Least–most | Median times, ours / theirs | Samples | Reached |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
${excused.length > 0 ? `\nMissed, and why:\n\n${excused.join('\n')}\n` : ''}
How it is measured:

- "Measured" is the median of the ratios of pairs; the two of a pair run one after the other, in turn in either order.
- Fills: each sample has an origin of its own in a fresh profile, signs in through the simulated Entra, and takes its time from
  the product's own run record. A database filled again and again would measure LevelDB's leftovers.
- The browser is driven over its pipe with sessions on pages only. A debugger on a worker would hold up each of its starts; the
  measure of memory attaches for that moment, and nothing else does.
- Pages of events are rendered before the clock starts, 2 kB an event as \`Calendars.ReadBasic\` shows it, over TLS on loopback.
- The usual way is the official client's PageIterator with one \`idb\` put per event, none awaited before the last page.
- The popup is opened as a tab of its own address in a warm browser; a toolbar popup needs a window manager.
- The agenda and the old generation's end are measured with the product's storage code in a page; all else is the built extension.
  Of its files the manifest alone is touched: without its key each copy gets an id, and so a store, of its own.
- "Reached" speaks of the aim. A few misses are known and tolerated up to a limit of their own; they are listed with their reason.

${EARLIER}

${[line, ...earlier()].join('\n')}
`;
  mkdirSync(fileURLToPath(new URL('../../docs/', import.meta.url)), { recursive: true });
  writeFileSync(PAGE, text);
}
