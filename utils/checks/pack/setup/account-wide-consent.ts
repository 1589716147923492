import { baselineCheck } from '../../baselines/check.ts';
import { SOURCES } from '../../sources.ts';

/** Older portals. CIS wants it off; Zoom's guide wants it to match Entra's user consent setting. */
export const accountWideConsent = baselineCheck({
  id: 'account-wide-consent',
  setting: 'account-wide-consent',
  levels: ['account', 'group'],
  sources: [SOURCES.guideBefore, SOURCES.cis],
  neutral: {
    title: { key: 'check_account_wide_consent_title' },
    why: { key: 'check_account_wide_consent_why' },
    books: [
      {
        title: { key: 'check_account_wide_consent_guide' },
        text: { key: 'check_account_wide_consent_guide_text' },
      },
      {
        title: { key: 'check_account_wide_consent_cis' },
        text: { key: 'check_account_wide_consent_cis_text' },
      },
    ],
  },
});
