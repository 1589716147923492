import { type Answer, createPkce, type Visitor } from './visitor.ts';

/** The client side of OAuth as a test plays it, honest by default; `overrides` make it cheat. */
export interface Client {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly tenant: string;
  /** `undefined`: sends no Origin. */
  readonly origin: string | undefined;
}

export const STEP_ONE = 'openid profile offline_access User.Read';
export const STEP_TWO = `${STEP_ONE} Calendars.ReadBasic`;

export function authorizeUrl(
  client: Client,
  challenge: string,
  overrides: Record<string, string | undefined> = {},
): string {
  const params = {
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: client.redirectUri,
    response_mode: 'fragment',
    scope: STEP_ONE,
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    client_info: '1',
    ...overrides,
  };
  const given = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `https://login.microsoftonline.com/${client.tenant}/oauth2/v2.0/authorize?${new URLSearchParams(given).toString()}`;
}

/** The answer in a redirect's fragment; throws when the service showed a page instead. */
export function fragmentOf(answer: Answer): URLSearchParams {
  const { location } = answer.headers;
  if (location === undefined)
    throw new Error(`no redirect: ${/<h1>(.*?)<\/h1>/.exec(answer.text)?.[1] ?? answer.text}`);
  return new URLSearchParams(new URL(location).hash.slice(1));
}

export const headingOf = (answer: Answer): string => /<h1>(.*?)<\/h1>/.exec(answer.text)?.[1] ?? '';

/** Types name and password, and says whether to stay signed in; gives the page or redirect behind. */
export async function typePassword(
  visitor: Visitor,
  who: { username: string; password: string },
  stay = true,
): Promise<Answer> {
  await visitor.press({ loginfmt: who.username, step: 'username' });
  const answer = await visitor.press({ passwd: who.password, step: 'password' });
  return headingOf(answer) === 'Stay signed in?'
    ? visitor.press({ step: stay ? 'stay-yes' : 'stay-no' })
    : answer;
}

export function postToken(visitor: Visitor, client: Client, form: Record<string, string>): Promise<Answer> {
  return visitor.ask(`https://login.microsoftonline.com/${client.tenant}/oauth2/v2.0/token`, {
    form: { client_id: client.clientId, ...form },
    headers: client.origin === undefined ? {} : { Origin: client.origin },
  });
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly scope: string;
  readonly expires_in: number;
  readonly refresh_token_expires_in: number;
}

/** A whole honest sign-in, consent accepted where it is asked for. */
export async function signIn(
  visitor: Visitor,
  client: Client,
  who: { username: string; password: string },
  scope = STEP_ONE,
): Promise<Tokens> {
  const { verifier, challenge } = createPkce();
  await visitor.ask(authorizeUrl(client, challenge, { scope, prompt: 'login' }));
  let answer = await typePassword(visitor, who);
  if (headingOf(answer) === 'Permissions requested') answer = await visitor.press({ step: 'accept' });
  const code = fragmentOf(answer).get('code') ?? '';
  const tokens = await postToken(visitor, client, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: client.redirectUri,
    code_verifier: verifier,
    scope,
  });
  if (tokens.status !== 200) throw new Error(tokens.text);
  return tokens.json() as unknown as Tokens;
}
