import { DAY } from '../../core/clock.ts';
import { isRead } from '../../model/entra.ts';
import type { ConsentAnswers, ConsentView, EntraView, EwsView, JudgedApp } from '../../model/entra-view.ts';
import type { FactBook } from '../../model/facts.ts';
import { isStale } from '../../model/facts.ts';
import type { CheckContext } from '../../model/findings.ts';
import type { CloudId } from '../../model/clouds.ts';
import { EWS_BEGINS, EWS_COMMAND, EWS_ENDS } from '../ews-dates.ts';
import { entraApps, entraPermissions } from '../entra-links.ts';
import { auditApps } from './audit.ts';
import type { ConsentSides } from './consent-match.ts';
import { isApproved, matchConsent } from './consent-match.ts';
import { CONSENT_WORDS } from './consent-words.ts';
import type { Beside } from './portal-side.ts';
import { anyPageSays, BESIDE, portalValue } from './portal-side.ts';

function freshBeside(facts: FactBook, now: number): Beside {
  const fresh: Record<string, unknown> = {};
  for (const key of BESIDE) {
    const fact = facts[key];
    if (fact && !isStale(fact, now)) fresh[key] = fact.value;
  }
  return fresh;
}

/** Where admin consent for the calendar app is given: its own page where its object id is known. */
function approvalPage(apps: readonly JudgedApp[], cloud?: CloudId): string {
  const others = apps.filter(({ list }) => list.kind !== 'rooms');
  const known = others.find(({ list }) => list.kind === 'personal' || list.kind === 'policy');
  const personal = known ?? (others.length === 1 ? others[0] : undefined);
  return personal ? entraPermissions(personal.app, cloud) : entraApps(cloud);
}

function consentView(sides: ConsentSides, page: string): ConsentView {
  const verdict = matchConsent(sides);
  if (verdict.kind === 'match')
    return {
      // By the portal's word alone: whether Entra holds what the apps need is another question.
      tone: verdict.by === 'application-permissions' ? 'none' : 'good',
      verdict: { key: 'audit_match' },
      text: CONSENT_WORDS.match[verdict.by],
      change: null,
    };
  if (verdict.kind === 'unsure')
    return {
      tone: 'none',
      verdict: { key: 'audit_unsure' },
      text: CONSENT_WORDS.unsure[verdict.look],
      change: null,
    };
  const approve = verdict.change === 'approve';
  const policy = sides.userConsent === 'managed' ? 'managed' : 'nobody';
  return {
    tone: 'ask',
    verdict: { key: 'audit_mismatch' },
    text: CONSENT_WORDS.why[approve ? policy : 'switch'],
    change: { text: CONSENT_WORDS.change[verdict.change], ...(approve ? { href: page } : {}) },
  };
}

/** The same verdict from two answers of a person who has no right to read Entra. */
export function consentByAnswers(answers: ConsentAnswers, cloud?: CloudId): ConsentView {
  return consentView({ ...answers, approved: 'unknown' }, entraApps(cloud));
}

function ewsView(apps: readonly JudgedApp[], read: boolean, beside: Beside, now: number): EwsView {
  const held = apps.flatMap(({ permissions }) =>
    permissions.flatMap(({ ews, held: { name } }) => (ews && name !== undefined ? [name] : [])),
  );
  const graph = anyPageSays(beside, 'authorize-with', 'graph') ? 'graph' : null;
  return {
    daysLeft: now >= EWS_ENDS ? null : Math.ceil((EWS_ENDS - now) / DAY),
    begins: EWS_BEGINS,
    ends: EWS_ENDS,
    portal: anyPageSays(beside, 'authorize-with', 'ews') ? 'ews' : graph,
    held: read ? [...new Set(held)] : null,
    command: EWS_COMMAND,
  };
}

/**
 * Entra as the workbench shows it. Apps are judged whatever their age, which is shown beside them; what the portal adds counts
 * only while it is good.
 *
 * @param now ms since the epoch
 */
export function entraView(
  facts: FactBook,
  now: number,
  around: Pick<CheckContext, 'cloud' | 'entraApps'> = {},
): EntraView {
  const beside = freshBeside(facts, now);
  const fact = facts['entra/apps'];
  const apps = fact ? auditApps(fact.value, beside, { now, ...around }) : [];
  const consent = facts['entra/consent'];
  const known = consent && !isStale(consent, now) && isRead(consent.value) ? consent.value.value : null;
  const method = portalValue(beside, 'setup-method') ?? 'unknown';
  const sides: ConsentSides = {
    method,
    accountWide: portalValue(beside, 'account-wide-consent') ?? 'unknown',
    userConsent: known?.userConsent ?? 'unknown',
    approved: fact && !isStale(fact, now) ? isApproved(fact.value) : 'unknown',
  };
  const wholeApps = apps.every(({ app }) => isRead(app.application) && isRead(app.delegated) && !app.more);
  const read = fact !== undefined && !isStale(fact, now) && isRead(fact.value.found) && wholeApps;
  return {
    apps,
    method,
    consent: consentView(sides, approvalPage(apps, around.cloud)),
    ews: ewsView(apps, read, beside, now),
  };
}
