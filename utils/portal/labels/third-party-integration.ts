import { likely, seed, seen, type SettingLabels } from './types.ts';

export const thirdPartyIntegration: SettingLabels = {
  id: 'third-party-integration',
  labels: [
    seen('Integrate third-party mail and calendar services', 'en', 3, 'KB0077944'),
    seen('Calendar and contacts integration', 'en', 2, 'KB0069503'),
    seen('Calendar and Contact Integration', 'en', 1, '360032224571'),
    seed('Intégrer des services de messagerie et de calendrier tiers'),
    seen('Kalender- und Kontakt-Integration', 'de', 2, 'KB0069504'),
    seen('Integración de calendario y contactos', 'es', 2, 'KB0069505'),
    seen('カレンダーと連絡先連携', 'ja', 2, 'KB0069506'),
    seen('カレンダーと連絡先の連携', 'ja', 2, 'KB0069506'),
    likely('Integração de contatos e calendário', 'pt-BR', 2, 'KB0060652'),
  ],
};
