/**
 * What is asked of Microsoft, one step at a time (DESIGN 3.3). OpenID's own scopes (`openid profile offline_access`)
 * go with every request. ReadBasic is the smallest permission the calendar delta accepts (microsoft.md E.1).
 */
export const SCOPES = {
  person: ['User.Read'],
  calendar: ['Calendars.ReadBasic'],
} as const satisfies Record<string, readonly string[]>;
