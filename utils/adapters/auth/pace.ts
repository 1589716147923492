import { HOUR } from '../../core/clock.ts';
import type { ErrorInfo } from '../../core/errors.ts';
import type { Marker } from './marker.ts';

/** Refresh tokens of a single-page registration end 24 h after the sign-in and do not slide (Entra, microsoft.md C.2). */
const RENEW_AFTER = 20 * HOUR;
/** A silent visit that was refused is repeated this seldom; a person's own sign-in at any time. */
const REFUSAL_STANDS = 6 * HOUR;

/** Whether a refused silent visit is too young to be repeated. A clock that went backwards makes it old, never young. */
export function refusalStands({ triedAt }: Pick<Marker, 'triedAt'>, now: number): boolean {
  return triedAt !== undefined && triedAt <= now && now - triedAt < REFUSAL_STANDS;
}

/** Whether the refresh token should be replaced before its end, which is four hours away or less. */
export function renewalIsDue(marker: Marker, now: number): boolean {
  return now - marker.renewedAt >= RENEW_AFTER && !refusalStands(marker, now);
}

/** A permission not given yet: a new sign-in would not bring it. */
export function needsConsent({ code }: ErrorInfo): boolean {
  return code === 'consent-needed' || code === 'AADSTS65001';
}

/** Whether a silent visit that ended so says something of the next one. A fault passes, and a missing consent concerns one scope. */
export function worthNoting(error: ErrorInfo): boolean {
  return error.who !== 'wait' && !needsConsent(error);
}
