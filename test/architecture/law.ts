import type { Import, SourceFile } from './source-tree.ts';
import { importsOf } from './source-tree.ts';

/** Room of the house → floor (DESIGN 3). The longest prefix decides. */
const FLOORS: readonly (readonly [room: string, floor: number])[] = [
  ['entrypoints/', 6],
  ['components/', 5],
  ['utils/app/', 4],
  ['utils/adapters/dom/', 3],
  ['utils/adapters/browser/', 3],
  ['utils/adapters/idb/', 3],
  ['utils/adapters/graph/', 3],
  ['utils/adapters/auth/', 3],
  ['utils/portal/', 2],
  ['utils/calendar/', 2],
  ['utils/meetings/', 2],
  ['utils/checks/', 2],
  ['utils/report/', 2],
  ['utils/guide/', 2],
  ['utils/model/', 1],
  ['utils/core/', 0],
  ['utils/locales/', 0],
  ['utils/mark/', 0],
];

const PACKAGES: readonly (readonly [name: RegExp, rooms: readonly string[], why: string])[] = [
  [/^idb$/, ['utils/adapters/idb/'], 'one adapter owns the database, so that a schema has one reader'],
  [/^@azure\/msal-browser/, ['utils/adapters/auth/'], 'it is replaceable only while one room knows it'],
  [
    /^@microsoft\/microsoft-graph-client/,
    ['utils/adapters/graph/'],
    'it is replaceable only while one room knows it',
  ],
  [/^preact/, ['components/', 'entrypoints/'], 'drawing belongs to the top two floors'],
  [
    /^wxt/,
    ['entrypoints/', 'utils/adapters/browser/', 'utils/adapters/auth/'],
    'the browser is an outside world with its own adapters',
  ],
];

const room = (path: string) => FLOORS.find(([prefix]) => path.startsWith(prefix));

/** Why this edge may not exist; null when it may. */
export function edgeBroken(edge: Import): string | null {
  const from = room(edge.from);
  if (!from) return `${edge.from} stands in no room of the house (DESIGN 3)`;
  if (!edge.relative) {
    const rule = PACKAGES.find(([name]) => name.test(edge.to));
    if (!rule)
      return `${edge.from} imports the package "${edge.to}", which no room was given: add it to the law with its reason`;
    return rule[1].some((allowed) => edge.from.startsWith(allowed))
      ? null
      : `${edge.from} imports "${edge.to}", allowed in ${rule[1].join(', ')} only: ${rule[2]}`;
  }
  const to = room(edge.to);
  if (!to) return `${edge.from} reaches out of the house to ${edge.to}`;
  if (from[0] === to[0]) return null;
  if (to[1] > from[1])
    return `${edge.from} (floor ${from[1]}) looks up to ${edge.to} (floor ${to[1]}): imports go down only`;
  if (to[1] === from[1] && to[1] !== 0)
    return `${edge.from} and ${edge.to} are neighbours on floor ${to[1]}: what two rooms share belongs on the floor below`;
  if (from[1] === 5 && to[1] > 1)
    return `${edge.from} is a component: it sees the model and the core only, so that it can be drawn without a browser`;
  if (from[1] === 4 && to[1] === 3)
    return `${edge.from} is a service: it sees ports, only entrypoints name adapters`;
  if (to[1] === 2 && !edge.to.endsWith('/index.ts'))
    return `${edge.from} climbs in by a window: use the door ${to[0]}index.ts`;
  return null;
}

const IMPURE: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)/, 'the clock (take a Clock)'],
  [/\bMath\.random\b|\bcrypto\b\./, 'chance (take it as a parameter)'],
  [/\b(?:setTimeout|setInterval|requestAnimationFrame|queueMicrotask)\s*\(/, 'timers (take a scheduler)'],
  [/\bfetch\s*\(/, 'the network'],
  [/\b(?:browser|chrome)\.[a-z]/, 'the browser'],
];

/** What a file of floors 0 to 2 touches of the outside world; null when nothing. */
export function purityBroken(file: SourceFile): string | null {
  const floor = room(file.path)?.[1];
  if (floor === undefined || floor > 2) return null;
  const code = file.text
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
  const found = IMPURE.find(([pattern]) => pattern.test(code));
  return found
    ? `${file.path} touches ${found[1]}: floors 0 to 2 are pure, so that every case can be tested`
    : null;
}

/** Every cycle among the files, as paths. */
export function cycles(files: readonly SourceFile[]): string[][] {
  const known = new Set(files.map((file) => file.path));
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter((edge) => edge.relative && !edge.typeOnly && known.has(edge.to))
        .map((edge) => edge.to),
    ]),
  );
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return found;
}
