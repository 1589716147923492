import type { Fact, FactBook, Forecast, ProfileFact, SessionsFact } from '../model/facts.ts';
import { isStale } from '../model/facts.ts';
import { grantOf } from './health-grant.ts';
import { EWS_BEGINS } from './ews-dates.ts';
import { CLOCK_SLACK, PROOF_DELAY } from './health-limits.ts';
import { showsOtherMailbox } from './health-mailbox.ts';

type Dated = Extract<Forecast, { readonly certainty: unknown }>;

function fresh<Value>(fact: Fact<Value> | undefined, now: number): Fact<Value> | undefined {
  return fact && !isStale(fact, now) ? fact : undefined;
}

/** What Zoom's own profile page says against the link; nothing else confirms a loss (needs.md 6). */
function confirmedBy(profile: Fact<ProfileFact> | undefined): Forecast | null {
  const connection = profile?.value.connection;
  if (!profile || !connection || connection === 'unknown') return null;
  if (connection.status === 'not-connected') return { kind: 'not-connected', seenAt: profile.observedAt };
  if (connection.status === 'needs-attention') return { kind: 'needs-attention', seenAt: profile.observedAt };
  return connection.service === 'google' ? { kind: 'other-service', seenAt: profile.observedAt } : null;
}

/** Whether a moment speaks against a link that Zoom's page was seen to show well after it. */
function speaksAgainst(profile: Fact<ProfileFact>, at: number | null): at is number {
  const { connection, connectedSince: since } = profile.value;
  const stillShown = connection !== 'unknown' && connection.status === 'connected';
  return (
    at !== null &&
    since !== undefined &&
    at > since + CLOCK_SLACK &&
    !(stillShown && profile.observedAt > at + PROOF_DELAY)
  );
}

function datedBy(profile: Fact<ProfileFact>, sessions: SessionsFact): Dated | null {
  const { sessionsValidFrom, passwordChangedAt } = sessions;
  if (speaksAgainst(profile, sessionsValidFrom)) {
    // Whether a password change alone moves this date is not settled, and Zoom's token survives most of those
    // (microsoft.md C.4, E.2): where both dates moved together, only "may".
    const together =
      passwordChangedAt !== null && Math.abs(passwordChangedAt - sessionsValidFrom) <= CLOCK_SLACK;
    return together
      ? { kind: 'password', at: passwordChangedAt, certainty: 'possible' }
      : { kind: 'revoked', at: sessionsValidFrom, certainty: 'likely' };
  }
  return speaksAgainst(profile, passwordChangedAt)
    ? { kind: 'password', at: passwordChangedAt, certainty: 'possible' }
    : null;
}

/** Entra's "the grant was revoked" (microsoft.md C.5, E.2). */
const REVOKED = /^AADSTS50(?:173|13[23])$/;

/** Our own token refused as revoked: we are a public client, whom a mere password change can cost it (microsoft.md E.2). */
function refused(profile: Fact<ProfileFact>, facts: FactBook, now: number): Dated | null {
  const trouble = fresh(facts['microsoft/trouble'], now);
  return trouble && REVOKED.test(trouble.value.error.code) && speaksAgainst(profile, trouble.observedAt)
    ? { kind: 'refused', at: trouble.observedAt, certainty: 'possible' }
    : null;
}

/** EWS still chosen after Microsoft began to block it, tenant by tenant (microsoft.md F). */
function ews(facts: FactBook, now: number): Dated | null {
  if (now < EWS_BEGINS) return null;
  const chosen = (key: 'portal/account' | 'portal/group') => {
    const settings = fresh(facts[key], now)?.value.settings;
    // Exchange on servers of one's own is not touched.
    const own = settings?.['default-service']?.value === 'exchange';
    return own ? undefined : settings?.['authorize-with'];
  };
  const account = chosen('portal/account');
  const at = EWS_BEGINS;
  // The group seen last need not be this person's.
  if (chosen('portal/group')?.value === 'ews' && account?.lock !== 'locked' && account?.value !== 'ews')
    return { kind: 'ews', at, certainty: 'possible' };
  return account?.value === 'ews' ? { kind: 'ews', at, certainty: 'likely' } : null;
}

/**
 * Whether Zoom has lost the calendar, as far as fresh facts tell: confirmed by Zoom's page, likely or possible by
 * Microsoft's dates; `null` when nothing speaks against the link. Sources: microsoft.md C.4, E.2 and F, read 2026-11-23.
 */
export function forecast(facts: FactBook, now: number): Forecast | null {
  const confirmed = confirmedBy(fresh(facts['portal/profile'], now));
  if (confirmed) return confirmed;
  const blocked = ews(facts, now);
  const grant = grantOf(facts, now);
  const profile = facts['portal/profile'];
  // The dates are those of the mailbox signed in here.
  if (!profile || grant === 'application' || showsOtherMailbox(facts)) return blocked;
  const sessions = fresh(facts['microsoft/sessions'], now);
  const dated = (sessions && datedBy(profile, sessions.value)) ?? refused(profile, facts, now);
  const weighed: Dated | null = dated && grant === 'either' ? { ...dated, certainty: 'possible' } : dated;
  return weighed && (!blocked || weighed.certainty === 'likely') ? weighed : (blocked ?? weighed);
}
