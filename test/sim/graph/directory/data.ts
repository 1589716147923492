/** What the directory knows of applications and their rights; the shapes are Graph's own. */
export interface DirectoryData {
  servicePrincipals: readonly ServicePrincipal[];
  /** Changed by the simulated admin centre, never by a request. */
  appRoleAssignments: readonly AppRoleAssignment[];
  oauth2PermissionGrants: readonly PermissionGrant[];
  signIns: readonly SignIn[];
}

export interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly accountEnabled: boolean;
  readonly appRoleAssignmentRequired: boolean;
  readonly appOwnerOrganizationId: string;
  readonly verifiedPublisher: {
    readonly displayName: string | null;
    readonly verifiedPublisherId: string | null;
    readonly addedDateTime: string | null;
  };
  readonly tags: readonly string[];
  readonly appRoles: readonly { readonly id: string; readonly value: string }[];
  readonly oauth2PermissionScopes: readonly { readonly id: string; readonly value: string }[];
}

export interface AppRoleAssignment {
  readonly id: string;
  readonly principalId: string;
  readonly resourceId: string;
  readonly resourceDisplayName: string;
  readonly appRoleId: string;
  readonly createdDateTime: string;
}

export interface PermissionGrant {
  readonly id: string;
  readonly clientId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  readonly principalId: string | null;
  readonly resourceId: string;
  readonly scope: string;
}

export interface SignIn {
  readonly id: string;
  readonly appId: string;
  readonly appDisplayName: string;
  readonly createdDateTime: string;
  readonly userPrincipalName: string;
  readonly signInEventTypes: readonly ('interactiveUser' | 'nonInteractiveUser' | 'servicePrincipal')[];
  readonly status: { readonly errorCode: number; readonly failureReason: string };
}

export const GRAPH_SP = '5c3e6b2a-1f64-4d0f-8a1b-7d2c0e9a4411';
export const EXCHANGE_SP = '8f0d1a77-9a1c-4a55-9c0e-2b6f3f5d7722';
export const ZOOM_CALENDAR_SP = '1b7f4c92-0a36-4be3-9d53-64f1e2a8c001';
export const ZOOM_ROOMS_SP = '2d8a5e03-1c47-4cf4-8e64-75a2f3b9d002';
const LOOKALIKE_SP = '3e9b6f14-2d58-4da5-9f75-86b3a4cae003';
/** No public source names Zoom's own app for personal calendars (microsoft.md E.4): this id is made up. */
export const ZOOM_CALENDAR_APP = '7c1d9e40-52ab-4f8e-b0c3-5a6e8d2f9100';

const nobody = { displayName: null, verifiedPublisherId: null, addedDateTime: null };
const zoom = {
  displayName: 'Zoom Video Communications, Inc.',
  verifiedPublisherId: '3217911',
  addedDateTime: '2021-03-02T18:00:00Z',
};
const microsoft = {
  accountEnabled: true,
  appRoleAssignmentRequired: false,
  appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  verifiedPublisher: nobody,
  tags: [],
};
const integrated = {
  accountEnabled: true,
  appRoleAssignmentRequired: false,
  appOwnerOrganizationId: '9e1b7c55-6d0f-4d6b-b3a0-0f4b7a61c210',
  tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
  appRoles: [],
  oauth2PermissionScopes: [],
};

/** A tenant where Zoom holds more than it needs, and something else only looks like Zoom. */
export function defaultDirectory(
  now: number,
  people: { tid: string; username: string; oid: string },
): DirectoryData {
  const before = (days: number) => new Date(now - days * 86_400_000).toISOString();
  const redemption = (days: number, errorCode: number, failureReason: string): SignIn => ({
    id: `6a1f0000-0000-4000-8000-${String(days).padStart(12, '0')}`,
    appId: ZOOM_CALENDAR_APP,
    appDisplayName: 'Zoom Calendar Integration',
    createdDateTime: before(days),
    userPrincipalName: people.username,
    signInEventTypes: [days > 80 ? 'interactiveUser' : 'nonInteractiveUser'],
    status: { errorCode, failureReason },
  });
  const role = (
    at: number,
    principalId: string,
    resourceId: string,
    appRoleId: string,
  ): AppRoleAssignment => ({
    id: `role-assignment-${at}`,
    principalId,
    resourceId,
    resourceDisplayName: resourceId === GRAPH_SP ? 'Microsoft Graph' : 'Office 365 Exchange Online',
    appRoleId,
    createdDateTime: before(300 - at),
  });
  return {
    servicePrincipals: [
      {
        ...integrated,
        id: ZOOM_CALENDAR_SP,
        appId: ZOOM_CALENDAR_APP,
        displayName: 'Zoom Calendar Integration',
        verifiedPublisher: zoom,
      },
      {
        ...integrated,
        id: ZOOM_ROOMS_SP,
        appId: 'f56e91e5-5a82-452f-b435-d4d78aeaf064',
        displayName: 'Zoom Rooms',
        verifiedPublisher: zoom,
      },
      {
        ...integrated,
        id: LOOKALIKE_SP,
        appId: 'aa30be51-7f09-4c2c-8f7d-d1c2a3b4e500',
        displayName: 'Zoom Calendar Helper',
        verifiedPublisher: nobody,
        appOwnerOrganizationId: people.tid,
      },
      {
        ...microsoft,
        id: GRAPH_SP,
        appId: '00000003-0000-0000-c000-000000000000',
        displayName: 'Microsoft Graph',
        appRoles: [
          { id: 'ef54d2bf-783f-4e0f-bca1-3210c0444d99', value: 'Calendars.ReadWrite' },
          { id: '798ee544-9d2d-430c-a058-570e29e34338', value: 'Calendars.Read' },
          { id: '810c84a8-4a9e-49e6-bf7d-12d183f40d01', value: 'Mail.Read' },
          { id: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9', value: 'Mail.ReadWrite' },
          { id: '913b9306-0ce1-42b8-9137-6a7df690a760', value: 'Place.Read.All' },
        ],
        oauth2PermissionScopes: [
          { id: '1ec239c2-d7c9-4623-a91a-a9775856bb36', value: 'Calendars.ReadWrite' },
          { id: 'd56682ec-c09e-4743-aaf4-1a3aac4caa21', value: 'Contacts.ReadWrite' },
          { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', value: 'User.Read' },
        ],
      },
      {
        ...microsoft,
        id: EXCHANGE_SP,
        appId: '00000002-0000-0ff1-ce00-000000000000',
        displayName: 'Office 365 Exchange Online',
        appRoles: [{ id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40', value: 'full_access_as_app' }],
        oauth2PermissionScopes: [
          { id: '3b5f3d61-589b-4a3c-a359-5dd4b5ee5bd5', value: 'EWS.AccessAsUser.All' },
        ],
      },
    ],
    appRoleAssignments: [
      role(1, ZOOM_CALENDAR_SP, GRAPH_SP, 'ef54d2bf-783f-4e0f-bca1-3210c0444d99'),
      role(2, ZOOM_CALENDAR_SP, GRAPH_SP, 'e2a3a72e-5f79-4c64-b1b1-878b674786c9'),
      role(3, ZOOM_CALENDAR_SP, EXCHANGE_SP, 'dc890d15-9560-4a4c-9b7f-a736ec74ec40'),
      role(4, ZOOM_ROOMS_SP, GRAPH_SP, '913b9306-0ce1-42b8-9137-6a7df690a760'),
    ],
    oauth2PermissionGrants: [
      {
        id: 'grant-everybody',
        clientId: ZOOM_CALENDAR_SP,
        consentType: 'AllPrincipals',
        principalId: null,
        resourceId: GRAPH_SP,
        scope: ' Calendars.ReadWrite User.Read offline_access',
      },
      {
        id: 'grant-person',
        clientId: ZOOM_CALENDAR_SP,
        consentType: 'Principal',
        principalId: people.oid,
        resourceId: GRAPH_SP,
        scope: ' Contacts.ReadWrite',
      },
    ],
    signIns: [
      redemption(90, 0, 'Other.'),
      redemption(20, 0, 'Other.'),
      redemption(3, 0, 'Other.'),
      redemption(1, 50173, 'The provided grant has expired due to it being revoked.'),
    ],
  };
}
