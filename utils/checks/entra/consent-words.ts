import type { Message } from '../../model/words.ts';
import type { ConsentVerdict } from './consent-match.ts';

type Of<Kind extends ConsentVerdict['kind']> = Extract<ConsentVerdict, { kind: Kind }>;

/** What a verdict on consent says; the same for what was read and for what a person answered. */
export const CONSENT_WORDS = {
  match: {
    'application-permissions': { key: 'check_consent_match_application' },
    approved: { key: 'check_consent_match_approved' },
    'people-may': { key: 'check_consent_match_people' },
  },
  unsure: {
    method: { key: 'check_consent_match_method' },
    'user-consent': { key: 'check_consent_match_user' },
    'custom-policy': { key: 'check_consent_match_custom' },
  },
  change: {
    approve: { key: 'check_consent_match_approve' },
    'portal-switch': { key: 'check_consent_match_switch' },
  },
  why: {
    nobody: { key: 'check_consent_match_why_nobody' },
    managed: { key: 'check_consent_match_why_managed' },
    switch: { key: 'check_consent_match_why_switch' },
  },
} as const satisfies {
  readonly match: Record<Of<'match'>['by'], Message>;
  readonly unsure: Record<Of<'unsure'>['look'], Message>;
  readonly change: Record<Of<'loop'>['change'], Message>;
  readonly why: Record<string, Message>;
};
