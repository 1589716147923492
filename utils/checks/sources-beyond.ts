import type { Source } from '../model/findings.ts';
import { zoomArticle } from '../model/zoom-article.ts';
import { GUIDE, source } from './sources.ts';

/** Pages that checks without a note beside a setting rest on: the portal's script does not carry them. */
export const BEYOND = {
  /** Sync 1.0 and 2.0. */
  syncVersions: zoomArticle('KB0082569'),
  /** Application roles and what an app holds. */
  appRoles: source(
    'Microsoft Graph: appRoleAssignments',
    'https://learn.microsoft.com/en-us/graph/api/serviceprincipal-list-approleassignments',
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
} as const satisfies Record<string, Source>;
