import { toErrorInfo } from '../core/errors.ts';
import { isClientId } from '../model/connection.ts';
import type { EntraApp, FoundBy, LookAlike } from '../model/entra.ts';
import { SCOPES } from '../model/scopes.ts';
import { ZOOM_NAME, ZOOM_PUBLISHER, ZOOM_ROOMS_APPS } from '../model/zoom-apps.ts';
import type { Asker, Item } from './audit-asker.ts';
import { textOf } from './audit-asker.ts';

const SELECT =
  'id,appId,displayName,accountEnabled,appRoleAssignmentRequired,verifiedPublisher,appOwnerOrganizationId,tags';
/** Pages of apps whose name begins like Zoom's; nobody has so many. */
const PAGES = 10;

/** An app before its permissions are read. */
export type Found = Omit<EntraApp, 'application' | 'delegated' | 'more'>;

export interface AppsFound {
  readonly apps: readonly Found[];
  readonly lookAlikes: readonly LookAlike[];
  readonly absent: readonly string[];
}

export interface Wanted {
  /** Ids an admin chose. */
  readonly chosen: readonly string[];
  /** Ids the organisation's policy names. */
  readonly policy: readonly string[];
}

type Principal = Omit<Found, 'foundBy'>;

function publisherOf(item: Item): string | null {
  const publisher = item['verifiedPublisher'] as {
    displayName?: unknown;
    verifiedPublisherId?: unknown;
  } | null;
  // A name without the id of a verification is no verification.
  return textOf(publisher?.verifiedPublisherId) === '' ? null : textOf(publisher?.displayName) || null;
}

function principalOf(item: Item): Principal | null {
  const objectId = textOf(item['id']).toLowerCase();
  const appId = textOf(item['appId']).toLowerCase();
  // Both end up in addresses: nothing but an id may.
  if (!isClientId(objectId) || !isClientId(appId)) return null;
  return {
    appId,
    objectId,
    name: textOf(item['displayName']),
    publisher: publisherOf(item),
    enabled: item['accountEnabled'] !== false,
    assignmentRequired: item['appRoleAssignmentRequired'] === true,
  };
}

function foundBy({ appId, publisher }: Principal, { chosen, policy }: Wanted): FoundBy | null {
  if (Object.values<string>(ZOOM_ROOMS_APPS).includes(appId)) return 'known-id';
  if (policy.includes(appId)) return 'policy';
  if (chosen.includes(appId)) return 'chosen';
  return publisher !== null && ZOOM_PUBLISHER.test(publisher) ? 'publisher' : null;
}

/** One app by its id; `null` when this tenant does not have it. */
async function byId(ask: Asker, root: string, appId: string): Promise<Principal | null> {
  try {
    const url = `${root}/servicePrincipals(appId='${appId}')?$select=${SELECT}`;
    return principalOf(await ask.one({ url, scopes: SCOPES.audit }));
  } catch (error) {
    if (toErrorInfo(error).code === 'not-found') return null;
    throw error;
  }
}

/**
 * Zoom's apps of the tenant: by an id Zoom has published, by policy, by an admin's word, or by name with Zoom's verified
 * publisher. What only bears the name comes back apart.
 */
export async function findApps(ask: Asker, root: string, wanted: Wanted): Promise<AppsFound> {
  const filter = encodeURIComponent(`startswith(displayName,'${ZOOM_NAME}')`);
  const named = await ask.list(
    {
      url: `${root}/servicePrincipals?$filter=${filter}&$count=true&$select=${SELECT}`,
      scopes: SCOPES.audit,
      consistency: 'eventual',
    },
    PAGES,
  );
  const principals = new Map<string, Principal>();
  for (const item of named.items) {
    const principal = principalOf(item);
    if (principal) principals.set(principal.appId, principal);
  }
  const absent: string[] = [];
  for (const appId of new Set([...Object.values(ZOOM_ROOMS_APPS), ...wanted.policy, ...wanted.chosen])) {
    if (principals.has(appId)) continue;
    const principal = await byId(ask, root, appId);
    if (principal) principals.set(appId, principal);
    else absent.push(appId);
  }
  const apps: Found[] = [];
  const lookAlikes: LookAlike[] = [];
  for (const principal of principals.values()) {
    const how = foundBy(principal, wanted);
    const { appId, objectId, name, publisher } = principal;
    if (how) apps.push({ ...principal, foundBy: how });
    else lookAlikes.push({ appId, objectId, name, publisher });
  }
  return { apps, lookAlikes, absent };
}
