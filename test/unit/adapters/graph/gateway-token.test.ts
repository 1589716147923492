import { beforeEach, describe, expect, it } from 'vitest';
import { createGraph } from '../../../../utils/adapters/graph/index.ts';
import type { RawAnswer } from '../../../../utils/adapters/graph/index.ts';

const SCOPES = ['Calendars.ReadBasic'];

let statuses: number[];
let sent: string[];
let now: number;

const answer = (status: number): RawAnswer => ({ status, text: '{}', bytes: 2, header: () => null });

const graph = () => {
  let tokens = 0;
  return createGraph({
    get: async (_url, { token }) => {
      sent.push(token);
      return answer(statuses.shift() ?? 200);
    },
    host: 'graph.microsoft.com',
    clock: { now: () => now, monotonic: () => now },
    sleep: async (ms) => {
      now += ms;
    },
    auth: {
      token: async () => {
        tokens += 1;
        return `token${tokens}`;
      },
    },
  });
};

const asking = (one: ReturnType<typeof graph>) => (options: { scopes?: readonly string[]; run?: object }) =>
  one.get('https://graph.microsoft.com/v1.0/me', { scopes: SCOPES, ...options });

beforeEach(() => {
  statuses = [];
  sent = [];
  now = Date.UTC(2026, 10, 23, 12);
});

describe('the token of a run', () => {
  it('is kept for a minute, for the same scopes, and for that run alone', async () => {
    const ask = asking(graph());
    const run = {};
    await ask({ run });
    await ask({ run });
    expect(sent).toEqual(['token1', 'token1']);
    await ask({ run: {} });
    await ask({});
    await ask({ run, scopes: ['Calendars.Read'] });
    await ask({ run });
    now += 60_001;
    await ask({ run });
    expect(sent.slice(2)).toEqual(['token2', 'token3', 'token4', 'token5', 'token6']);
  });

  it('is the new one once Graph refused the old', async () => {
    const ask = asking(graph());
    const run = {};
    statuses = [401];
    await ask({ run });
    await ask({ run });
    expect(sent).toEqual(['token1', 'token2', 'token2']);
  });
});
