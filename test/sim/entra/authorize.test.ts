import { afterEach, beforeEach, expect, test } from 'vitest';
import { authorizeUrl, type Client, fragmentOf, headingOf, typePassword } from '../wire/signin.ts';
import { createPkce, createVisitor, type Visitor } from '../wire/visitor.ts';
import {
  ADMIN,
  CLIENT_ID,
  MAYA,
  OUTSIDER,
  startWorld,
  TENANT_DOMAIN,
  TENANT_ID,
  type World,
} from '../world/index.ts';

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const client: Client = {
  clientId: CLIENT_ID,
  redirectUri,
  tenant: 'organizations',
  origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
};
let world: World;
let visitor: Visitor;

beforeEach(async () => {
  world = await startWorld({ redirectUris: [redirectUri] });
  visitor = createVisitor(world);
});
afterEach(() => world.close());

const { challenge } = createPkce();
const open = (overrides: Record<string, string | undefined> = {}, as = client) =>
  visitor.ask(authorizeUrl(as, challenge, overrides));
const silent = async (overrides: Record<string, string> = {}) =>
  fragmentOf(await open({ prompt: 'none', ...overrides }));
async function signedIn(who = MAYA, stay = true): Promise<void> {
  await open();
  const answer = await typePassword(visitor, who, stay);
  if (headingOf(answer) === 'Permissions requested') await visitor.press({ step: 'accept' });
}

test('a person signs in through name, password, stay signed in, and consent; the answer is a fragment with the state', async () => {
  expect(headingOf(await open())).toBe('Sign in');
  const consent = await typePassword(visitor, MAYA);
  expect(headingOf(consent)).toBe('Permissions requested');
  expect(consent.text).toContain('Sign in and read your profile');
  expect(consent.text).not.toContain('calendars');
  const answer = fragmentOf(await visitor.press({ step: 'accept' }));
  expect(answer.get('code')).toMatch(/^1\.A/);
  expect(answer.get('state')).toBe('state-1');
  expect(JSON.parse(Buffer.from(answer.get('client_info') ?? '', 'base64url').toString())).toEqual({
    uid: world.entra.user(MAYA.username).oid,
    utid: TENANT_ID,
  });
});

test.each([
  ['an unknown client', { client_id: '00000000-1111-2222-3333-444444444444' }, '700016'],
  ['a redirect URI without its slash', { redirect_uri: redirectUri.slice(0, -1) }, '50011'],
  ['a redirect URI in another case', { redirect_uri: redirectUri.replace('abc', 'ABC') }, '50011'],
  ['a redirect URI with a path', { redirect_uri: `${redirectUri}cb` }, '50011'],
])('%s gets a page and is never redirected', async (_name, overrides, code) => {
  const answer = await open(overrides);
  expect(answer.headers.location).toBeUndefined();
  expect(answer.text).toContain(`AADSTS${code}`);
});

test.each([
  ['no PKCE', { code_challenge: undefined }, 'invalid_request', '9002325'],
  ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request', '9002325'],
  ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type', '700054'],
  ['a scope that does not exist', { scope: 'openid Calendar.ReadWrite' }, 'invalid_scope', '650053'],
])('%s is refused by redirect', async (_name, overrides, error, code) => {
  const answer = fragmentOf(await open(overrides));
  expect(answer.get('error')).toBe(error);
  expect(answer.get('error_description')).toContain(`AADSTS${code}`);
  expect(answer.get('state')).toBe('state-1');
});

test('an unknown tenant, and an account of another tenant', async () => {
  expect((await open({}, { ...client, tenant: 'nowhere.example' })).text).toContain('AADSTS90002');
  await open({}, { ...client, tenant: TENANT_DOMAIN });
  expect((await visitor.press({ loginfmt: OUTSIDER.username, step: 'username' })).text).toContain(
    'AADSTS50020',
  );
  expect((await visitor.press({ loginfmt: 'nobody@alderfinch.example', step: 'username' })).text).toContain(
    'AADSTS50034',
  );
});

test('a wrong password shows the page again and signs nobody in', async () => {
  await open();
  const answer = await typePassword(visitor, { ...MAYA, password: 'guess' });
  expect(answer.text).toContain('AADSTS50126');
  expect((await silent()).get('error')).toBe('login_required');
});

test('a page posted without its flow token goes nowhere', async () => {
  await open();
  await visitor.press({ loginfmt: MAYA.username, step: 'username' });
  const answer = await visitor.press({ flowToken: 'forged', passwd: MAYA.password, step: 'password' });
  expect(answer.headers.location).toBeUndefined();
  expect(answer.text).toContain('AADSTS165000');
});

test('prompt=none: nobody, somebody, the hinted one, several', async () => {
  const nobody = await silent();
  expect(nobody.get('error')).toBe('login_required');
  expect(nobody.get('error_description')).toContain('AADSTS50058');
  expect(nobody.get('error_uri')).toBe('https://login.microsoftonline.com/error?code=50058');
  await signedIn();
  expect((await silent()).get('code')).toBeTruthy();
  expect((await silent({ login_hint: MAYA.username })).get('code')).toBeTruthy();
  expect((await silent({ login_hint: ADMIN.username })).get('error')).toBe('login_required');
  await open({ prompt: 'login' });
  await typePassword(visitor, ADMIN);
  expect((await silent()).get('error_description')).toContain('AADSTS16000');
  expect((await silent({ login_hint: MAYA.username })).get('code')).toBeTruthy();
});

test('a persistent cookie survives the browser, a session cookie does not', async () => {
  await signedIn(MAYA, false);
  visitor.restart();
  expect((await silent()).get('error')).toBe('login_required');
  await signedIn(MAYA, true);
  visitor.restart();
  expect((await silent()).get('code')).toBeTruthy();
});

test('select_account shows the people of this browser and takes one without a password', async () => {
  await signedIn();
  const picker = await open({ prompt: 'select_account' });
  expect(headingOf(picker)).toBe('Pick an account');
  expect(picker.text).toContain(MAYA.username);
  expect(
    fragmentOf(await visitor.press({ pick: world.entra.user(MAYA.username).oid })).get('code'),
  ).toBeTruthy();
  await open({ prompt: 'select_account' });
  const stranger = await visitor.press({ pick: world.entra.user(ADMIN.username).oid });
  expect(stranger.text).toContain('AADSTS16000');
  await open({ prompt: 'select_account' });
  expect(headingOf(await visitor.press({ pick: 'other' }))).toBe('Sign in');
});

test('sign-out ends silent sign-in', async () => {
  await signedIn();
  await visitor.ask('https://login.microsoftonline.com/common/oauth2/v2.0/logout');
  expect((await silent()).get('error')).toBe('login_required');
});

test('a revoked session and a changed password end silent sign-in', async () => {
  await signedIn();
  world.entra.revokeSessions(MAYA.username);
  expect((await silent()).get('error_description')).toContain('AADSTS50133');
  await signedIn();
  world.entra.changePassword(MAYA.username, 'New-Finch-43');
  expect((await silent()).get('error')).toBe('login_required');
  await open();
  expect((await typePassword(visitor, MAYA)).text).toContain('AADSTS50126');
});

test.each([
  ['conditional access', (w: World) => w.entra.setConditionalAccess(TENANT_ID, [{ code: 53003 }]), '53003'],
  ['a disabled account', (w: World) => void (w.entra.user(MAYA.username).disabled = true), '50057'],
  ['an expired password', (w: World) => void (w.entra.user(MAYA.username).passwordExpired = true), '50055'],
  [
    'people who are not assigned',
    (w: World) => void Object.assign(w.entra.apps[0] ?? {}, { assignedOnly: [] }),
    '50105',
  ],
])('%s: an error page, and interaction_required when silent', async (_name, stop, code) => {
  await signedIn();
  stop(world);
  const page = await open();
  expect(page.headers.location).toBeUndefined();
  expect(page.text).toContain(`AADSTS${code}`);
  const quiet = await silent();
  expect(quiet.get('error')).toBe('interaction_required');
  expect(quiet.get('error_description')).toContain(`AADSTS${code}`);
});

test('a second factor is asked for when a policy demands it, and remembered', async () => {
  await signedIn();
  world.entra.user(MAYA.username).mfa = 'required';
  expect((await silent()).get('error_description')).toContain('AADSTS50076');
  expect(headingOf(await open())).toBe('Verify your identity');
  expect(fragmentOf(await visitor.press({ step: 'mfa' })).get('code')).toBeTruthy();
  expect((await silent()).get('code')).toBeTruthy();
});

test('the script page comes once before a silent answer', async () => {
  await signedIn();
  world.entra.tenant(TENANT_ID).scriptHop = true;
  const hop = await open({ prompt: 'none' });
  expect(hop.status).toBe(200);
  const next = /location\.replace\("([^"]+)"\)/.exec(hop.text)?.[1] ?? '';
  expect(fragmentOf(await visitor.ask(`https://login.microsoftonline.com${next}`)).get('code')).toBeTruthy();
});

test('a fault plan: a passing fault by redirect, a throttled page, a cut line', async () => {
  await signedIn();
  world.entra.faults.add({ on: 'authorize', fault: { code: 90033 } });
  expect((await silent()).get('error')).toBe('temporarily_unavailable');
  world.entra.faults.add({ on: 'authorize', fault: { status: 429, retryAfter: 7 } });
  expect((await open()).headers['retry-after']).toBe('7');
  world.entra.faults.add({ on: 'authorize', fault: { drop: true } });
  await expect(open()).rejects.toThrow(/hang up|ECONNRESET/);
  expect((await silent()).get('code')).toBeTruthy();
});
