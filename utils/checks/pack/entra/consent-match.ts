import { isRead } from '../../../model/entra.ts';
import type { Words } from '../../../model/findings.ts';
import { defineCheck } from '../../define.ts';
import type { ConsentSides } from '../../entra/consent-match.ts';
import { isApproved, matchConsent } from '../../entra/consent-match.ts';
import { CONSENT_WORDS } from '../../entra/consent-words.ts';
import { BESIDE, portalValue } from '../../entra/portal-side.ts';
import { entraApps } from '../../entra-links.ts';
import { BEYOND } from '../../sources-beyond.ts';
import { SOURCES } from '../../sources.ts';

const PEOPLE: Words['people'] = [
  {
    fate: 'stay',
    who: { key: 'check_admin_approval_connected' },
    what: { key: 'check_admin_approval_connected_what' },
  },
  {
    fate: 'lose',
    who: { key: 'check_admin_approval_new' },
    what: { key: 'check_admin_approval_new_what' },
  },
];

/** The portal's consent side against Entra's, with the one change that ends the "Need admin approval" loop. */
export const consentMatch = defineCheck({
  id: 'consent-match',
  levels: ['account'],
  needs: ['entra/consent'],
  wants: [...BESIDE, 'entra/apps'],
  sources: [BEYOND.userConsent, SOURCES.consentPolicy, SOURCES.guideBefore],
  // It knows the policy that the other only infers from our own refused request.
  supersedes: ['admin-approval'],
  run: (given, { cloud }) => {
    const consent = given['entra/consent'];
    const sides: ConsentSides = {
      method: portalValue(given, 'setup-method') ?? 'unknown',
      accountWide: portalValue(given, 'account-wide-consent') ?? 'unknown',
      userConsent: isRead(consent) ? consent.value.userConsent : 'unknown',
      approved: isApproved(given['entra/apps']),
    };
    const verdict = matchConsent(sides);
    if (verdict.kind === 'match') return { kind: 'pass', words: { title: CONSENT_WORDS.match[verdict.by] } };
    if (verdict.kind === 'unsure')
      return {
        kind: 'needs-review',
        reason: 'person-must-look',
        words: { title: CONSENT_WORDS.unsure[verdict.look] },
      };
    const why =
      verdict.change === 'portal-switch'
        ? CONSENT_WORDS.why.switch
        : CONSENT_WORDS.why[sides.userConsent === 'managed' ? 'managed' : 'nobody'];
    return {
      kind: 'fail',
      impact: 'serious',
      certainty: verdict.sure ? 'confirmed' : 'likely',
      words: {
        title: { key: 'check_consent_match_title' },
        why,
        people: PEOPLE,
        step: {
          verb: CONSENT_WORDS.change[verdict.change],
          rest: { key: 'check_consent_match_ends' },
          ...(verdict.change === 'approve' ? { href: entraApps(cloud) } : {}),
        },
      },
    };
  },
});
