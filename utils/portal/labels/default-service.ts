import { likely, seed, seen, type SettingLabels } from './types.ts';

export const defaultService: SettingLabels = {
  id: 'default-service',
  labels: [
    seen('Choose default calendar and contact services for users', 'en', 3, 'KB0069503'),
    seed('Choisir les services de calendrier et de contacts par défaut pour les utilisateurs'),
    likely('Standardmäßige Kalender- und Kontaktdienste für Benutzer auswählen', 'de', 2, 'KB0069504'),
    seen(
      'Elegir los servicios de calendario y contactos predeterminados para los usuarios',
      'es',
      2,
      'KB0069505',
    ),
    seen('ユーザーのデフォルトのカレンダーと連絡先サービスを選択する', 'ja', 2, 'KB0069506'),
    likely('ユーザーのデフォルトのカレンダーと連絡先サービスを選択します', 'ja', 2, '360051330731'),
  ],
  options: {
    office365: [
      seen('Office 365', 'en', 3, 'KB0069503'),
      seen('Microsoft Office 365', 'en', 2, 'profile page, copy of July 2026'),
      likely('Microsoft 365', 'en', 3, 'field guide'),
    ],
    google: [
      likely('Google', 'en', 3, 'KB0069503'),
      seen('Google Calendar', 'en', 2, 'profile page, copy of July 2026'),
    ],
    exchange: [
      likely('Exchange', 'en', 3, 'KB0069503'),
      seen('Microsoft Exchange', 'en', 2, 'profile page, copy of July 2026'),
    ],
    none: [likely('None', 'en', 3, 'no source'), likely('Aucun', 'fr', 3, 'no source')],
  },
};
