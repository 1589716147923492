import { DAY } from '../core/clock.ts';
import { SynclineError } from '../core/errors.ts';
import type { PersonFact, SessionsFact } from '../model/facts.ts';
import type { CloudId } from '../model/clouds.ts';
import { CLOUDS } from '../model/clouds.ts';
import { isRecord } from '../model/observation-guard.ts';
import type { GraphPort } from '../model/ports.ts';
import { SCOPES } from '../model/scopes.ts';

/** Addresses and dates of a person are asked again at least daily. */
export const PERSON_GOOD_FOR = DAY;

async function read(
  graph: GraphPort,
  cloud: CloudId,
  select: string,
): Promise<Readonly<Record<string, unknown>>> {
  const me = `https://${CLOUDS[cloud].graph}/v1.0/me`;
  const { body } = await graph.get(`${me}?$select=${select}`, { scopes: SCOPES.person });
  if (isRecord(body)) return body;
  throw new SynclineError({ code: 'bad-shape', who: 'wait' }, '/me is not an object');
}

/** The person's addresses (`GET /me`, User.Read): Zoom compares sign-in name and address (Zoom KB0077944). */
export async function readPerson(graph: GraphPort, cloud: CloudId): Promise<PersonFact> {
  const { mail, userPrincipalName } = await read(graph, cloud, 'mail,userPrincipalName');
  return {
    ...(typeof mail === 'string' ? { mail } : {}),
    ...(typeof userPrincipalName === 'string' ? { userPrincipalName } : {}),
  };
}

function moment(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new SynclineError({ code: 'bad-shape', who: 'wait' }, 'a date of /me is none');
  return at;
}

/**
 * The two dates that tell whether grants may have ended. No page of Microsoft says that User.Read is enough for them
 * (microsoft.md I), so they are asked for apart: a refusal hides this signal and nothing else.
 */
export async function readSessions(graph: GraphPort, cloud: CloudId): Promise<SessionsFact> {
  const body = await read(graph, cloud, 'lastPasswordChangeDateTime,signInSessionsValidFromDateTime');
  return {
    passwordChangedAt: moment(body['lastPasswordChangeDateTime']),
    sessionsValidFrom: moment(body['signInSessionsValidFromDateTime']),
  };
}
