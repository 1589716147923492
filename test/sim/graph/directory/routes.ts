import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SimClock } from '../../clock/index.ts';
import type { EntraSim } from '../../entra/index.ts';
import { addressOf, sendJson } from '../../wire/http.ts';
import { GraphRefusal } from '../errors.ts';
import type { Caller, Gate } from '../gate.ts';
import type { DirectoryData } from './data.ts';
import { parseFilter, selectProperties } from './filter.ts';

/** Roles that may read tenant-wide grants (microsoft.md E.3). */
const GRANT_READERS = [
  'Global Administrator',
  'Global Reader',
  'Application Administrator',
  'Cloud Application Administrator',
  'Directory Readers',
  'Security Reader',
];
const REPORT_READERS = [
  'Global Administrator',
  'Global Reader',
  'Reports Reader',
  'Security Reader',
  'Security Administrator',
];
/** Identity and access reports: 5 requests in 10 s for one app and tenant. */
const REPORT_LIMIT = { requests: 5, spanMs: 10_000 };

/** Consent policy of a tenant in Graph's words. */
const POLICIES = {
  managed: ['ManagePermissionGrantsForSelf.microsoft-user-default-recommended'],
  allow: ['ManagePermissionGrantsForSelf.microsoft-user-default-legacy'],
  none: [],
};

/** Objects of the directory come in pages of 100, or as many as asked for up to 999; the link to the next carries the query. */
function pageOf(req: IncomingMessage, found: readonly object[]) {
  const url = addressOf(req);
  const top = Number(url.searchParams.get('$top') ?? 100);
  if (!(top > 0 && top <= 999))
    throw new GraphRefusal(400, 'Request_UnsupportedQuery', "Invalid page size specified: '$top'.");
  const from = Number(url.searchParams.get('$skiptoken') ?? 0);
  url.searchParams.set('$skiptoken', String(from + top));
  const link = `https://graph.microsoft.com${url.pathname}${url.search}`;
  return {
    page: found.slice(from, from + top),
    next: from + top < found.length ? { '@odata.nextLink': link } : {},
  };
}

/** The administrator's half of Graph: applications, grants, policy, sign-ins. Read only. */
export function createDirectory(options: {
  entra: EntraSim;
  gate: Gate;
  clock: SimClock;
  data: DirectoryData;
}) {
  const { entra, gate, clock, data } = options;
  const reports = new Map<string, number[]>();

  function list(req: IncomingMessage, res: ServerResponse, items: readonly object[]): void {
    const query = addressOf(req).searchParams;
    const eventual = req.headers['consistencylevel'] === 'eventual';
    if (query.get('$count') === 'true' && !eventual) {
      throw new GraphRefusal(
        400,
        'Request_UnsupportedQuery',
        "'$count' needs the header ConsistencyLevel: eventual.",
      );
    }
    const fits = parseFilter(query.get('$filter'));
    const found = items.filter((item) => fits(item as Record<string, unknown>));
    const { page, next } = pageOf(req, found);
    sendJson(res, 200, {
      ...(query.get('$count') === 'true' ? { '@odata.count': found.length } : {}),
      value: page.map((item) => selectProperties(item as Record<string, unknown>, query.get('$select'))),
      ...next,
    });
  }

  function signIns(req: IncomingMessage, res: ServerResponse, caller: Caller, beta: boolean): void {
    gate.requireScope(caller, ['AuditLog.Read.All'], false);
    gate.requireRole(caller, REPORT_READERS);
    if (!entra.tenant(caller.grant.tid).premium) {
      throw new GraphRefusal(
        403,
        'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
        "Neither tenant is B2C or tenant doesn't have premium license",
      );
    }
    const key = `${caller.grant.clientId} ${caller.grant.tid}`;
    const recent = (reports.get(key) ?? []).filter((at) => at > clock.now() - REPORT_LIMIT.spanMs);
    if (recent.length >= REPORT_LIMIT.requests) {
      const wait = Math.ceil(((recent[0] ?? 0) + REPORT_LIMIT.spanMs - clock.now()) / 1000);
      throw new GraphRefusal(429, 'UnknownError', 'Too Many Requests', {
        headers: { 'Retry-After': String(Math.max(1, wait)) },
      });
    }
    reports.set(key, [...recent, clock.now()]);
    const query = addressOf(req).searchParams;
    const top = Number(query.get('$top') ?? 1000);
    if (!(top > 0 && top <= 1000))
      throw new GraphRefusal(400, 'BadRequest', '$top must be between 1 and 1000.');
    const filter = query.get('$filter') ?? '';
    if (!beta && filter.includes('signInEventTypes')) {
      throw new GraphRefusal(
        400,
        'BadRequest',
        "Could not find a property named 'signInEventTypes' on type 'microsoft.graph.signIn'.",
      );
    }
    // v1.0 has interactive sign-ins only; beta too, unless the filter names another kind (microsoft.md E.3).
    const all = filter.includes('signInEventTypes')
      ? data.signIns
      : data.signIns.filter(({ signInEventTypes }) => signInEventTypes.includes('interactiveUser'));
    const fits = parseFilter(query.get('$filter'));
    const found = all
      .filter((entry) => fits({ ...entry }))
      .sort((a, b) => (a.createdDateTime < b.createdDateTime ? 1 : -1));
    const from = Number(query.get('$skiptoken') ?? 0);
    const url = addressOf(req);
    url.searchParams.set('$skiptoken', String(from + top));
    const next =
      from + top < found.length
        ? { '@odata.nextLink': `https://graph.microsoft.com${url.pathname}${url.search}` }
        : {};
    const value = found
      .slice(from, from + top)
      .map(({ signInEventTypes, ...entry }) => (beta ? { ...entry, signInEventTypes } : entry));
    sendJson(res, 200, { value, ...next });
  }

  /** Answers a directory path; `false` when it is none. */
  return function directory(
    req: IncomingMessage,
    res: ServerResponse,
    path: string,
    call: { caller: Caller; beta: boolean },
  ): boolean {
    const { caller, beta } = call;
    const applications = () =>
      gate.requireScope(caller, ['Application.Read.All', 'Directory.Read.All'], false);
    const byAppId = /^servicePrincipals\(appId='([^']+)'\)$/.exec(path)?.[1];
    const assignmentsOf = /^servicePrincipals\/([^/]+)\/appRoleAssignments$/.exec(path)?.[1];
    const byId = /^servicePrincipals\/([^/]+)$/.exec(path)?.[1];
    if (path === 'servicePrincipals') {
      applications();
      list(req, res, data.servicePrincipals);
    } else if (assignmentsOf !== undefined) {
      applications();
      list(
        req,
        res,
        data.appRoleAssignments.filter(({ principalId }) => principalId === assignmentsOf),
      );
    } else if (byAppId !== undefined || byId !== undefined) {
      applications();
      const found = data.servicePrincipals.find(({ id, appId }) => id === byId || appId === byAppId);
      if (!found)
        throw new GraphRefusal(
          404,
          'Request_ResourceNotFound',
          `Resource '${byAppId ?? byId ?? ''}' does not exist.`,
        );
      sendJson(res, 200, selectProperties({ ...found }, addressOf(req).searchParams.get('$select')));
    } else if (path === 'oauth2PermissionGrants' || path === 'me/oauth2PermissionGrants') {
      gate.requireScope(caller, ['Directory.Read.All'], false);
      if (path === 'oauth2PermissionGrants') gate.requireRole(caller, GRANT_READERS);
      const own = data.oauth2PermissionGrants.filter(({ principalId }) => principalId === caller.grant.oid);
      list(req, res, path === 'oauth2PermissionGrants' ? data.oauth2PermissionGrants : own);
    } else if (path === 'policies/authorizationPolicy') {
      gate.requireScope(caller, ['Policy.Read.All'], false);
      const assigned = POLICIES[entra.tenant(caller.grant.tid).consentPolicy];
      sendJson(res, 200, {
        id: 'authorizationPolicy',
        displayName: 'Authorization Policy',
        defaultUserRolePermissions: { allowedToCreateApps: true, permissionGrantPoliciesAssigned: assigned },
      });
    } else if (path === 'auditLogs/signIns') signIns(req, res, caller, beta);
    else return false;
    return true;
  };
}
