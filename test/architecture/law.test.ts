import { describe, expect, it } from 'vitest';
import { cycles, edgeBroken, purityBroken } from './law.ts';
import { importsOf, type SourceFile, sourceFiles } from './source-tree.ts';

const HOUSE = ['entrypoints', 'components', 'utils'];
const files = sourceFiles(HOUSE, /\.tsx?$/);

describe('the law of the house', () => {
  it('lets imports go down only, through doors, with each package in its room', () => {
    expect(files.flatMap(importsOf).map(edgeBroken).filter(Boolean)).toEqual([]);
  });

  it('keeps floors 0 to 2 pure', () => {
    expect(files.map(purityBroken).filter(Boolean)).toEqual([]);
  });

  it('knows no cycle', () => {
    expect(cycles(files)).toEqual([]);
  });

  it('writes the extension of every relative import, so that Node and the bundler read the same tree', () => {
    const bare = files
      .flatMap(importsOf)
      .filter((edge) => edge.relative && !/\.(?:tsx?|json|css)(?:\?\w+)?$/.test(edge.to));
    expect(bare).toEqual([]);
  });
});

describe('the law itself', () => {
  const breaks = (path: string, text: string): string[] => {
    const file: SourceFile = { path, text };
    return [...importsOf(file).map(edgeBroken), purityBroken(file)].filter((reason) => reason !== null);
  };

  it.each([
    ['looking up', 'utils/core/clock.ts', "import { x } from '../model/facts.ts';", /imports go down only/],
    [
      'a neighbour',
      'utils/checks/engine.ts',
      "import { x } from '../portal/index.ts';",
      /neighbours on floor 2/,
    ],
    ['a window', 'utils/app/sync-service.ts', "import { x } from '../calendar/plan.ts';", /use the door/],
    [
      'a service naming an adapter',
      'utils/app/sync-service.ts',
      "import { x } from '../adapters/idb/index.ts';",
      /sees ports/,
    ],
    [
      'a component reading an engine',
      'components/age.tsx',
      "import { x } from '../utils/checks/index.ts';",
      /sees the model/,
    ],
    [
      'a package in the wrong room',
      'utils/app/auth.ts',
      "import { x } from '@azure/msal-browser';",
      /allowed in/,
    ],
    ['an unknown package', 'components/age.tsx', "import x from 'left-pad';", /no room was given/],
    [
      'an export that looks up',
      'utils/model/facts.ts',
      "export * from '../app/facts-service.ts';",
      /imports go down only/,
    ],
    ['the clock', 'utils/checks/engine.ts', 'const now = Date.now();', /the clock/],
    ['a timer', 'utils/portal/observe.ts', 'setTimeout(() => scan(), 200);', /timers/],
    ['the browser', 'utils/calendar/plan.ts', 'browser.storage.local.get()', /the browser/],
    [
      'a room that does not exist',
      'utils/helpers/misc.ts',
      "import { x } from '../core/clock.ts';",
      /no room/,
    ],
  ])('refuses %s', (_what, path, text, reason) => {
    expect(breaks(path, text).join('\n')).toMatch(reason);
  });

  it('finds a cycle', () => {
    const ring: SourceFile[] = [
      { path: 'utils/core/a.ts', text: "import { b } from './b.ts';" },
      { path: 'utils/core/b.ts', text: "import { a } from './a.ts';" },
    ];
    expect(cycles(ring)).toEqual([['utils/core/a.ts', 'utils/core/b.ts', 'utils/core/a.ts']]);
  });

  it('lets what is allowed pass', () => {
    expect(
      breaks(
        'utils/app/sync-service.ts',
        "import { x } from '../calendar/index.ts';\nconst when = clock.now();",
      ),
    ).toEqual([]);
  });
});
