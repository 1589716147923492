import { afterEach, beforeEach, expect, test } from 'vitest';
import { authorizeUrl, type Client, fragmentOf, headingOf, STEP_TWO, typePassword } from '../wire/signin.ts';
import { createPkce, createVisitor, type Visitor } from '../wire/visitor.ts';
import { ADMIN, CLIENT_ID, MAYA, startWorld, TENANT_ID, type World } from '../world/index.ts';

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

test('consent: asked once, by prompt again, declined with 65004, a second step asks for the new scope', async () => {
  await signedIn();
  expect(fragmentOf(await open()).get('code')).toBeTruthy();
  expect(headingOf(await open({ prompt: 'consent' }))).toBe('Permissions requested');
  const declined = fragmentOf(await visitor.press({ step: 'cancel' }));
  expect(declined.get('error')).toBe('access_denied');
  expect(declined.get('error_description')).toContain('AADSTS65004');
  const quiet = await silent({ scope: STEP_TWO });
  expect(quiet.get('error')).toBe('consent_required');
  expect(quiet.get('error_description')).toContain('AADSTS65001');
  expect((await open({ scope: STEP_TWO })).text).toContain('Read basic details of your calendars');
});

test('the managed policy refuses calendars to users, until an administrator consents', async () => {
  world.entra.tenant(TENANT_ID).consentPolicy = 'managed';
  await signedIn();
  expect(headingOf(await open({ scope: STEP_TWO }))).toBe('Need admin approval');
  const back = fragmentOf(await visitor.press({ step: 'decline' }));
  expect(back.get('error')).toBe('access_denied');
  expect(back.get('error_description')).toContain('AADSTS90094');
  await open({ scope: STEP_TWO });
  const forced = await visitor.press({ step: 'accept' });
  expect(forced.text).toContain('AADSTS90094');
  world.entra.grantAdminConsent(TENANT_ID, CLIENT_ID, ['Calendars.ReadBasic']);
  expect(fragmentOf(await open({ scope: STEP_TWO })).get('code')).toBeTruthy();
});

test('administrators consent for everybody by the link; others may not', async () => {
  const link = `https://login.microsoftonline.com/${TENANT_ID}/v2.0/adminconsent?${new URLSearchParams({
    client_id: CLIENT_ID,
    scope: 'https://graph.microsoft.com/Calendars.ReadBasic',
    redirect_uri: redirectUri,
    state: 's',
  }).toString()}`;
  world.entra.tenant(TENANT_ID).consentPolicy = 'none';
  await visitor.ask(link);
  expect(headingOf(await typePassword(visitor, MAYA))).toBe('Need admin approval');
  await visitor.ask(link);
  await visitor.press({ pick: 'other' });
  await typePassword(visitor, ADMIN);
  const answer = new URL((await visitor.press({ step: 'accept' })).headers.location ?? '').searchParams;
  expect(answer.get('admin_consent')).toBe('True');
  expect(answer.get('tenant')).toBe(TENANT_ID);
  const others = world.entra.tenant(TENANT_ID).consents;
  expect(others).toContainEqual({ clientId: CLIENT_ID, scopes: ['Calendars.ReadBasic'] });
});

test('scopes for administrators, and an unverified publisher', async () => {
  await signedIn();
  expect(headingOf(await open({ scope: 'openid Directory.Read.All' }))).toBe('Need admin approval');
  const app = world.entra.apps[0];
  if (app) app.verifiedPublisher = false;
  expect(headingOf(await open({ scope: STEP_TWO }))).toBe('Need admin approval');
});
