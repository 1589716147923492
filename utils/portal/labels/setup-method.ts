import { likely, seed, seen, type SettingLabels } from './types.ts';

export const setupMethod: SettingLabels = {
  id: 'setup-method',
  labels: [
    seen('Who can set up the integration:', 'en', 3, 'KB0077944'),
    seed('Qui peut configurer l’intégration:'),
  ],
  options: {
    oauth: [
      seen('Users can set up the integration by using OAuth', 'en', 3, 'KB0077944'),
      seed('Les utilisateurs peuvent configurer l’intégration en utilisant OAuth'),
      likely('Benutzer können die Integration mithilfe von OAuth einrichten', 'de', 3, 'field guide, German'),
    ],
    'application-permissions': [
      seen(
        'Office 365 admin can set up the integration by using Application Permissions',
        'en',
        3,
        'KB0077944',
      ),
      seed(
        'L’administrateur Office 365 peut configurer l’intégration en utilisant les autorisations d’application',
      ),
      likely(
        'Office-365-Administrator kann die Integration mithilfe von Application Permissions einrichten',
        'de',
        3,
        'field guide, German',
      ),
    ],
  },
};
