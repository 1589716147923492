import type { RawAnswer } from '../../../../utils/adapters/graph/index.ts';
import type { Random } from '../../../sim/wire/random.ts';

/** An answer as a broken or hostile wire delivers it. */
export interface Spoilt {
  readonly how: string;
  /** It says something false that nobody could notice: an event left out, a tombstone of a living one. */
  readonly lie: boolean;
  readonly answer: RawAnswer;
}

type Spoil = (text: string, random: Random) => { lie?: boolean; text?: string | null; status?: number };

const JUNK: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  true,
  false,
  '',
  ' ',
  'x',
  '\ud800',
  '__proto__',
  'constructor',
  '../../..',
  'https://evil.example/',
  [],
  [[]],
  {},
  { dateTime: '9999-12-31T23:59:59.9999999', timeZone: 'UTC' },
  { dateTime: '0001-01-01T00:00:00.0000000', timeZone: 'No Such Time' },
  { reason: 'deleted' },
];
const ALIEN = [
  '<!doctype html><title>Network sign-in</title>',
  '',
  'null',
  '7',
  '"text"',
  '[]',
  '{}',
  '{"value":null}',
  '{"value":{}}',
  '{"value":"events"}',
  '{"value":[],"@odata.nextLink":7}',
  '{"value":[],"@odata.nextLink":"http://graph.microsoft.com/v1.0/me"}',
  '{"value":[],"@odata.nextLink":"https://graph.microsoft.com@evil.example/"}',
  '{"value":[],"@odata.deltaLink":"javascript:alert(1)"}',
  '{"error":{"code":"SyncStateNotFound"}}',
  '\ufeff{"value":[]}',
  'undefined',
  'NaN',
  `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
];
const STATUSES = [
  204, 301, 400, 401, 403, 404, 408, 409, 410, 418, 423, 429, 500, 501, 502, 503, 504, 507, 599,
];

type Page = { value: unknown[]; [name: string]: unknown };

/** The page, when the answer is one; single events have no list to play with. */
function pageOf(text: string): Page | null {
  const body = JSON.parse(text) as Partial<Page>;
  return Array.isArray(body.value) ? (body as Page) : null;
}

/** Every object inside, with the name of a member to replace. */
function places(value: unknown): (readonly [holder: Record<string, unknown>, name: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [[holder, name] as const, ...places(holder[name])]);
}

/** A member at random; of an answer without any, one that it has not. */
const pickPlace = (body: unknown, random: Random) => random.pick([...places(body), [{}, 'value'] as const]);

const onPage =
  (change: (page: Page, random: Random) => void, lie = false): Spoil =>
  (text, random) => {
    const page = pageOf(text);
    if (!page) return { text };
    change(page, random);
    return { lie, text: JSON.stringify(page) };
  };

const SPOILS: Readonly<Record<string, Spoil>> = {
  truncated: (text, random) => ({ text: text.slice(0, random.int(0, text.length - 1)) }),
  'broken off': () => ({ text: null }),
  reordered: onPage((page, random) => {
    page.value = random.shuffle(page.value);
  }),
  duplicated: onPage((page, random) => {
    for (let left = random.int(1, 20); left > 0 && page.value.length > 0; left -= 1)
      page.value.push(random.pick(page.value));
  }),
  alien: (_text, random) => ({ text: random.pick(ALIEN) }),
  'alien items': onPage((page, random) => {
    for (let left = random.int(1, 40); left > 0; left -= 1)
      page.value.splice(random.int(0, page.value.length), 0, structuredClone(random.pick(JUNK)));
  }),
  'unknown tombstones': onPage((page, random) => {
    for (let left = random.int(1, 300); left > 0; left -= 1)
      page.value.push({ id: `ghost${random.digits(12)}`, '@removed': { reason: 'deleted' } });
  }),
  'huge texts': onPage((page) => {
    for (const item of page.value) Object.assign(item as object, { bodyPreview: 'https://'.repeat(20_000) });
  }),
  'huge ids': onPage((page) => {
    page.value.push({ id: 'A'.repeat(200_000), '@removed': {} });
  }),
  refused: (text, random) => {
    const status = random.pick(STATUSES);
    const code = random.pick(['x', '', 'ErrorItemNotFound', '__proto__', 'ApplicationThrottled']);
    const body = random.pick([text, '', '<html>', JSON.stringify({ error: { code } }), '{"error":[]}']);
    // Only Graph's own word may take a series away.
    return { status, text: body, lie: status === 404 && /"code":"[^"]/.test(body) };
  },
  'wrongly typed': (text, random) => {
    const body: unknown = JSON.parse(text);
    for (let left = random.int(1, 4); left > 0; left -= 1) {
      const [holder, name] = pickPlace(body, random);
      holder[name] = structuredClone(random.pick(JUNK));
    }
    return { lie: true, text: JSON.stringify(body) };
  },
  'half a character in series ids': (text) => ({
    lie: true,
    text: text.replaceAll('"seriesMasterId":"', '"seriesMasterId":"\\ud83d'),
  }),
  'members left out': (text, random) => {
    const body: unknown = JSON.parse(text);
    const [holder, name] = pickPlace(body, random);
    delete holder[name];
    return { lie: true, text: JSON.stringify(body) };
  },
  'a letter changed': (text, random) => {
    const at = random.int(0, text.length - 1);
    const letter = String.fromCharCode(random.int(32, 126));
    return { lie: true, text: text.slice(0, at) + letter + text.slice(at + 1) };
  },
  'false tombstones': onPage((page) => {
    page.value = page.value.map((item) => ({
      id: (item as { id: unknown }).id,
      '@removed': { reason: 'changed' },
    }));
  }, true),
  'strange members': (text) => ({
    text: text.replaceAll('{"id":', '{"__proto__":{"id":7},"constructor":"x","toString":null,"id":'),
  }),
};

const RETRY_AFTER = ['', '0', '2', '-3', '999999999', '1e9', 'soon', 'Mon, 23 Nov 2026 12:30:00 GMT', null];

/** Spoils one good answer in one way. */
export function spoil(text: string, random: Random): Spoilt {
  const how = random.pick(Object.keys(SPOILS));
  const spoilt = SPOILS[how]?.(text, random) ?? {};
  const wait = random.pick(RETRY_AFTER);
  const content = spoilt.text === undefined ? text : spoilt.text;
  return {
    how,
    lie: spoilt.lie ?? false,
    answer: {
      status: spoilt.status ?? 200,
      text: content,
      bytes: content?.length ?? 0,
      header: (name) => (name.toLowerCase() === 'retry-after' ? wait : null),
    },
  };
}
