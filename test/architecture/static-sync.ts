import type { SourceFile } from './source-tree.ts';

/** Code without comments; texts stay, because names on the wire stand in them. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`/\\])\/\/[^\n]*/g, '$1');
}

/** The rooms that speak to Microsoft, to the database, or decide when to. */
const SYNC_ROOMS =
  /^utils\/(?:calendar|app|adapters\/(?:graph|idb|auth))\/|^entrypoints\/(?:worker\/|(?:background|back-office|token-lib)\.ts$)/;

/** Loops that end by something else than a number, each with the reason and the test that proves it. */
export const ENDS_OTHERWISE: Readonly<Record<string, { readonly why: string; readonly proof: string }>> = {
  'utils/app/sync-run.ts': {
    why: 'the machine asks for nothing more; its own loops and their bounds stand in SPEC.md',
    proof: 'test/unit/calendar/guard.test.ts',
  },
  'utils/app/badge-service.ts': {
    why: 'draws once more when a wish came in meanwhile; wishes come from commits, which the sync bounds',
    proof: 'test/unit/app/background.test.ts',
  },
  'utils/adapters/idb/fact-store.ts': {
    why: 'walks the snapshots that are kept, 500 at most',
    proof: 'test/unit/adapters/idb/database.test.ts',
  },
};

interface Loop {
  readonly head: string;
  readonly body: string;
}

/** The text from an opening bracket to its closing one. */
function enclosed(code: string, open: number): string {
  const pairs: Readonly<Record<string, string>> = { '(': ')', '{': '}' };
  const [first = '', last = ''] = [code[open], pairs[code[open] ?? '']];
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if (code[at] === first) depth += 1;
    if (code[at] === last) depth -= 1;
    if (depth === 0) return code.slice(open, at + 1);
  }
  return code.slice(open);
}

/** Loops that no collection and no counter in their head ends. */
function openLoops(code: string): Loop[] {
  const loops: Loop[] = [];
  for (const found of code.matchAll(/\b(?:for|while|do)\b\s*(?=[({])/g)) {
    const at = found.index + found[0].length;
    const isDo = code[at] === '{';
    const head = isDo ? '' : enclosed(code, at);
    // The second half of `do … while (…);`
    if (found[0].startsWith('while') && /^\s*;/.test(code.slice(at + head.length))) continue;
    const counted = /;[^;]*[<>][^;]*;/.test(head) || /\b(?:of|in)\b/.test(head);
    if (!counted) loops.push({ head, body: code.slice(at + head.length, at + head.length + 3_000) });
  }
  return loops.map(({ head, body }) => {
    const open = body.indexOf('{');
    return { head, body: /^\s*\{/.test(body) ? enclosed(body, open) : (body.split(';')[0] ?? '') };
  });
}

/** Why a loop of this file may go on for ever; empty when none may. */
export function unboundedLoops(file: SourceFile): string[] {
  if (!SYNC_ROOMS.test(file.path) || file.path in ENDS_OTHERWISE) return [];
  const code = withoutComments(file.text);
  const numbers = [...code.matchAll(/\bconst ([A-Z][A-Z_]+) = [\d_]+;/g)].map((found) => found[1] ?? '');
  return openLoops(code)
    .filter(({ head, body }) => {
      const compared = [...`${head}${body}`.matchAll(/(?:[<>]=?|===)\s*([A-Z][A-Z_]+)\b/g)];
      return !compared.some((found) => numbers.includes(found[1] ?? ''));
    })
    .map(
      ({ head }) =>
        `${file.path}: a loop ${head || '(do)'} that no number of this file bounds: name the bound, or say in ENDS_OTHERWISE what ends it`,
    );
}

/** Where a timer may be named, and what for; everywhere else waiting is a stored time and an alarm. */
const TIMERS: Readonly<Record<string, RegExp>> = {
  // The gateway's waits of five seconds at most; handed in, so that it is the only place.
  'entrypoints/worker/aside.ts':
    /\bsleep(?:: | = )\(ms(?:: number)?\) => new Promise(?:<void>)?\(\(resolve\) => setTimeout\(resolve, ms\)\)/,
  // A time limit, not a wait.
  'utils/adapters/graph/gateway.ts': /AbortSignal\.timeout\(LIMIT_MS\)/,
};
const TIMER =
  /\b(?:setTimeout|setInterval|Atomics\.wait|scheduler\.(?:wait|postTask)|AbortSignal\.timeout)\s*\(/g;

/** Timers of this file that no rule allows. */
export function timersForWaiting(file: SourceFile): string[] {
  if (!SYNC_ROOMS.test(file.path)) return [];
  const code = withoutComments(file.text);
  const allowed = TIMERS[file.path];
  return [...(allowed ? code.replace(allowed, '') : code).matchAll(TIMER)].map(
    ([name]) =>
      `${file.path}: ${name}…) does not outlive a worker that is stopped: store the time and set an alarm`,
  );
}

/** Names of Graph's calendar, and the files that may spell them. */
const WIRE: readonly (readonly [name: RegExp, home: RegExp])[] = [
  [
    /@odata\.|@removed|\$(?:deltatoken|skiptoken|select|top)\b/,
    /^utils\/calendar\/|^utils\/app\/(?:person|signals)\.ts$|^utils\/app\/audit|^utils\/adapters\/graph\/graph-error\.ts$/,
  ],
  [
    /\b(?:seriesMasterId|singleInstance|seriesMaster|isAllDay|isCancelled|isOrganizer|bodyPreview|locationUri)\b/,
    /^utils\/calendar\/(?:item|request)\.ts$/,
  ],
  [/\bcalendarView\b/, /^utils\/calendar\/request\.ts$/],
  // A field of our own rows too, under the same name.
  [/['"]changeKey['"]|\bchangeKey,|,changeKey\b/, /^utils\/calendar\/(?:item|request)\.ts$/],
];

/** Raw names of Graph's wire in a file that is not their home. */
export function strayWireNames(file: SourceFile): string[] {
  const code = withoutComments(file.text);
  return WIRE.flatMap(([name, home]) => {
    const found = home.test(file.path) ? null : name.exec(code);
    return found
      ? [
          `${file.path}: “${found[0]}” is a name of Graph's; one module reads the wire, the rest know our own model`,
        ]
      : [];
  });
}
