import type { EntraApp, FoundBy, HeldPermission } from '../utils/model/entra.ts';
import type { PermissionVerdict } from '../utils/model/entra-view.ts';
import type { Tone } from '../utils/model/health.ts';
import type { Message } from '../utils/model/words.ts';
import { ZOOM_ROOMS_APPS } from '../utils/model/zoom-apps.ts';
import type { IconName } from './icon.tsx';

/** Hue, shape and word of each verdict. */
export const VERDICT_LOOK: Readonly<
  Record<PermissionVerdict, { readonly tone: Tone; readonly shape: IconName; readonly word: Message }>
> = {
  excess: { tone: 'bad', shape: 'excess', word: { key: 'audit_verdict_excess' } },
  missing: { tone: 'ask', shape: 'missing', word: { key: 'audit_verdict_missing' } },
  unknown: { tone: 'none', shape: 'unknown', word: { key: 'audit_verdict_unknown' } },
  expected: { tone: 'good', shape: 'good', word: { key: 'audit_verdict_expected' } },
};

export const FOUND_BY: Readonly<Record<FoundBy, Message>> = {
  'known-id': { key: 'audit_found_known' },
  publisher: { key: 'audit_found_publisher' },
  chosen: { key: 'audit_found_chosen' },
  policy: { key: 'audit_found_policy' },
};

/** Our names for the apps whose ids are known; `null` for others, which bear their own. */
export function knownName(appId: string): Message | null {
  if (appId === ZOOM_ROOMS_APPS.application) return { key: 'audit_rooms_application' };
  return appId === ZOOM_ROOMS_APPS.delegate ? { key: 'audit_rooms_delegate' } : null;
}

/** Products; not translated. */
const SERVICES = { graph: 'Microsoft Graph', exchange: 'Exchange Online' } as const;

/** Which service a permission opens, and to whom it was given. */
export function kindWords({ kind, resource, resourceName, everybody, people }: HeldPermission): Message {
  const service =
    resource === 'other' ? (resourceName ?? ({ key: 'audit_other_service' } as const)) : SERVICES[resource];
  if (kind === 'application') return { key: 'audit_kind_application', params: { service } };
  if (everybody) return { key: 'audit_kind_everybody', params: { service } };
  return people === undefined
    ? { key: 'audit_kind_delegated', params: { service } }
    : { key: 'audit_kind_people', params: { service, count: people } };
}

/** How an app is switched, and who may use it. */
export const switchWords = ({ enabled, assignmentRequired }: EntraApp) => ({
  signIn: { key: enabled ? 'audit_enabled' : 'audit_disabled' } as const,
  assignment: { key: assignmentRequired ? 'audit_required' : 'audit_not_required' } as const,
});
