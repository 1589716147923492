import type { EntraAppsFact, UserConsent } from '../../model/entra.ts';
import { isRead } from '../../model/entra.ts';
import { CALENDAR } from './expectations.ts';
import { nameOf } from './grade.ts';

/** Both sides of consent, as far as they are known: read from the pages, or answered by a person. */
export interface ConsentSides {
  /** The portal's *Who can set up the integration*. */
  readonly method: 'oauth' | 'application-permissions' | 'unknown';
  /** Older portals: their own consent switch. */
  readonly accountWide?: 'on' | 'off' | 'unknown';
  /** Entra's user consent settings. */
  readonly userConsent: UserConsent | 'unknown';
  /** An admin has consented to Zoom's calendar permission for everybody. */
  readonly approved: boolean | 'unknown';
}

/**
 * `loop`: people stop at "Need admin approval", and `change` is the one thing that ends it. `sure`: everything it rests on is
 * known. `unsure`: what a person has to look at.
 */
export type ConsentVerdict =
  | { readonly kind: 'match'; readonly by: 'application-permissions' | 'approved' | 'people-may' }
  | { readonly kind: 'loop'; readonly change: 'approve' | 'portal-switch'; readonly sure: boolean }
  | { readonly kind: 'unsure'; readonly look: 'method' | 'user-consent' | 'custom-policy' };

/**
 * The portal's consent side against Entra's. Microsoft's managed policy keeps every `Calendars.*` from people's own consent
 * (MC1163922; microsoft.md C.6); an approval that Zoom's older switch does not use leaves the request as it was (needs.md 3).
 */
export function matchConsent({ method, accountWide, userConsent, approved }: ConsentSides): ConsentVerdict {
  if (method === 'application-permissions') return { kind: 'match', by: 'application-permissions' };
  if (userConsent === 'people') return { kind: 'match', by: 'people-may' };
  if (approved === true) {
    const unused = accountWide === 'off' && userConsent === 'nobody' && method === 'oauth';
    return unused
      ? { kind: 'loop', change: 'portal-switch', sure: false }
      : { kind: 'match', by: 'approved' };
  }
  if (userConsent === 'unknown') return { kind: 'unsure', look: 'user-consent' };
  if (userConsent === 'custom') return { kind: 'unsure', look: 'custom-policy' };
  if (method === 'unknown') return { kind: 'unsure', look: 'method' };
  return { kind: 'loop', change: 'approve', sure: approved === false };
}

/** Whether an admin has consented to the calendar permission for everybody in one of Zoom's apps. */
export function isApproved(fact: EntraAppsFact | undefined): boolean | 'unknown' {
  if (!fact || !isRead(fact.found)) return 'unknown';
  // A switched-off app lets nobody in, whatever was consented to.
  const apps = fact.found.value.apps.filter(({ enabled }) => enabled);
  const held = (app: (typeof apps)[number]) => (isRead(app.delegated) ? app.delegated.value : []);
  if (apps.some((app) => held(app).some((one) => one.everybody && nameOf(one) === CALENDAR.toLowerCase())))
    return true;
  // An admin's grant may stand among those that were not read.
  return apps.every((app) => isRead(app.delegated) && !app.more) ? false : 'unknown';
}
