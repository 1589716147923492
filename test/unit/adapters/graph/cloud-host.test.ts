import { expect, it } from 'vitest';
import { createGraph } from '../../../../utils/adapters/graph/index.ts';
import type { CloudId } from '../../../../utils/model/clouds.ts';
import { CLOUDS } from '../../../../utils/model/clouds.ts';

it('a token goes to the Graph host of the cloud in force at that moment, and a link of the cloud before gets none', async () => {
  let cloud: CloudId = 'global';
  let tokens = 0;
  const asked: string[] = [];
  const graph = createGraph({
    get: async (url) => {
      asked.push(new URL(url).host);
      return { status: 200, header: () => null, text: '{}', bytes: 2 };
    },
    auth: {
      token: async () => {
        tokens += 1;
        return 'token';
      },
    },
    clock: { now: () => 0, monotonic: () => 0 },
    sleep: () => Promise.resolve(),
    host: () => Promise.resolve(CLOUDS[cloud].graph),
  });
  const me = (id: CloudId) => graph.get(`https://${CLOUDS[id].graph}/v1.0/me`, { scopes: ['User.Read'] });
  await me('global');
  cloud = 'gcc-high';
  await expect(me('global')).rejects.toMatchObject({ info: { code: 'alien-link' } });
  await expect(me('dod')).rejects.toMatchObject({ info: { code: 'alien-link' } });
  await me('gcc-high');
  expect([asked, tokens]).toEqual([['graph.microsoft.com', 'graph.microsoft.us'], 2]);
});
