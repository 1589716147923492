import type { EntraApp, EntraAppsFact, HeldPermission, PermissionKind } from '../../model/entra.ts';
import { isRead } from '../../model/entra.ts';
import type {
  ExpectationList,
  JudgedApp,
  JudgedPermission,
  PermissionVerdict,
} from '../../model/entra-view.ts';
import { VERDICTS } from '../../model/entra-view.ts';
import type { CheckContext } from '../../model/findings.ts';
import { ZOOM_ROOMS_APPS } from '../../model/zoom-apps.ts';
import { entraPermissions } from '../entra-links.ts';
import { CALENDAR, EXPECTATIONS } from './expectations.ts';
import { grade, gradeByPolicy, isEws, nameOf } from './grade.ts';
import type { Beside } from './portal-side.ts';
import { anyPageSays, namesDiffer, portalValue } from './portal-side.ts';

type Around = Pick<CheckContext, 'now' | 'cloud' | 'entraApps'>;

const heldBy = ({ application, delegated }: EntraApp): HeldPermission[] => [
  ...(isRead(application) ? application.value : []),
  ...(isRead(delegated) ? delegated.value : []),
];

const opensCalendars = (held: HeldPermission) =>
  isEws(held) || (held.resource === 'graph' && nameOf(held).startsWith('calendars.'));

function listOf(app: EntraApp, byPolicy: boolean, held: readonly HeldPermission[]): ExpectationList {
  if (byPolicy) return { kind: 'policy' };
  if (Object.values<string>(ZOOM_ROOMS_APPS).includes(app.appId)) return { kind: 'rooms', ...EXPECTATIONS };
  // Zoom has apps that never touch a calendar: only an admin's word, or a calendar permission, makes it this one.
  const personal = app.foundBy === 'chosen' || held.some(opensCalendars);
  return { kind: personal ? 'personal' : 'other', ...EXPECTATIONS };
}

const missing = (name: string, kind: PermissionKind, why: JudgedPermission['why']): JudgedPermission => ({
  verdict: 'missing',
  held: { kind, resource: 'graph', name },
  why,
});

/** What must be held and is not. A half that could not be read is never called empty. */
function missingCalendar(app: EntraApp, list: ExpectationList, facts: Beside): JudgedPermission[] {
  if (list.kind !== 'personal' && app.appId !== ZOOM_ROOMS_APPS.application) return [];
  const method = list.kind === 'rooms' ? 'application-permissions' : portalValue(facts, 'setup-method');
  const kinds: readonly PermissionKind[] =
    method === 'application-permissions'
      ? ['application']
      : method === 'oauth'
        ? ['delegated']
        : ['application', 'delegated'];
  const holds = (kind: PermissionKind) => {
    const part = app[kind];
    if (kind === 'delegated' && app.more) return true;
    return !isRead(part) || part.value.some((held) => nameOf(held) === CALENDAR.toLowerCase());
  };
  if (kinds.some(holds)) return [];
  const [kind = 'application'] = kinds;
  return [
    missing(CALENDAR, kind, {
      key: kind === 'application' ? 'audit_why_missing_application' : 'audit_why_missing_delegated',
    }),
  ];
}

function missingByPolicy(app: EntraApp, expected: readonly string[]): JudgedPermission[] {
  if (!isRead(app.application) || !isRead(app.delegated) || app.more) return [];
  const names = new Set(heldBy(app).map(nameOf));
  return expected
    .filter((name) => !names.has(name.toLowerCase()))
    .map((name) => missing(name, 'application', { key: 'audit_why_missing_policy' }));
}

function judgeApp(app: EntraApp, facts: Beside, { now, cloud, entraApps = [] }: Around): JudgedApp {
  const own = entraApps.find(({ appId }) => appId.toLowerCase() === app.appId);
  const held = heldBy(app);
  const list = listOf(app, own !== undefined, held);
  const context = {
    now,
    namesDiffer: namesDiffer(facts),
    ewsChosen: anyPageSays(facts, 'authorize-with', 'ews'),
    rooms: list.kind === 'rooms',
  };
  const expected = own && new Set(own.permissions.map((name) => name.toLowerCase()));
  const judged = held.map((one) => (expected ? gradeByPolicy(one, expected) : grade(one, context)));
  const lacking = own ? missingByPolicy(app, own.permissions) : missingCalendar(app, list, facts);
  const counts: Record<PermissionVerdict, number> = { excess: 0, missing: 0, unknown: 0, expected: 0 };
  const byVerdict = new Map<PermissionVerdict, JudgedPermission[]>(VERDICTS.map((verdict) => [verdict, []]));
  for (const permission of [...judged, ...lacking]) {
    counts[permission.verdict] += 1;
    byVerdict.get(permission.verdict)?.push(permission);
  }
  return {
    app,
    list,
    permissions: VERDICTS.flatMap((verdict) => byVerdict.get(verdict) ?? []),
    counts,
    maybeScoped: list.kind !== 'other' && isRead(app.application) && !held.some(opensCalendars),
    href: entraPermissions(app, cloud),
  };
}

/**
 * Every app of Zoom's against what it needs: missing, expected, excess or a person's to decide, each app worst first. Linear in
 * what is held.
 */
export function auditApps(fact: EntraAppsFact, facts: Beside, around: Around): readonly JudgedApp[] {
  return isRead(fact.found) ? fact.found.value.apps.map((app) => judgeApp(app, facts, around)) : [];
}
