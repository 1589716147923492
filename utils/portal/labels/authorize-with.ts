import { seed, seen, type SettingLabels } from './types.ts';

export const authorizeWith: SettingLabels = {
  id: 'authorize-with',
  labels: [seen('Authorize with:', 'en', 3, 'KB0077944'), seed('Autoriser avec:')],
  box: { labels: [seen('Authorize with EWS URL', 'en', 1, 'KB0069503')], ticked: 'ews', clear: 'graph' },
  options: {
    graph: [seen('Graph API', 'en', 3, 'KB0077944'), seed('API Graph')],
    ews: [seen('Exchange Web Services (EWS)', 'en', 3, 'KB0077944'), seed('Services Web Exchange (EWS)')],
  },
};
