/** Microsoft's own resource applications; the same ids in every tenant and cloud (microsoft.md E.4). */
export const GRAPH_APP = '00000003-0000-0000-c000-000000000000';
export const EXCHANGE_APP = '00000002-0000-0ff1-ce00-000000000000';

/**
 * Application roles by id, for when the tenant's own list could not be read. Source: permissions.json of
 * microsoftgraph/microsoft-graph-devx-content of 2026-08-07, and for Exchange several public lists that agree
 * (microsoft.md E.4); read 2026-11-23.
 */
export const ROLE_NAMES: Readonly<Record<string, string>> = {
  '798ee544-9d2d-430c-a058-570e29e34338': 'Calendars.Read',
  '8ba4a692-bc31-4128-9094-475872af8a53': 'Calendars.ReadBasic.All',
  'ef54d2bf-783f-4e0f-bca1-3210c0444d99': 'Calendars.ReadWrite',
  '089fe4d0-434a-44c5-8827-41ba8a0b17f5': 'Contacts.Read',
  '6918b873-d17a-4dc1-b314-35f528134491': 'Contacts.ReadWrite',
  '810c84a8-4a9e-49e6-bf7d-12d183f40d01': 'Mail.Read',
  '6be147d2-ea4f-4b5a-a3fa-3eab6f3c140a': 'Mail.ReadBasic',
  '693c5e45-0940-467d-9b8a-1022fb9d42ef': 'Mail.ReadBasic.All',
  'e2a3a72e-5f79-4c64-b1b1-878b674786c9': 'Mail.ReadWrite',
  'b633e1c5-b582-4048-a93e-9f11b44c7e96': 'Mail.Send',
  '40f97065-369a-49f4-947c-6a255697ae91': 'MailboxSettings.Read',
  '6931bccd-447a-43d1-b442-00a195474933': 'MailboxSettings.ReadWrite',
  'b8bb2037-6e08-44ac-a4ea-4674e010e2a4': 'OnlineMeetings.ReadWrite.All',
  '913b9306-0ce1-42b8-9137-6a7df690a760': 'Place.Read.All',
  '5b567255-7703-4780-807c-7be8301ae99b': 'Group.Read.All',
  '97235f07-e226-4f63-ace3-39588e11d3a1': 'User.ReadBasic.All',
  'df021288-bdef-4463-88db-98f22de89214': 'User.Read.All',
  '7ab1d382-f21e-4acd-a863-ba3e13f7da61': 'Directory.Read.All',
  '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30': 'Application.Read.All',
  'b0afded3-3588-46d8-8b3d-9842eff778da': 'AuditLog.Read.All',
  '230c1aed-a721-4c5d-9cb4-a90514e508ef': 'Reports.Read.All',
  '06b708a9-e830-4db3-a914-8e69da51d44f': 'AppRoleAssignment.ReadWrite.All',
  '8e8e4742-1d95-4f68-9d56-6ee75648c72a': 'DelegatedPermissionGrant.ReadWrite.All',
  '77f3a031-c388-4f99-b373-dc68676a979e': 'User.RevokeSessions.All',
  'dc890d15-9560-4a4c-9b7f-a736ec74ec40': 'full_access_as_app',
};

/** The Exchange role above: it opens every mailbox over EWS. */
export const EXCHANGE_ROLE = 'dc890d15-9560-4a4c-9b7f-a736ec74ec40';
