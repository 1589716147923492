import { beforeEach, describe, expect, it } from 'vitest';
import { createGraph } from '../../../../utils/adapters/graph/index.ts';
import type { GraphGet, RawAnswer } from '../../../../utils/adapters/graph/index.ts';
import { SynclineError } from '../../../../utils/core/errors.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const URL_ME = 'https://graph.microsoft.com/v1.0/me';
const SCOPES = ['User.Read'];

interface Planned {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly text?: string | null;
  readonly fails?: Error;
}

let plan: Planned[];
let asked: { url: string; token: string; prefer?: string }[];
let tokens: unknown[];
let slept: number[];
let now: number;
/** What the wall clock has moved beside the monotonic one. */
let still: number;
let open: number;
let most: number;

function answer({ status = 200, headers = {}, body = {}, text }: Planned): RawAnswer {
  const content = text === undefined ? JSON.stringify(body) : text;
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status,
    text: content,
    bytes: content?.length ?? 0,
    header: (name) => lower.get(name.toLowerCase()) ?? null,
  };
}

const get: GraphGet = async (url, { token, prefer }) => {
  asked.push({ url, token, ...(prefer === undefined ? {} : { prefer }) });
  open += 1;
  most = Math.max(most, open);
  await Promise.resolve();
  open -= 1;
  const next = plan.shift() ?? {};
  if (next.fails) throw next.fails;
  return answer(next);
};

const graph = () =>
  createGraph({
    get,
    host: 'graph.microsoft.com',
    clock: { now: () => now, monotonic: () => now - still },
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
    auth: {
      token: async (_scopes, options) => {
        tokens.push(options);
        return `token${tokens.length}`;
      },
    },
  });

const errorOf = async (...given: Planned[]) => {
  plan = given;
  const thrown: unknown = await graph()
    .get(URL_ME, { scopes: SCOPES })
    .then(
      () => null,
      (error: unknown) => error,
    );
  expect(thrown).toBeInstanceOf(SynclineError);
  return (thrown as SynclineError).info;
};

beforeEach(() => {
  plan = [];
  asked = [];
  tokens = [];
  slept = [];
  now = NOW;
  still = 0;
  open = 0;
  most = 0;
});

it('gives body and size, with the token taken first and the preference as it is', async () => {
  plan = [{ body: { id: 'maya' } }];
  expect(await graph().get(URL_ME, { scopes: SCOPES, prefer: 'IdType="ImmutableId"' })).toEqual({
    body: { id: 'maya' },
    bytes: 13,
    requests: 1,
    waitedMs: 0,
  });
  expect(asked).toEqual([{ url: URL_ME, token: 'token1', prefer: 'IdType="ImmutableId"' }]);
  expect(tokens).toEqual([{ interactive: false }]);
});

it('has one request in flight, and goes on after one that failed', async () => {
  const port = graph();
  plan = [{}, { status: 400, body: {} }, {}];
  const all = await Promise.allSettled([1, 2, 3].map(() => port.get(URL_ME, { scopes: SCOPES })));
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(most).toBe(1);
});

describe('I10: a link', () => {
  it.each([
    'http://graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.us/v1.0/me',
    'https://graph.microsoft.com.evil.example/v1.0/me',
    'https://graph.microsoft.com:8443/v1.0/me',
    'https://graph.microsoft.com@evil.example/v1.0/me',
    '/me',
  ])('%s gets neither token nor request', async (url) => {
    await expect(graph().get(url, { scopes: SCOPES })).rejects.toMatchObject({
      info: { code: 'alien-link' },
    });
    expect([asked, tokens]).toEqual([[], []]);
  });
});

describe('waiting', () => {
  it('spends up to five seconds in place, twice, and counts them', async () => {
    plan = [
      { status: 429, headers: { 'Retry-After': '2' } },
      { status: 503, headers: { 'retry-after': '5' } },
      { body: 1 },
    ];
    expect(await graph().get(URL_ME, { scopes: SCOPES })).toMatchObject({
      body: 1,
      requests: 3,
      waitedMs: 7_000,
    });
    expect(slept).toEqual([2_000, 5_000]);
  });

  it('does not ask a fourth time', async () => {
    const busy = { status: 429, headers: { 'Retry-After': '1' } };
    expect(await errorOf(busy, busy, busy, {})).toMatchObject({ code: 'http-429', notBefore: NOW + 3_000 });
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['6', NOW + 6_000],
    ['3600', NOW + 3_600_000],
    ['Mon, 23 Nov 2026 12:30:00 GMT', NOW + 1_800_000],
  ])('hands over a longer one whole: %s', async (value, notBefore) => {
    const info = await errorOf({
      status: 429,
      headers: { 'Retry-After': value },
      body: { error: { code: 'ApplicationThrottled' } },
    });
    expect(info).toEqual({ code: 'http-429', who: 'wait', notBefore, raw: '429 applicationthrottled' });
    expect(slept).toEqual([]);
  });

  it.each([undefined, '', 'soon', '-5', '1e3'])(
    'leaves the time to the caller when the server names none (%s)',
    async (value) => {
      const headers = value === undefined ? {} : { 'Retry-After': value };
      expect(await errorOf({ status: 504, headers })).toEqual({ code: 'http-504', who: 'wait', raw: '504' });
    },
  );

  it.each([
    ['181', NOW + 181_000],
    ['86400', NOW + 86_400_000],
    ['Tue, 24 Nov 2026 11:00:00 GMT', NOW + 23 * 3_600_000],
  ])('never cuts a wait at the 180 s of Microsoft’s own client: %s', async (value, notBefore) => {
    expect(await errorOf({ status: 503, headers: { 'Retry-After': value } })).toMatchObject({ notBefore });
    expect([asked.length, slept]).toEqual([1, []]);
  });

  it.each(['0', 'Mon, 23 Nov 2026 11:59:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'takes a time that has passed for no leave to ask again at once: %s',
    async (value) => {
      expect(await errorOf({ status: 429, headers: { 'Retry-After': value } }, {})).toMatchObject({
        who: 'wait',
      });
      expect(asked).toHaveLength(1);
    },
  );

  it.each([
    ['set back an hour', -3_600_000, 60_000],
    ['left alone in a sleep of an hour', 3_600_000, 0],
  ])('ends on whichever clock says so first: the wall clock %s', async (_how, wall, passed) => {
    const port = graph();
    plan = [{ status: 429, headers: { 'Retry-After': '60' } }];
    await expect(port.get(URL_ME, { scopes: SCOPES })).rejects.toMatchObject({ info: { code: 'http-429' } });
    now += wall + passed;
    still = wall;
    expect(await port.get(URL_ME, { scopes: SCOPES })).toMatchObject({ requests: 1 });
  });

  it('keeps the server’s word for those who ask next, without a request or a token', async () => {
    const port = graph();
    plan = [{ status: 429, headers: { 'Retry-After': '60' } }];
    await expect(port.get(URL_ME, { scopes: SCOPES })).rejects.toMatchObject({ info: { code: 'http-429' } });
    await expect(port.get(URL_ME, { scopes: SCOPES })).rejects.toMatchObject({
      info: { code: 'told-to-wait', who: 'wait', notBefore: NOW + 60_000 },
    });
    expect([asked.length, tokens.length]).toEqual([1, 1]);
    now += 60_000;
    expect(await port.get(URL_ME, { scopes: SCOPES })).toMatchObject({ requests: 1 });
  });
});

describe('a refused token', () => {
  const refused = { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } };

  it('is renewed once', async () => {
    plan = [refused, { body: 1 }];
    expect(await graph().get(URL_ME, { scopes: SCOPES })).toMatchObject({ body: 1, requests: 2 });
    expect(tokens[1]).toEqual({ interactive: false, refresh: true });
    expect(asked.map(({ token }) => token)).toEqual(['token1', 'token2']);
  });

  it('and refused again needs a person', async () => {
    expect(await errorOf(refused, refused, {})).toMatchObject({ code: 'token-refused', who: 'person' });
    expect(asked).toHaveLength(2);
  });

  it('with a claims challenge is asked for with the claims, once', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`;
    expect(await errorOf({ status: 401, headers: { 'WWW-Authenticate': challenge } }, refused)).toMatchObject(
      { who: 'person' },
    );
    expect(tokens).toEqual([{ interactive: false }, { interactive: false, claims }]);
  });

  it.each([
    'Bearer error="insufficient_claims", claims="%%%"',
    'Bearer error="insufficient_claims", claims="/w=="',
    'Bearer error="invalid_token"',
  ])('with a challenge nobody can read is renewed: %s', async (challenge) => {
    await errorOf({ status: 401, headers: { 'WWW-Authenticate': challenge } }, refused);
    expect(tokens[1]).toEqual({ interactive: false, refresh: true });
  });
});

describe('an answer that is none', () => {
  it.each([
    ['cut off', { text: null }],
    ['truncated', { text: '{"value":[{"id":"A' }],
    ['a page of a proxy', { text: '<html>hello</html>' }],
    ['empty', { text: '' }],
  ])('is to wait for: %s', async (_how, given) => {
    expect(await errorOf(given)).toMatchObject({ code: 'not-json', who: 'wait' });
  });

  it('keeps its cause', async () => {
    const cause = new TypeError('Failed to fetch');
    plan = [{ fails: cause }];
    const failed = graph().get(URL_ME, { scopes: SCOPES });
    await expect(failed).rejects.toMatchObject({ info: { code: 'offline', who: 'wait' }, cause });
  });
});

describe('who must act', () => {
  it.each([
    [410, { code: 'anything' }, 'sync-state-lost', 'resync'],
    [400, { code: 'SyncStateNotFound' }, 'sync-state-lost', 'resync'],
    [
      404,
      { code: 'x', innerError: { code: 'y', innererror: { code: 'syncStateNotFound' } } },
      'sync-state-lost',
      'resync',
    ],
    [400, { code: 'resyncRequired' }, 'sync-state-lost', 'resync'],
    [400, { code: 'InvalidDeltaToken' }, 'sync-state-lost', 'resync'],
    [400, { code: 'ErrorInvalid', message: 'The $deltaToken is invalid' }, 'sync-state-lost', 'resync'],
    [404, { code: 'MailboxNotEnabledForRESTAPI' }, 'no-mailbox', 'blocked'],
    [403, { code: 'ErrorAccessDenied' }, 'access-denied', 'blocked'],
    [404, { code: 'ErrorItemNotFound' }, 'not-found', 'bug'],
    [404, {}, 'http-404', 'wait'],
    [400, { code: 'BadRequest' }, 'http-400', 'bug'],
    [408, {}, 'http-408', 'wait'],
    [500, {}, 'http-500', 'wait'],
    [502, {}, 'http-502', 'wait'],
    [503, {}, 'http-503', 'wait'],
    [507, {}, 'http-507', 'wait'],
  ])('%i %j is %s: %s', async (status, error, code, who) => {
    expect(await errorOf({ status, body: { error } })).toMatchObject({ code, who });
    expect(asked).toHaveLength(1);
  });

  it('is told by the status alone when the body says nothing', async () => {
    for (const text of ['<html>', '', null, '[]', '{"error":"text"}', '{"error":{"innerError":null}}'])
      expect(await errorOf({ status: 502, text })).toEqual({ code: 'http-502', who: 'wait', raw: '502' });
  });
});
