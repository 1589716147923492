import { likely, type SettingLabels } from './types.ts';

/** Older portals; the wording is that of the title of CIS Zoom v1.0.0, 1.1.5.4. */
export const enforceOauth: SettingLabels = {
  id: 'enforce-oauth',
  labels: [likely('Enforce OAuth 2.0 for Office 365 calendar integration', 'en', 1, 'CIS Zoom 1.1.5.4')],
};
