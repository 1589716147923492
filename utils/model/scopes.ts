/**
 * What is asked of Microsoft, one step at a time (DESIGN 3.3). OpenID's own scopes (`openid profile offline_access`)
 * go with every request. ReadBasic is the smallest permission the calendar delta accepts (microsoft.md E.1).
 */
export const SCOPES = {
  person: ['User.Read'],
  calendar: ['Calendars.ReadBasic'],
  /** An admin's, on running the audit: apps and their grants, and who may consent (microsoft.md E.3). All of them only read. */
  audit: ['Application.Read.All', 'Directory.Read.All', 'Policy.Read.All'],
  /** Opt-in: when Zoom's apps last signed in. */
  signIns: ['AuditLog.Read.All'],
} as const satisfies Record<string, readonly string[]>;
