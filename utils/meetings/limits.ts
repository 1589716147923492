import { DAY } from '../core/clock.ts';
import type { EventRow } from '../model/calendar.ts';
import type { FactBook } from '../model/facts.ts';
import { isStale } from '../model/facts.ts';
import type { MeetingReason, SyncVersion } from '../model/meetings.ts';
import { zoomArticle } from '../model/zoom-article.ts';

/** What two-way sync does not fully support, and what switching it on does not change. */
const TWO_WAY = zoomArticle('KB0058782');
/** Sync 1.0 and 2.0: window and kinds of events. */
const VERSIONS = zoomArticle('KB0082569');
const APPLICATION = zoomArticle('KB0077944');

/** How far ahead sync 1.0 reaches (KB0082569, read 2026-11-23); 2.0 reaches 18 months, farther than we look. */
const REACH = 30 * DAY;

/** What is known of the connection a meeting would sync over. */
export interface SyncContext {
  readonly version: SyncVersion;
  /** Reasons that hold for every meeting. */
  readonly general: readonly MeetingReason[];
  /** Application permissions serve the primary calendar alone. */
  readonly primaryOnly: boolean;
}

/** What fresh facts say of the connection. */
export function syncContext(facts: FactBook, version: SyncVersion, now: number): SyncContext {
  const profile = facts['portal/profile'];
  const connection = profile && !isStale(profile, now) ? profile.value.connection : 'unknown';
  const of = (key: 'portal/account' | 'portal/user') => {
    const fact = facts[key];
    return fact && !isStale(fact, now) ? fact.value.settings : undefined;
  };
  const own = of('portal/user')?.['two-way-sync']?.value;
  const account = of('portal/account')?.['two-way-sync'];
  const general: MeetingReason[] = [];
  if (connection !== 'unknown' && connection.status !== 'connected')
    general.push({ words: { key: 'meeting_why_lost' }, certainty: 'confirmed' });
  if (own === 'off')
    general.push({ words: { key: 'meeting_why_off' }, source: TWO_WAY, certainty: 'confirmed' });
  else if (own !== 'on' && account?.value === 'off')
    general.push({ words: { key: 'meeting_why_off_account' }, source: TWO_WAY, certainty: 'likely' });
  if (connection !== 'unknown' && connection.service === 'exchange')
    general.push({ words: { key: 'meeting_why_exchange' }, source: TWO_WAY, certainty: 'possible' });
  const primaryOnly = of('portal/account')?.['setup-method']?.value === 'application-permissions';
  return { version, general, primaryOnly };
}

const limit = (
  key: 'meeting_why_registration' | 'meeting_why_personal' | 'meeting_why_personal_maybe',
): MeetingReason => ({
  words: { key },
  source: TWO_WAY,
  certainty: key === 'meeting_why_personal_maybe' ? 'possible' : 'likely',
});

/** What the link itself says. A generated number has eleven digits, a personal one ten (portal.md 7.1). */
function ofLink({ link, zoom }: EventRow): MeetingReason | null {
  if (link === 'registration') return limit('meeting_why_registration');
  if (link === 'personal') return limit('meeting_why_personal');
  // Reported of a lab, in no article of Zoom's (portal.md 7.1).
  if (link === 'subject') return { words: { key: 'meeting_why_subject' }, certainty: 'possible' };
  return zoom?.length === 10 ? limit('meeting_why_personal_maybe') : null;
}

/**
 * Why Zoom may not sync this event, from its published limits (portal.md 3.3, 3.4 and 3.8, read 2026-11-23); empty means that no
 * reason is known, never that all is well.
 *
 * @param now ms since the epoch
 */
export function limitsOf(row: EventRow, version: SyncVersion, now: number): MeetingReason[] {
  const reasons: MeetingReason[] = [];
  const nature = ofLink(row);
  if (nature) reasons.push(nature);
  if (version === '2.0') return reasons;
  const sure = version === '1.0';
  const certainty = sure ? 'likely' : 'possible';
  if (row.type === 'exception')
    reasons.push({
      words: { key: sure ? 'meeting_why_exception' : 'meeting_why_exception_maybe' },
      source: TWO_WAY,
      certainty,
    });
  if (row.start - now > REACH)
    reasons.push({
      words: { key: sure ? 'meeting_why_far' : 'meeting_why_far_maybe' },
      source: VERSIONS,
      certainty,
    });
  return reasons;
}

/** Why a meeting of Zoom's may not be in Outlook. */
export function absentFromOutlook({ version, primaryOnly }: SyncContext): MeetingReason[] {
  return [
    ...(primaryOnly
      ? [{ words: { key: 'meeting_why_primary' }, source: APPLICATION, certainty: 'possible' } as const]
      : []),
    // Sync 2.0 reaches six months back (KB0082569); 1.0 leaves alone what was there before.
    ...(version === '2.0'
      ? []
      : [{ words: { key: 'meeting_why_older' }, source: TWO_WAY, certainty: 'possible' } as const]),
  ];
}
