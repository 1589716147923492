interface ScopeMeta {
  /** Line of the consent page. */
  readonly title: string;
  /** Only an administrator may consent. */
  readonly admin?: true;
  /** Barred to users by the Microsoft-managed policy (microsoft.md C.6, page date 2026-01-22). */
  readonly managed?: true;
}

/** Delegated permissions the simulator knows; others do not exist. */
export const SCOPES: Readonly<Record<string, ScopeMeta>> = {
  openid: { title: 'Sign you in' },
  profile: { title: 'View your basic profile' },
  email: { title: 'View your email address' },
  offline_access: { title: 'Maintain access to data you have given it access to' },
  'User.Read': { title: 'Sign in and read your profile' },
  'User.ReadBasic.All': { title: 'Read all users’ basic profiles' },
  'User.Read.All': { title: 'Read all users’ full profiles', admin: true },
  'Calendars.ReadBasic': { title: 'Read basic details of your calendars', managed: true },
  'Calendars.Read': { title: 'Read your calendars', managed: true },
  'Calendars.Read.Shared': { title: 'Read calendars you can access', managed: true },
  'Calendars.ReadWrite': { title: 'Have full access to your calendars', managed: true },
  'Calendars.ReadWrite.Shared': { title: 'Read and write calendars you can access', managed: true },
  'Contacts.Read': { title: 'Read your contacts' },
  'Contacts.ReadWrite': { title: 'Have full access to your contacts', managed: true },
  'Mail.Read': { title: 'Read your mail', managed: true },
  'MailboxSettings.Read': { title: 'Read your mailbox settings', managed: true },
  'OnlineMeetings.ReadWrite': { title: 'Read and create your online meetings', managed: true },
  'Application.Read.All': { title: 'Read applications', admin: true },
  'Directory.Read.All': { title: 'Read directory data', admin: true },
  'Policy.Read.All': { title: 'Read your organization’s policies', admin: true },
  'AuditLog.Read.All': { title: 'Read audit log data', admin: true },
};

const BY_LOWER = new Map(Object.keys(SCOPES).map((name) => [name.toLowerCase(), name]));
const GRAPH = 'https://graph.microsoft.com/';

export const OIDC_SCOPES: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];
/** What a sign-in alone asks for; no risk rule stops these. */
export const BASIC_SCOPES: readonly string[] = [...OIDC_SCOPES, 'User.Read'];

/**
 * The scopes of a request in Graph's own spelling, without repeats.
 * `null` stands for a request that names no scope, a string for the first name that does not exist.
 */
export function parseScopes(text: string | null): string[] | string | null {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  const names: string[] = [];
  for (const word of words) {
    const bare = word.startsWith(GRAPH) ? word.slice(GRAPH.length) : word;
    const name = BY_LOWER.get(bare.toLowerCase());
    if (name === undefined) return word;
    if (!names.includes(name)) names.push(name);
  }
  return names;
}
