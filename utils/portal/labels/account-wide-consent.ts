import { likely, type SettingLabels } from './types.ts';

/** Older portals; the wording is that of the title of CIS Zoom v1.0.0, 1.1.5.3. */
export const accountWideConsent: SettingLabels = {
  id: 'account-wide-consent',
  labels: [
    likely(
      'Consent to Office 365 calendar integration permissions on behalf of entire account',
      'en',
      1,
      'CIS Zoom 1.1.5.3',
    ),
  ],
};
