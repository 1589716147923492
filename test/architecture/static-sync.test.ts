import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './source-tree.ts';
import { ENDS_OTHERWISE, strayWireNames, timersForWaiting, unboundedLoops } from './static-sync.ts';

const files = sourceFiles(['entrypoints', 'components', 'utils'], /\.tsx?$/);
const inGateway = (text: string) => ({ path: 'utils/adapters/graph/gateway.ts', text });
const inService = (text: string) => ({ path: 'utils/app/sync-service.ts', text });

describe('a loop that asks again', () => {
  it('has a bound by number, or a reason and a test', () => {
    expect(files.flatMap(unboundedLoops)).toEqual([]);
    for (const [path, { proof }] of Object.entries(ENDS_OTHERWISE)) {
      expect(files.map((file) => file.path)).toContain(path);
      expect(existsSync(join(ROOT, proof)), proof).toBe(true);
    }
  });

  it.each([
    ['for ever', 'for (;;) { await ask(); }'],
    ['while it fails', 'while (!(await ask()).ok) await pause();'],
    ['do', 'do { again = await ask(); } while (again);'],
    ['by a number nobody compares', 'const TRIES = 3;\nfor (let n = 1; ; n += 1) { await ask(TRIES); }'],
    ['by a number from elsewhere', 'for (let n = 1; ; n += 1) { if (n >= TRIES) throw last; await ask(); }'],
    ['around a loop that is bounded', 'while (more) { for (const id of ids) await ask(id); }'],
  ])('is found when it runs %s', (_how, text) => {
    expect(unboundedLoops(inGateway(text))).toHaveLength(1);
  });

  it.each([
    [
      'by a number',
      'const TRIES = 3;\nfor (let n = 1; ; n += 1) { await ask(); if (n >= TRIES) throw last; }',
    ],
    ['by a counter', 'for (let n = 0; n < 3; n += 1) await ask();'],
    ['by a collection', 'for (const id of ids) await ask(id);'],
  ])('passes when bounded %s', (_how, text) => {
    expect(unboundedLoops(inGateway(text))).toEqual([]);
  });
});

describe('a timer', () => {
  it('waits for nobody but the gateway, by the one given to it', () => {
    expect(files.flatMap(timersForWaiting)).toEqual([]);
  });

  it.each([
    'await new Promise((done) => setTimeout(done, 30_000));',
    'const beat = setInterval(check, 1000);',
    'await scheduler.wait(500);',
    'const later = AbortSignal.timeout(60_000);',
  ])('is found: %s', (text) => {
    expect(timersForWaiting(inService(text))).toHaveLength(1);
    expect(timersForWaiting({ path: 'entrypoints/background.ts', text })).toHaveLength(1);
  });

  it('in a comment is none', () => {
    expect(timersForWaiting(inService('// setTimeout(x, 1) would die with the worker'))).toEqual([]);
  });
});

describe('a name of Graph’s wire', () => {
  it('stands in its own module only', () => {
    expect(files.flatMap(strayWireNames)).toEqual([]);
  });

  it.each([
    "const next = page['@odata.nextLink'];",
    "if ('@removed' in item) drop(item);",
    'const series = event.seriesMasterId;',
    "const key = event['changeKey'];",
    "const url = '/me/calendarView/delta';",
    "const more = link.includes('$skiptoken');",
  ])('is found elsewhere: %s', (text) => {
    expect(strayWireNames(inService(text))).toHaveLength(1);
  });
});
