import { afterEach, beforeEach, expect, test } from 'vitest';
import { ADMIN, MAYA, TENANT_ID } from '../../world/index.ts';
import { personalGrants } from './scenes.ts';
import { codeOf, DAY, type Harness, NOW, startHarness, V1 } from '../harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.world.close());

const allScopes = 'Application.Read.All Directory.Read.All Policy.Read.All AuditLog.Read.All';

test('administrators: applications, grants, policy', async () => {
  await harness.as(ADMIN, allScopes);
  const list = async (path: string, headers = {}) =>
    ((await harness.get(`${V1}/${path}`, headers)).json() as { value: Record<string, unknown>[] }).value;
  const search = "servicePrincipals?$filter=startswith(displayName,'Zoom')&$count=true";
  expect(codeOf(await harness.get(`${V1}/${search}`))).toBe('Request_UnsupportedQuery');
  const apps = await list(search, { ConsistencyLevel: 'eventual' });
  expect(apps.map((app) => app['displayName'])).toEqual([
    'Zoom Calendar Integration',
    'Zoom Rooms',
    'Zoom Calendar Helper',
  ]);
  const { id, appId } = apps[0] ?? {};
  const one = await harness.get(
    `${V1}/servicePrincipals(appId='${String(appId)}')?$select=id,accountEnabled`,
  );
  expect(one.json()).toEqual({ id, accountEnabled: true });
  expect(await list(`servicePrincipals/${String(id)}/appRoleAssignments`)).toHaveLength(3);
  expect(await list(`oauth2PermissionGrants?$filter=clientId eq '${String(id)}'`)).toHaveLength(2);
  const policy = async () =>
    (await harness.get(`${V1}/policies/authorizationPolicy`)).json()['defaultUserRolePermissions'];
  harness.world.entra.tenant(TENANT_ID).consentPolicy = 'managed';
  expect(await policy()).toMatchObject({
    permissionGrantPoliciesAssigned: ['ManagePermissionGrantsForSelf.microsoft-user-default-recommended'],
  });
  expect((await harness.get(`${V1}/servicePrincipals?$filter=tags eq`)).status).toBe(400);
});

test('the same scopes without a role, and sign-in reports: licence, kinds, five in ten seconds', async () => {
  const { entra, clock } = harness.world;
  entra.grantAdminConsent(TENANT_ID, entra.apps[0]?.clientId ?? '', allScopes.split(' '));
  await harness.as(MAYA, allScopes);
  expect((await harness.get(`${V1}/oauth2PermissionGrants`)).status).toBe(403);
  await harness.as(ADMIN, allScopes);
  const signIns = async (base: string, filter = '') =>
    ((await harness.get(`${base}/auditLogs/signIns${filter}`)).json() as { value: unknown[] }).value;
  const beta = 'https://graph.microsoft.com/beta';
  const quiet = "?$filter=signInEventTypes/any(t:t eq 'nonInteractiveUser')";
  expect(await signIns(V1)).toHaveLength(1);
  expect(await signIns(beta, quiet)).toHaveLength(3);
  expect(
    await signIns(beta, `${quiet} and createdDateTime ge ${new Date(NOW - 5 * DAY).toISOString()}`),
  ).toHaveLength(2);
  expect((await harness.get(`${V1}/auditLogs/signIns${quiet}`)).status).toBe(400);
  await signIns(V1);
  const sixth = await harness.get(`${V1}/auditLogs/signIns`);
  expect([sixth.status, sixth.headers['retry-after']]).toEqual([429, '10']);
  clock.advance(10_000);
  entra.tenant(TENANT_ID).premium = false;
  expect(codeOf(await harness.get(`${V1}/auditLogs/signIns`))).toBe(
    'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
  );
});

test('lists come in pages of a hundred, their links carry the query; more than 999 a page is refused', async () => {
  const { directory } = harness.world.graph;
  directory.oauth2PermissionGrants = personalGrants(250, 'Calendars.ReadWrite');
  await harness.as(ADMIN, allScopes);
  const clientId = directory.oauth2PermissionGrants[0]?.clientId ?? '';
  let next: string | undefined = `${V1}/oauth2PermissionGrants?$filter=clientId eq '${clientId}'`;
  const sizes: number[] = [];
  while (next !== undefined) {
    const page = (await harness.get(next)).json() as { value: unknown[]; '@odata.nextLink'?: string };
    sizes.push(page.value.length);
    next = page['@odata.nextLink'];
  }
  expect(sizes).toEqual([100, 100, 50]);
  expect((await harness.get(`${V1}/oauth2PermissionGrants?$top=1000`)).status).toBe(400);
});
