import { SynclineError } from '../../core/errors.ts';
import { isRecord } from '../../model/observation-guard.ts';
import { CLOUDS, type CloudId } from '../../model/clouds.ts';

const wrong = (code: string, who: 'wait' | 'blocked', cause?: unknown) =>
  new SynclineError({ code, who, raw: code }, `the tenant’s public document: ${code}`, { cause });

async function ask(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { signal, cache: 'no-store', credentials: 'omit' });
  } catch (cause) {
    throw wrong('offline', 'wait', cause);
  }
}

async function json(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await answer.json().catch((cause: unknown) => {
    throw wrong('not-json', 'wait', cause);
  });
  if (!isRecord(body)) throw wrong('bad-shape', 'wait');
  return body;
}

/**
 * Asks the cloud's sign-in host for the tenant's public OpenID document, which names nobody and needs no sign-in.
 *
 * @param signal ends the waiting; the page that waits sets it
 * @throws SynclineError the AADSTS code where Entra gives one (90002: no such tenant), `AADSTS90038` where the document names
 *   the Graph host of another cloud (`msgraph_host`, microsoft.md H), `offline`, `not-json`, `bad-shape`, `server-error`
 */
export async function findTenant(cloud: CloudId, tenant: string, signal: AbortSignal): Promise<void> {
  const { signIn } = CLOUDS[cloud];
  const answer = await ask(
    `https://${signIn}/${encodeURIComponent(tenant)}/v2.0/.well-known/openid-configuration`,
    signal,
  );
  if (answer.status === 429 || answer.status >= 500) throw wrong('server-error', 'wait');
  const body = await json(answer);
  if (!answer.ok) {
    const told = body['error_description'];
    throw wrong(/AADSTS\d+/.exec(typeof told === 'string' ? told : '')?.[0] ?? 'AADSTS90002', 'blocked');
  }
  if (typeof body['token_endpoint'] !== 'string') throw wrong('bad-shape', 'wait');
  const home = Object.values(CLOUDS).find(({ graph }) => graph === body['msgraph_host']);
  if (home && home.signIn !== signIn) throw wrong('AADSTS90038', 'blocked');
}
