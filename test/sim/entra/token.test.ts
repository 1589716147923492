import { createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  authorizeUrl,
  type Client,
  fragmentOf,
  postToken,
  signIn,
  STEP_ONE,
  STEP_TWO,
  type Tokens,
} from '../wire/signin.ts';
import { createPkce, createVisitor, type Visitor } from '../wire/visitor.ts';
import { CLIENT_ID, MAYA, startWorld, TENANT_ID, type World } from '../world/index.ts';

const HOUR = 3_600_000;
const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const origin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const client: Client = { clientId: CLIENT_ID, redirectUri, tenant: 'organizations', origin };
let world: World;
let visitor: Visitor;
let tokens: Tokens;

beforeEach(async () => {
  world = await startWorld({ redirectUris: [redirectUri], clock: { frozen: true } });
  visitor = createVisitor(world);
  tokens = await signIn(visitor, client, MAYA);
});
afterEach(() => world.close());

/** A fresh code of the signed-in person. */
async function newCode(): Promise<{ code: string; verifier: string }> {
  const { verifier, challenge } = createPkce();
  const answer = fragmentOf(await visitor.ask(authorizeUrl(client, challenge, { prompt: 'none' })));
  return { code: answer.get('code') ?? '', verifier };
}
async function redeem(change: Record<string, string> = {}, as: Client = client) {
  const { code, verifier } = await newCode();
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
  return postToken(visitor, as, { ...form, ...change });
}
const refresh = (form: Record<string, string> = {}, as: Client = client) =>
  postToken(visitor, as, {
    grant_type: 'refresh_token',
    refresh_token: tokens.refresh_token,
    scope: STEP_ONE,
    ...form,
  });

test('tokens: lives, scopes, and an id token signed by the published key', async () => {
  expect(tokens.expires_in).toBeGreaterThanOrEqual(3600);
  expect(tokens.expires_in).toBeLessThanOrEqual(5400);
  expect(tokens.refresh_token_expires_in).toBe(86_400);
  expect(tokens.scope.split(' ').sort()).toEqual(['User.Read', 'openid', 'profile']);
  const [head = '', claims = '', signature = ''] = tokens.id_token.split('.');
  const jwks = await visitor.ask(`https://login.microsoftonline.com/${TENANT_ID}/discovery/v2.0/keys`);
  const { keys } = jwks.json() as { keys: { kid: string }[] };
  const key = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' });
  expect(verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(
    true,
  );
  const seconds = Math.floor(world.clock.now() / 1000);
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    aud: CLIENT_ID,
    iss: `https://login.microsoftonline.com/${TENANT_ID}/v2.0`,
    tid: TENANT_ID,
    oid: world.entra.user(MAYA.username).oid,
    preferred_username: MAYA.username,
    nonce: 'nonce-1',
    ver: '2.0',
    iat: seconds,
    exp: seconds + 3600,
  });
  expect(world.entra.inspect(tokens.access_token)).toMatchObject({
    oid: world.entra.user(MAYA.username).oid,
    scopes: ['User.Read'],
  });
});

test('discovery names the endpoints of the tenant and refuses unknown ones', async () => {
  const ask = (tenant: string) =>
    visitor.ask(`https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`);
  expect((await ask('alderfinch.example')).json()).toMatchObject({
    issuer: `https://login.microsoftonline.com/${TENANT_ID}/v2.0`,
    msgraph_host: 'graph.microsoft.com',
  });
  const unknown = await ask('nowhere.example');
  expect(unknown.status).toBe(400);
  expect(unknown.json()['error_codes']).toEqual([90002]);
});

test('an error body has the form clients read', async () => {
  const answer = await refresh({ refresh_token: 'made up', 'client-request-id': 'my-id' });
  expect(answer.status).toBe(400);
  expect(answer.json()).toMatchObject({
    error: 'invalid_grant',
    error_codes: [70000],
    suberror: 'bad_token',
    correlation_id: 'my-id',
    error_uri: 'https://login.microsoftonline.com/error?code=70000',
  });
  expect(answer.json()['error_description']).toMatch(
    /^AADSTS70000: .* Trace ID: .* Correlation ID: my-id Timestamp: \d{4}-.*Z$/,
  );
  expect(answer.json()['timestamp']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);
});

test.each([
  ['a wrong verifier', { code_verifier: createPkce().verifier }, 501481],
  ['another redirect URI', { redirect_uri: `${redirectUri}x` }, 500112],
  ['a made-up code', { code: '1.Anything' }, 70000],
  ['a secret', { client_secret: 'hidden in the bundle' }, 700025],
  ['an unknown grant type', { grant_type: 'password' }, 70003],
])('redeeming with %s fails', async (_name, change, code) => {
  expect((await redeem(change)).json()['error_codes']).toEqual([code]);
});

test('a code works once, even when the first try was wrong, and for ten minutes', async () => {
  const { code, verifier } = await newCode();
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
  expect(
    (await postToken(visitor, client, { ...form, code_verifier: 'wrong' })).json()['error_codes'],
  ).toEqual([501481]);
  expect(
    (await postToken(visitor, client, { ...form, code_verifier: verifier })).json()['error_codes'],
  ).toEqual([54005]);
  const late = await newCode();
  world.clock.advance(HOUR / 6 + 1);
  const answer = await postToken(visitor, client, { ...form, code: late.code, code_verifier: late.verifier });
  expect(answer.json()['error_codes']).toEqual([70008]);
});

test('a single-page redirect needs an Origin, its own, and only then gets CORS headers', async () => {
  expect((await redeem({}, { ...client, origin: undefined })).json()['error_codes']).toEqual([9002327]);
  const foreign = await redeem(
    {},
    { ...client, origin: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba' },
  );
  expect(foreign.json()['error_codes']).toEqual([9002326]);
  expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  const own = await redeem();
  expect(own.status).toBe(200);
  expect(own.headers['access-control-allow-origin']).toBe(origin);
  const preflight = (from: string) =>
    visitor.ask('https://login.microsoftonline.com/common/oauth2/v2.0/token', {
      method: 'OPTIONS',
      headers: { Origin: from },
    });
  expect((await preflight(origin)).headers['access-control-allow-origin']).toBe(origin);
  expect((await preflight('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
});

test('Firefox: any extension origin belongs to a registered allizom redirect', async () => {
  const firefox = 'https://0123456789abcdef0123456789abcdef01234567.extensions.allizom.org/';
  world.registerRedirect(firefox);
  const as = {
    ...client,
    redirectUri: firefox,
    origin: 'moz-extension://5f0c2f2a-6a3e-4e0e-9d8b-1a2b3c4d5e6f',
  };
  expect((await signIn(createVisitor(world), as, MAYA)).access_token).toBeTruthy();
});

test('a redirect of type web: Origin refused with 9002326, no secret with 7000218', async () => {
  Object.assign(world.entra.apps[0] ?? {}, { platform: 'web', secret: 's3' });
  expect((await redeem()).json()['error_codes']).toEqual([9002326]);
  const bare = { ...client, origin: undefined };
  expect((await redeem({}, bare)).json()['error_codes']).toEqual([7000218]);
  expect((await redeem({ client_secret: 'no' }, bare)).json()['error_codes']).toEqual([7000215]);
  expect((await redeem({ client_secret: 's3' }, bare)).status).toBe(200);
});

test('refresh tokens end 24 hours after the first, however often they are used', async () => {
  for (let hour = 1; hour <= 23; hour++) {
    world.clock.advance(HOUR);
    tokens = (await refresh()).json() as unknown as Tokens;
    expect(tokens.refresh_token_expires_in).toBe((24 - hour) * 3600);
  }
  world.clock.advance(HOUR);
  const answer = await refresh();
  expect(answer.json()).toMatchObject({
    error: 'invalid_grant',
    suberror: 'bad_token',
    error_codes: [700084],
  });
});

test('incremental consent: a refresh cannot take scopes nobody granted, and a grant shows in the next token', async () => {
  const refused = await refresh({ scope: STEP_TWO });
  expect(refused.json()).toMatchObject({
    error: 'invalid_grant',
    suberror: 'consent_required',
    error_codes: [65001],
  });
  await signIn(visitor, client, MAYA, STEP_TWO);
  const granted = (await refresh({ scope: STEP_TWO })).json() as unknown as Tokens;
  expect(granted.scope.split(' ')).toContain('Calendars.ReadBasic');
  expect(world.entra.inspect(granted.access_token)?.scopes).toContain('Calendars.ReadBasic');
});

test.each([
  ['revoked sessions', (w: World) => w.entra.revokeSessions(MAYA.username), 50173],
  ['a changed password', (w: World) => w.entra.changePassword(MAYA.username, 'New-1'), 50173],
  ['a disabled account', (w: World) => void (w.entra.user(MAYA.username).disabled = true), 50057],
  ['conditional access', (w: World) => w.entra.setConditionalAccess(TENANT_ID, [{ code: 53003 }]), 53003],
  ['a new second factor', (w: World) => void (w.entra.user(MAYA.username).mfa = 'required'), 50076],
  ['withdrawn consent', (w: World) => w.entra.withdrawConsents(TENANT_ID, CLIENT_ID), 65001],
  ['a disabled app', (w: World) => void Object.assign(w.entra.apps[0] ?? {}, { disabled: true }), 7000112],
])('a refresh after %s fails', async (_name, happen, code) => {
  happen(world);
  const answer = await refresh();
  expect(answer.status).toBe(400);
  expect(answer.json()['error_codes']).toEqual([code]);
});

test('revocation moves the sessions date; a password change its own date, and the other only where the scenario says so', () => {
  const maya = world.entra.user(MAYA.username);
  const before = maya.sessionsValidFrom;
  world.clock.advance(HOUR);
  world.entra.changePassword(MAYA.username, 'New-1');
  expect(maya.passwordChangedAt).toBe(world.clock.now());
  expect(maya.sessionsValidFrom).toBe(before);
  world.entra.tenant(TENANT_ID).passwordChangeMovesSessions = true;
  world.entra.changePassword(MAYA.username, 'New-2');
  expect(maya.sessionsValidFrom).toBe(world.clock.now());
});

test('a throttled token endpoint says how long, readable across origins', async () => {
  world.entra.faults.add({ on: 'token', fault: { status: 429, retryAfter: 40 } });
  const answer = await refresh();
  expect([answer.status, answer.headers['retry-after']]).toEqual([429, '40']);
  expect(answer.headers['access-control-allow-origin']).toBe(origin);
  expect((await refresh()).status).toBe(200);
});
