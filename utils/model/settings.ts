/** The portal settings Syncline knows (DESIGN 3.1). Ids are for ever. */
export interface SettingValues {
  'third-party-integration': 'on' | 'off';
  'default-service': 'none' | 'google' | 'exchange' | 'office365';
  'authorize-with': 'graph' | 'ews';
  'setup-method': 'oauth' | 'application-permissions';
  /** The boxes ticked; an empty array is an answer ("none"), `unknown` is not. */
  permissions: readonly Permission[];
  'account-wide-consent': 'on' | 'off';
  'enforce-oauth': 'on' | 'off';
  'sso-prompt': 'off' | 'first-sign-in' | 'every-sign-in';
  'domain-restriction': 'on' | 'off';
  'two-way-sync': 'on' | 'off';
  'reconnect-reminders': 'on' | 'off';
  'profile-connection': ProfileConnection;
}

export type SettingId = keyof SettingValues;
export type Permission = 'calendar-read' | 'calendar-write' | 'contacts-read' | 'contacts-write';

/** What the profile page says of the person's own connection. */
export interface ProfileConnection {
  readonly status: 'not-connected' | 'connected' | 'needs-attention';
  readonly service?: 'google' | 'exchange' | 'office365';
  /** Address shown beside the connection; personal: kept on this machine, never logged. */
  readonly email?: string;
  readonly permissions?: readonly Permission[];
}

/** `unknown` means "could not read", never "off". */
export type Reading<Id extends SettingId> = SettingValues[Id] | 'unknown';

export type Lock = 'locked' | 'unlocked' | 'locked-above' | 'unknown';
export type Level = 'account' | 'group' | 'user' | 'profile';
export type PageId = 'account-settings' | 'group-settings' | 'user-settings' | 'profile' | 'meetings';
/**
 * Which way a control was found; `policy`: by a label the organisation gave; `taught`: a person pointed it out, after every other
 * way had failed.
 */
export type How = 'key' | 'label' | 'policy' | 'structure' | 'taught';

/** The level each page speaks for; the meetings page speaks for none. */
export const LEVEL_OF: Readonly<Record<Exclude<PageId, 'meetings'>, Level>> = {
  'account-settings': 'account',
  'group-settings': 'group',
  'user-settings': 'user',
  profile: 'profile',
};

const SHARED: readonly SettingId[] = ['third-party-integration', 'two-way-sync'];
const ADMIN: readonly SettingId[] = [
  ...SHARED,
  'default-service',
  'authorize-with',
  'setup-method',
  'permissions',
  'account-wide-consent',
  'enforce-oauth',
  'sso-prompt',
  'domain-restriction',
];
/** Settings each page may show (DESIGN 3.1). */
export const SETTINGS_ON: Readonly<Record<PageId, readonly SettingId[]>> = {
  'account-settings': ADMIN,
  'group-settings': ADMIN,
  'user-settings': [...SHARED, 'reconnect-reminders'],
  profile: ['profile-connection'],
  meetings: [],
};

export interface SettingReading<Id extends SettingId = SettingId> {
  readonly id: Id;
  readonly value: Reading<Id>;
  readonly lock: Lock;
}

/** A setting seen on the page. `element` is its own container: notes are appended inside it. */
export interface DetectedSetting<Node = unknown> extends SettingReading {
  readonly how: How;
  readonly element: Node;
  /** The main control (switch, select, radio group), for focus and hover. */
  readonly control: Node;
  /** The padlock beside it, when the level has one. */
  readonly lockControl?: Node;
}

export type Recognition = 'recognised' | 'unrecognised' | 'loading' | 'signed-out';

/** One row of the portal's upcoming meetings: what Zoom hosts, not what Outlook holds. */
export interface PortalMeeting {
  readonly topic: string;
  /** Digits only. */
  readonly meetingId: string;
  /** Heading of its day, as the server wrote it: "Today", "Tue, Oct 6". */
  readonly day?: string;
  /** As the server wrote it, in the portal's language and time zone. */
  readonly time: string;
  /** Only shown for other people's meetings. */
  readonly host?: string;
}

/** What leaves the page of such a row: no topic and no name, for a private event's title would come back with them. */
export interface SeenMeeting {
  /** Meeting number, digits only. */
  readonly number: string;
  readonly day?: string;
  readonly time: string;
  /** Somebody else hosts it. */
  readonly theirs?: true;
}

/**
 * Where a person said a setting stands, kept as the shape of the page and never as its text: texts are fingerprints, good for
 * comparing alone. It fits a control whose path, words and shape are all the same, and no second one is.
 */
export interface TaughtLocator {
  readonly setting: SettingId;
  readonly page: PageId;
  /** Tags, roles and classes from the setting's row down to its control. */
  readonly path: readonly string[];
  /** Fingerprint of the row's title. */
  readonly words: string;
  /** Fingerprint of the page's shape from its content down to the row; another shape drops the locator. */
  readonly shape: string;
  /** Fingerprint of the open tabs' names: on another tab nothing is missing. */
  readonly tab: string;
  /** ms since the epoch */
  readonly taughtAt: number;
}

export interface PortalSnapshot<Node = unknown> {
  readonly page: PageId | null;
  readonly recognition: Recognition;
  readonly settings: readonly DetectedSetting<Node>[];
  /** Canary: how many of the controls this page is expected to show were recognised. */
  readonly recognised: number;
  readonly expected: number;
  /** Which component family drew the page, for the note's radius. */
  readonly look: 'new' | 'old';
  /** Settings with two or more candidates on the page: two candidates are no candidate. */
  readonly ambiguous?: readonly SettingId[];
  /** The script that finds what was pointed out has not been loaded into this page yet. */
  readonly lacks?: true;
  /** What a person once pointed out and is no longer there, or no longer the same. */
  readonly misfits?: readonly TaughtLocator[];
  /** Profile page only: sign-in address of the Zoom account; personal. */
  readonly zoomEmail?: string;
  /** Meetings page only. */
  readonly meetings?: readonly PortalMeeting[];
}
