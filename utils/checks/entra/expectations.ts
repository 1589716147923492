import type { MessageKey } from '../../locales/keys.ts';
import type { PermissionVerdict } from '../../model/entra-view.ts';

/**
 * What Zoom's apps need, as one versioned list. Zoom publishes its lists as pictures only (portal.md 2.4), so this one is read
 * from its guide's text and graded by our own judgement (microsoft.md E.4); policy may replace it app by app.
 */
export const EXPECTATIONS = { version: 1, of: '2026-11-23' } as const;

/** The permission personal calendars live on. Zoom's guide prints it without its s; no such permission exists. */
export const CALENDAR = 'Calendars.ReadWrite';

export interface Expectation {
  readonly verdict: Exclude<PermissionVerdict, 'missing'>;
  readonly why: MessageKey;
}

const usual = { verdict: 'expected', why: 'audit_why_usual' } as const;
const contacts = { verdict: 'unknown', why: 'audit_why_contacts' } as const;
const rooms = { verdict: 'unknown', why: 'audit_why_rooms' } as const;
const mailbox = { verdict: 'unknown', why: 'audit_why_mailbox' } as const;
const mail = { verdict: 'excess', why: 'audit_why_mail' } as const;
const directory = { verdict: 'excess', why: 'audit_why_directory' } as const;

/** By the permission's name in lower case. `Mail.Read*` and EWS depend on more than a name and stand in `grade.ts`. */
export const GRADES: Readonly<Record<string, Expectation>> = {
  [CALENDAR.toLowerCase()]: { verdict: 'expected', why: 'audit_why_calendar' },
  'user.read': usual,
  'user.readbasic.all': usual,
  'user.read.all': usual,
  openid: usual,
  profile: usual,
  email: usual,
  offline_access: usual,
  'contacts.read': contacts,
  'contacts.readwrite': contacts,
  'place.read.all': rooms,
  'mailboxsettings.read': mailbox,
  'mail.readwrite': mail,
  'mail.send': mail,
};

/** Whole families that open far more than a calendar. */
export const GRADED_FAMILIES: readonly (readonly [begins: string, Expectation])[] = [
  ['directory.', directory],
];

/** Read permissions for mail: Zoom asks for them where sign-in name and address differ (Zoom KB0077944). */
export const MAIL_READ = /^mail\.read(?:basic(?:\.all)?)?$/;

/** Permissions that go through EWS and end with it. */
export const EWS_PERMISSIONS: readonly string[] = ['full_access_as_app', 'ews.accessasuser.all'];
