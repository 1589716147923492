import { seed, seen, type SettingLabels, type Spelling } from './types.ts';

/** Titles of the section at the bottom of the profile page. */
export const profileConnection: SettingLabels = {
  id: 'profile-connection',
  labels: [
    seen('Calendar and Contacts Integration', 'en', 3, 'field guide'),
    seen('Calendar and Contact Integration', 'en', 2, 'KB0068615'),
    seed('Intégration des contacts et du calendrier'),
  ],
};

/** The button shown while nothing is connected. */
export const connectButton: readonly Spelling[] = [
  seen('Configure Calendar and Contacts Service', 'en', 3, 'KB0068615'),
  seen('Connect to Calendar and Contact Service', 'en', 1, '360032224571'),
  seed('Configurer le service de calendrier et de contacts'),
];
