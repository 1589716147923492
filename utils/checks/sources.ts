import type { Source } from '../model/findings.ts';
import { zoomArticle } from '../model/zoom-article.ts';

const READ = '2026-11-23';
export const source = (name: string, url: string): Source => ({ name, url, read: READ });
export const GUIDE = 'https://library.zoom.com/admin-corner/third-party-integrations';

/** Every page the notes beside settings rest on, with the day it was read; those of other surfaces are in `sources-beyond.ts`. */
export const SOURCES = {
  /** Calendar and contacts integration: locks, permissions, default service. */
  integration: zoomArticle('KB0069503'),
  /** Bidirectional sync. */
  bidirectional: zoomArticle('KB0058782'),
  /** Asking people at SSO sign-in. */
  ssoPrompt: zoomArticle('KB0066539'),
  /** Graph with application permissions. */
  application: zoomArticle('KB0077944'),
  /** Moving from EWS to Graph. */
  ewsMigration: zoomArticle('KB0077079'),
  /** Managing one's own integration; reminders to authorise again. */
  ownIntegration: zoomArticle('KB0068615'),
  guide: source(
    'Zoom field guide',
    `${GUIDE}/microsoft-365-calendaring-field-guide/connecting-personal-calendars-with-microsoft-365`,
  ),
  guideBefore: source(
    'Zoom field guide, before you begin',
    `${GUIDE}/microsoft-365-calendaring-field-guide/before-you-begin`,
  ),
  guideList: source(
    'Zoom field guide, deployment list',
    `${GUIDE}/zoom-and-microsoft-integration-and-deployment-field-guide/reference-materials-to-validate-your-integration`,
  ),
  cis: source('CIS Zoom v1.0.0', 'https://github.com/turbot/steampipe-mod-zoom-compliance'),
  ewsPlan: source(
    'Microsoft MC1227454',
    'https://techcommunity.microsoft.com/blog/exchange/exchange-online-ews-your-time-is-almost-up/4492361',
  ),
  consentPolicy: source('Microsoft MC1163922', 'https://mc.merill.net/message/MC1163922'),
  refreshTokens: source(
    'Microsoft: refresh tokens',
    'https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens',
  ),
} as const satisfies Record<string, Source>;
