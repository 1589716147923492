import { toErrorInfo } from '../core/errors.ts';
import type { EntraApp, HeldPermission, PermissionResource } from '../model/entra.ts';
import { EXCHANGE_APP, EXCHANGE_ROLE, GRAPH_APP, ROLE_NAMES } from '../model/graph-roles.ts';
import { isRecord } from '../model/observation-guard.ts';
import { SCOPES } from '../model/scopes.ts';
import type { Found } from './audit-apps.ts';
import type { Asker, Item } from './audit-asker.ts';
import { partOf, textOf } from './audit-asker.ts';

/** Pages of one app's grants that are read: 5,000 grants at Graph's usual hundred a page. */
const PAGES = 50;

interface Resource {
  readonly kind: Exclude<PermissionResource, 'other'>;
  /** Names of its application roles, by id. */
  readonly roles: ReadonlyMap<string, string>;
}

/** The services that carry calendars, by the object id they have in this tenant. */
export type Resources = ReadonlyMap<string, Resource>;

function rolesOf(item: Item): Map<string, string> {
  const roles = new Map<string, string>();
  const list = Array.isArray(item['appRoles']) ? item['appRoles'] : [];
  for (const role of list)
    if (isRecord(role) && textOf(role['value']) !== '')
      roles.set(textOf(role['id']).toLowerCase(), textOf(role['value']));
  return roles;
}

/** The tenant's own names of permissions. One that cannot be read is left to the built-in list. */
export async function readResources(ask: Asker, root: string): Promise<Resources> {
  const resources = new Map<string, Resource>();
  for (const [kind, appId] of [
    ['graph', GRAPH_APP],
    ['exchange', EXCHANGE_APP],
  ] as const) {
    const url = `${root}/servicePrincipals(appId='${appId}')?$select=id,appId,appRoles`;
    try {
      const item = await ask.one({ url, scopes: SCOPES.audit });
      resources.set(textOf(item['id']).toLowerCase(), { kind, roles: rolesOf(item) });
    } catch (error) {
      // A tenant without Exchange Online has no such principal; and names are a help, not the answer.
      if (toErrorInfo(error).who === 'wait') throw error;
    }
  }
  return resources;
}

function roleOf(item: Item, resources: Resources): HeldPermission {
  const id = textOf(item['appRoleId']).toLowerCase();
  const resource = resources.get(textOf(item['resourceId']).toLowerCase());
  const builtIn = ROLE_NAMES[id];
  const name = resource?.roles.get(id) ?? builtIn;
  const guess: PermissionResource =
    builtIn === undefined ? 'other' : id === EXCHANGE_ROLE ? 'exchange' : 'graph';
  const kind = resource?.kind ?? guess;
  const resourceName = textOf(item['resourceDisplayName']);
  return {
    kind: 'application',
    resource: kind,
    ...(kind === 'other' && resourceName !== '' ? { resourceName } : {}),
    ...(name === undefined ? { id } : { name }),
  };
}

/** Application permissions; assignments of the default role open nothing. */
async function readRoles(ask: Asker, root: string, objectId: string, resources: Resources) {
  const url = `${root}/servicePrincipals/${objectId}/appRoleAssignments`;
  const { items } = await ask.list({ url, scopes: SCOPES.audit }, PAGES);
  const held = new Map<string, HeldPermission>();
  for (const item of items) {
    const permission = roleOf(item, resources);
    if (permission.id !== DEFAULT_ROLE)
      held.set(`${permission.resource} ${permission.name ?? permission.id}`, permission);
  }
  return [...held.values()];
}

const DEFAULT_ROLE = '00000000-0000-0000-0000-000000000000';

/** Delegated permissions: consent for everybody, and how many gave their own. Nobody's id is kept. */
async function readScopes(ask: Asker, root: string, objectId: string, resources: Resources) {
  const filter = encodeURIComponent(`clientId eq '${objectId}'`);
  const url = `${root}/oauth2PermissionGrants?$filter=${filter}`;
  const { items, more } = await ask.list({ url, scopes: SCOPES.audit }, PAGES);
  const held = new Map<string, HeldPermission>();
  // While Graph itself is unread, what nobody knows may be Graph's; a tenant may well be without Exchange.
  const guess = [...resources.values()].some(({ kind }) => kind === 'graph') ? 'other' : 'graph';
  for (const item of items) {
    const kind = resources.get(textOf(item['resourceId']).toLowerCase())?.kind;
    const everybody = item['consentType'] === 'AllPrincipals';
    for (const name of new Set(textOf(item['scope']).split(/\s+/))) {
      if (name === '') continue;
      // No service but Exchange has a scope of this name.
      const resource = kind ?? (name.startsWith('EWS.') ? 'exchange' : guess);
      const key = `${resource} ${name}`;
      const before = held.get(key);
      held.set(key, {
        kind: 'delegated',
        resource,
        name,
        everybody: everybody || (before?.everybody ?? false),
        people: (before?.people ?? 0) + (everybody ? 0 : 1),
      });
    }
  }
  return { held: [...held.values()], more };
}

/** The app with what it holds; each half stands when the other could not be read. */
export async function readPermissions(
  ask: Asker,
  root: string,
  app: Found,
  resources: Resources,
): Promise<EntraApp> {
  const application = await partOf(() => readRoles(ask, root, app.objectId, resources));
  const scopes = await partOf(() => readScopes(ask, root, app.objectId, resources));
  if (!('value' in scopes)) return { ...app, application, delegated: scopes };
  const { held, more } = scopes.value;
  return { ...app, application, delegated: { value: held }, ...(more ? { more: true } : {}) };
}
