import { Client, HTTPMessageHandler, ResponseType } from '@microsoft/microsoft-graph-client';
import type { GraphGet } from './raw.ts';

let client: Client | undefined;

/**
 * One GET by Microsoft's client, and the only file that imports it: the worker loads this late, together with the sign-in library.
 * The chain is the bare sender. The client's own retry sleeps with a timer that an idle worker does not survive and cuts the server's
 * Retry-After at 180 s; its authentication turns our errors into its own (microsoft.md B.3). Waiting and tokens are our gateway's.
 */
export const graphGet: GraphGet = async (url, { token, prefer, consistency, signal }) => {
  client ??= Client.initWithMiddleware({ middleware: new HTTPMessageHandler() });
  const response = (await client
    .api(url)
    .headers({
      Authorization: `Bearer ${token}`,
      ...(prefer === undefined ? {} : { Prefer: prefer }),
      ...(consistency === undefined ? {} : { ConsistencyLevel: consistency }),
    })
    .options({ signal, cache: 'no-store', credentials: 'omit' })
    .responseType(ResponseType.RAW)
    .get()) as Response;
  const body = await readBody(response);
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    text: body && new TextDecoder().decode(body),
    bytes: body?.byteLength ?? 0,
  };
};

async function readBody(response: Response): Promise<ArrayBuffer | null> {
  try {
    return await response.arrayBuffer();
  } catch (error) {
    // The connection broke in mid-body: fetch says so with a TypeError. A time limit is another matter and goes on.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
