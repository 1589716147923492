import { likely, type SettingLabels } from './types.ts';

/** The boxes themselves carry the meaning; the title is running text of the article (KB0069503). */
export const permissions: SettingLabels = {
  id: 'permissions',
  labels: [
    likely('Specify the permissions for calendar and contacts', 'en', 3, 'KB0069503'),
    likely('Permissions for calendar and contacts', 'en', 3, 'KB0069503'),
    likely('Calendar and contacts permissions', 'en', 2, 'KB0068615'),
  ],
};
