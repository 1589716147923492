import type { Fact, FactBook, ProfileFact, SessionsFact } from '../model/facts.ts';
import { isStale } from '../model/facts.ts';
import type { Certainty } from '../model/findings.ts';
import { showsOtherMailbox } from './health-mailbox.ts';
import { CLOCK_SLACK, PROOF_DELAY } from './health-limits.ts';

/** Why the link is, or may be, broken; the evidence, not yet in words. */
export type Loss =
  | { readonly kind: 'not-connected' | 'needs-attention' | 'other-service'; readonly seenAt: number }
  | { readonly kind: 'revoked' | 'password'; readonly at: number; readonly certainty: Certainty };

function fresh<Value>(fact: Fact<Value> | undefined, now: number): Fact<Value> | undefined {
  return fact && !isStale(fact, now) ? fact : undefined;
}

/** What Zoom's own profile page says against the link; nothing else confirms a loss (needs.md 6). */
function confirmedBy(profile: Fact<ProfileFact> | undefined): Loss | null {
  const connection = profile?.value.connection;
  if (!profile || !connection || connection === 'unknown') return null;
  if (connection.status === 'not-connected') return { kind: 'not-connected', seenAt: profile.observedAt };
  if (connection.status === 'needs-attention') return { kind: 'needs-attention', seenAt: profile.observedAt };
  return connection.service === 'google' ? { kind: 'other-service', seenAt: profile.observedAt } : null;
}

/** With application permissions no person's grant is involved, so a person's dates say nothing (microsoft.md E.2). */
function grantIsPersonal(facts: FactBook, now: number): boolean {
  return !(['portal/account', 'portal/group'] as const).some((key) => {
    const method = fresh(facts[key], now)?.value.settings['setup-method']?.value;
    return method === 'application-permissions';
  });
}

function datedBy(profile: Fact<ProfileFact>, sessions: SessionsFact): Loss | null {
  const since = profile.value.connectedSince;
  if (since === undefined) return null;
  const stillShown =
    profile.value.connection !== 'unknown' && profile.value.connection.status === 'connected';
  const speaksAgainst = (at: number | null): at is number =>
    at !== null && at > since + CLOCK_SLACK && !(stillShown && profile.observedAt > at + PROOF_DELAY);
  const { sessionsValidFrom, passwordChangedAt } = sessions;
  if (speaksAgainst(sessionsValidFrom)) {
    // Whether a password change alone moves this date is not settled, and Zoom's token survives most of those
    // (microsoft.md C.4, E.2): where both dates moved together, only "may".
    const together =
      passwordChangedAt !== null && Math.abs(passwordChangedAt - sessionsValidFrom) <= CLOCK_SLACK;
    return together
      ? { kind: 'password', at: passwordChangedAt, certainty: 'possible' }
      : { kind: 'revoked', at: sessionsValidFrom, certainty: 'likely' };
  }
  return speaksAgainst(passwordChangedAt)
    ? { kind: 'password', at: passwordChangedAt, certainty: 'possible' }
    : null;
}

/**
 * Whether Zoom has lost the calendar, as far as fresh facts tell: confirmed by Zoom's page, likely or possible by
 * Microsoft's dates; `null` when nothing speaks against the link. Sources: microsoft.md C.4 and E.2, read 2026-11-23.
 */
export function forecast(facts: FactBook, now: number): Loss | null {
  const confirmed = confirmedBy(fresh(facts['portal/profile'], now));
  if (confirmed) return confirmed;
  // The dates are those of the mailbox signed in here.
  if (showsOtherMailbox(facts)) return null;
  const profile = facts['portal/profile'];
  const sessions = fresh(facts['microsoft/sessions'], now);
  return profile && sessions && grantIsPersonal(facts, now) ? datedBy(profile, sessions.value) : null;
}
