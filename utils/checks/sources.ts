import type { Source } from '../model/findings.ts';
import { zoomArticle } from '../model/zoom-article.ts';

const READ = '2026-11-23';
const source = (name: string, url: string): Source => ({ name, url, read: READ });
const GUIDE = 'https://library.zoom.com/admin-corner/third-party-integrations';

/** Every page the checks and consequences rest on, with the day it was read. */
export const SOURCES = {
  /** Calendar and contacts integration: locks, permissions, default service. */
  integration: zoomArticle('KB0069503'),
  /** Bidirectional sync. */
  bidirectional: zoomArticle('KB0058782'),
  /** Sync 1.0 and 2.0. */
  syncVersions: zoomArticle('KB0082569'),
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
  /** Application roles and what an app holds. */
  appRoles: source(
    'Microsoft Graph: appRoleAssignments',
    'https://learn.microsoft.com/en-us/graph/api/serviceprincipal-list-approleassignments',
  ),
  grants: source(
    'Microsoft Graph: oauth2PermissionGrants',
    'https://learn.microsoft.com/en-us/graph/api/oauth2permissiongrant-list',
  ),
  /** Zoom's two published app ids. */
  guideIds: source(
    'Zoom field guide, provider-specific details',
    `${GUIDE}/zoom-calendaring-integration-explainer/provider-specific-details`,
  ),
  userConsent: source(
    'Microsoft: app consent policies',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-app-consent-policies',
  ),
  rbac: source(
    'Microsoft: RBAC for Applications',
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac',
  ),
  publisher: source(
    'Microsoft: publisher verification',
    'https://learn.microsoft.com/en-us/entra/identity-platform/publisher-verification-overview',
  ),
  signIns: source('Microsoft Graph: sign-ins', 'https://learn.microsoft.com/en-us/graph/api/signin-list'),
  /** Graph knows Microsoft's own online meetings only. */
  onlineMeeting: source('Microsoft Graph: event', 'https://learn.microsoft.com/graph/api/resources/event'),
  refreshTokens: source(
    'Microsoft: refresh tokens',
    'https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens',
  ),
} as const satisfies Record<string, Source>;
