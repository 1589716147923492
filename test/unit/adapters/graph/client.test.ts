import { afterEach, describe, expect, it, vi } from 'vitest';
import { graphGet } from '../../../../utils/adapters/graph/client.ts';

const LINK =
  'https://graph.microsoft.com/v1.0/me/calendarView/delta?$skiptoken=a%2Bb%3D%3D&$deltatoken=c.d_e';
const signal = new AbortController().signal;

function answerWith(response: Response | Error) {
  const fetch = vi.fn((_url: string, _options: RequestInit) =>
    response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

describe('graphGet', () => {
  it('calls a link unchanged, with token and preference', async () => {
    const fetch = answerWith(new Response('{"value":[]}', { headers: { 'x-test': 'yes' } }));
    const answer = await graphGet(LINK, { token: 'T', prefer: 'IdType="ImmutableId"', signal });
    expect([answer.status, answer.text, answer.bytes, answer.header('X-Test')]).toEqual([
      200,
      '{"value":[]}',
      12,
      'yes',
    ]);
    const [url, options] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(LINK);
    const headers = new Headers(options?.headers);
    expect(headers.get('authorization')).toBe('Bearer T');
    expect(headers.get('prefer')).toBe('IdType="ImmutableId"');
    expect(options).toMatchObject({ method: 'GET', signal, credentials: 'omit' });
  });

  it('asks once whatever the answer: retrying is the gateway’s', async () => {
    const fetch = answerWith(new Response('busy', { status: 429, headers: { 'Retry-After': '1' } }));
    const answer = await graphGet(LINK, { token: 'T', signal });
    expect([answer.status, answer.header('retry-after'), answer.text]).toEqual([429, '1', 'busy']);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('tells a body that broke off from an answer that never came', async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) });
    answerWith(new Response(broken));
    expect((await graphGet(LINK, { token: 'T', signal })).text).toBeNull();
    answerWith(new TypeError('Failed to fetch'));
    await expect(graphGet(LINK, { token: 'T', signal })).rejects.toMatchObject({ statusCode: -1 });
  });

  it('counts bytes, not characters', async () => {
    answerWith(new Response('"é"'));
    expect(await graphGet(LINK, { token: 'T', signal })).toMatchObject({ text: '"é"', bytes: 4 });
  });
});
