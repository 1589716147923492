import {
  type AppRoleAssignment,
  defaultDirectory,
  type DirectoryData,
  EXCHANGE_SP,
  GRAPH_SP,
  type PermissionGrant,
  ZOOM_CALENDAR_SP,
} from './data.ts';

/** Application roles the stories speak of: Microsoft's own ids (microsoft.md E.4). */
export const ROLES = {
  'Calendars.ReadWrite': 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
  'Mail.Read': '810c84a8-4a9e-49e6-bf7d-12d183f40d01',
  'Mail.ReadWrite': 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
  'Mail.Send': 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
  'Contacts.Read': '089fe4d0-434a-44c5-8827-41ba8a0b17f5',
  'Contacts.ReadWrite': '6918b873-d17a-4dc1-b314-35f528134491',
  'MailboxSettings.Read': '40f97065-369a-49f4-947c-6a255697ae91',
  'Place.Read.All': '913b9306-0ce1-42b8-9137-6a7df690a760',
  'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'Directory.Read.All': '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
  full_access_as_app: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
} as const;
export type RoleName = keyof typeof ROLES;

/** What Zoom's calendar app holds when an admin has clicked through the set-up: eleven permissions. */
export const ELEVEN = Object.keys(ROLES) as RoleName[];

/** One application permission of Zoom's calendar app; an id nobody lists is allowed, too. */
export function assignment(role: RoleName | { readonly id: string }, at = 1): AppRoleAssignment {
  const id = typeof role === 'string' ? ROLES[role] : role.id;
  const exchange = role === 'full_access_as_app';
  return {
    id: `role-assignment-${at}`,
    principalId: ZOOM_CALENDAR_SP,
    resourceId: exchange ? EXCHANGE_SP : GRAPH_SP,
    resourceDisplayName: exchange ? 'Office 365 Exchange Online' : 'Microsoft Graph',
    appRoleId: id,
    createdDateTime: '2026-03-02T09:00:00Z',
  };
}

/** Consent of so many people, each for themselves. */
export function personalGrants(count: number, scope: string): PermissionGrant[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `grant-of-${at}`,
    clientId: ZOOM_CALENDAR_SP,
    consentType: 'Principal' as const,
    principalId: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    resourceId: GRAPH_SP,
    scope,
  }));
}

/** An admin's consent for everybody. */
export const adminGrant = (scope: string): PermissionGrant => ({
  id: 'grant-everybody',
  clientId: ZOOM_CALENDAR_SP,
  consentType: 'AllPrincipals',
  principalId: null,
  resourceId: GRAPH_SP,
  scope,
});

/** The default tenant, with these things otherwise. */
export function directoryWith(now: number, changes: Partial<DirectoryData> = {}): DirectoryData {
  const nobody = { tid: '', username: 'somebody@alderfinch.example', oid: '' };
  return { ...defaultDirectory(now, nobody), ...changes };
}
