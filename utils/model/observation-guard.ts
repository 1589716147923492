import { isRecord } from '../core/is-record.ts';
import { toGuideRun } from './guide.ts';
import type { GuidanceRequest, PortalObservation } from './messages.ts';
import type { DialogClue, Touch } from './notes.ts';
import type {
  Lock,
  PageId,
  Permission,
  Recognition,
  SeenMeeting,
  SettingId,
  SettingReading,
  TaughtLocator,
} from './settings.ts';
import { SETTINGS_ON as ON_PAGE } from './settings.ts';
import { parseLocators } from './taught.ts';

export { isRecord };

const LOCKS: readonly Lock[] = ['locked', 'unlocked', 'locked-above', 'unknown'];
const RECOGNITIONS: readonly Recognition[] = ['recognised', 'unrecognised', 'loading', 'signed-out'];
const STATUSES = ['not-connected', 'connected', 'needs-attention'];
const SERVICES = ['google', 'exchange', 'office365'];
const PERMISSIONS: readonly Permission[] = [
  'calendar-read',
  'calendar-write',
  'contacts-read',
  'contacts-write',
];

/** A copy of the value, `undefined` where it is not one that we know. */
type Reader = (value: unknown) => unknown;

const SWITCH = oneOf(['on', 'off']);
const VALUES: { readonly [Id in SettingId]: Reader } = {
  'third-party-integration': SWITCH,
  'default-service': oneOf(['none', ...SERVICES]),
  'authorize-with': oneOf(['graph', 'ews']),
  'setup-method': oneOf(['oauth', 'application-permissions']),
  permissions: toPermissions,
  'account-wide-consent': SWITCH,
  'enforce-oauth': SWITCH,
  'sso-prompt': oneOf(['off', 'first-sign-in', 'every-sign-in']),
  'domain-restriction': SWITCH,
  'two-way-sync': SWITCH,
  'reconnect-reminders': SWITCH,
  'profile-connection': toConnection,
};

const EMAIL_LENGTH = 320;
/** A host, and a group behind it. */
const SCOPE = /^[\w.-]{1,253}(?:\/[^\s/]{1,100})?$/;
/** As Zoom numbers meetings (portal.md 7.1). */
const MEETING_NUMBER = /^\d{9,11}$/;
/** A heading or a time of the list; the page may be in any language. */
const LIST_TEXT = 80;
const NOTE_KEY = /^[\w@./:-]{1,120}$/;
/** Far above what a page shows; a page can be made to say anything, but not to fill the store. */
const MOST = 100;
const MOST_HIDDEN = 40;

function oneOf<Value extends string>(allowed: readonly Value[]): (value: unknown) => Value | undefined {
  return (value) => allowed.find((one) => one === value);
}

const isUnique = (values: readonly unknown[]) => new Set(values).size === values.length;
const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;
const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST;

function toPermissions(value: unknown): Permission[] | undefined {
  if (!Array.isArray(value) || value.length > PERMISSIONS.length || !isUnique(value)) return undefined;
  const known = value.map(oneOf(PERMISSIONS)).filter((one) => one !== undefined);
  return known.length === value.length ? known : undefined;
}

function toConnection(value: unknown): object | undefined {
  if (!isRecord(value)) return undefined;
  const status = oneOf(STATUSES)(value['status']);
  const service = oneOf(SERVICES)(value['service']);
  const permissions = toPermissions(value['permissions']);
  const { email } = value;
  if (status === undefined) return undefined;
  if (service === undefined && value['service'] !== undefined) return undefined;
  if (permissions === undefined && value['permissions'] !== undefined) return undefined;
  if (email !== undefined && !isText(email, EMAIL_LENGTH)) return undefined;
  return {
    status,
    ...(service === undefined ? {} : { service }),
    ...(email === undefined ? {} : { email }),
    ...(permissions === undefined ? {} : { permissions }),
  };
}

function toReading(given: unknown, page: PageId): SettingReading | undefined {
  if (!isRecord(given)) return undefined;
  const id = oneOf(ON_PAGE[page])(given['id']);
  const lock = oneOf(LOCKS)(given['lock']);
  if (id === undefined || lock === undefined) return undefined;
  const value = given['value'] === 'unknown' ? 'unknown' : VALUES[id](given['value']);
  return value === undefined ? undefined : ({ id, value, lock } as SettingReading);
}

function toReadings(given: unknown, page: PageId): SettingReading[] | undefined {
  if (!Array.isArray(given) || given.length > ON_PAGE[page].length) return undefined;
  const readings = given.map((one) => toReading(one, page)).filter((one) => one !== undefined);
  const whole = readings.length === given.length && isUnique(readings.map(({ id }) => id));
  return whole ? readings : undefined;
}

function toMeeting(given: unknown): SeenMeeting | undefined {
  if (!isRecord(given)) return undefined;
  const { number, day, time, theirs } = given;
  if (typeof number !== 'string' || !MEETING_NUMBER.test(number) || !isText(time, LIST_TEXT))
    return undefined;
  if (day !== undefined && !isText(day, LIST_TEXT)) return undefined;
  return {
    number,
    ...(day === undefined ? {} : { day }),
    time,
    ...(theirs === true ? { theirs } : {}),
  };
}

function toMeetings(given: unknown, page: PageId): SeenMeeting[] | undefined {
  if (page !== 'meetings' || !Array.isArray(given) || given.length > MOST) return undefined;
  const rows = given.map(toMeeting).filter((row) => row !== undefined);
  return rows.length === given.length ? rows : undefined;
}

/** Locators of the page that tells of them. */
function toLocators(given: unknown, page: PageId): readonly TaughtLocator[] | undefined {
  const { locators, refused } = parseLocators(given);
  return refused.length === 0 && locators.every((one) => one.page === page) ? locators : undefined;
}

const isHideList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= MOST_HIDDEN &&
  value.every((key) => typeof key === 'string' && NOTE_KEY.test(key));

const toPage = oneOf(Object.keys(ON_PAGE) as PageId[]);

/**
 * An observation built anew from a message of a content script, of known members and bounded texts only.
 *
 * @returns null where a member is not what it must be: such a message is refused whole
 */
export function toObservation(given: unknown): PortalObservation | null {
  if (!isRecord(given)) return null;
  const page = toPage(given['page']);
  const recognition = oneOf(RECOGNITIONS)(given['recognition']);
  if (page === undefined || recognition === undefined) return null;
  const settings = toReadings(given['settings'], page);
  const { recognised, expected, scope, zoomEmail, hide } = given;
  if (!settings || !isCount(recognised) || !isCount(expected)) return null;
  if (scope !== undefined && !(typeof scope === 'string' && SCOPE.test(scope))) return null;
  if (zoomEmail !== undefined && !isText(zoomEmail, EMAIL_LENGTH)) return null;
  if (hide !== undefined && !isHideList(hide)) return null;
  const meetings = given['meetings'] === undefined ? undefined : toMeetings(given['meetings'], page);
  if (given['meetings'] !== undefined && !meetings) return null;
  const taught = given['taught'] === undefined ? undefined : toLocators(given['taught'], page);
  if (given['taught'] !== undefined && !taught) return null;
  const dropped = given['dropped'] === undefined ? undefined : toLocators(given['dropped'], page);
  if (given['dropped'] !== undefined && !dropped) return null;
  const guide = given['guide'] === undefined ? undefined : toGuideRun(given['guide']);
  if (guide === null) return null;
  const lacks = oneOf(['script', 'taught'] as const)(given['lacks']);
  if (given['lacks'] !== undefined && lacks === undefined) return null;
  return {
    page,
    recognition,
    recognised,
    expected,
    settings,
    ...(scope === undefined ? {} : { scope }),
    ...(zoomEmail === undefined || page !== 'profile' ? {} : { zoomEmail }),
    ...(meetings === undefined ? {} : { meetings }),
    ...(hide === undefined ? {} : { hide: [...new Set(hide)] }),
    ...(taught === undefined ? {} : { taught }),
    ...(dropped === undefined ? {} : { dropped }),
    ...(guide === undefined ? {} : { guide }),
    ...(lacks === undefined ? {} : { lacks }),
  };
}

const toSetting = oneOf(Object.keys(VALUES) as SettingId[]);
const toAct = oneOf<NonNullable<DialogClue['act']>>(['lock', 'unlock', 'turn-on', 'turn-off']);
const toPart = oneOf<Touch['part']>(['control', 'lock']);

function toTouch(given: unknown): Touch | undefined {
  if (!isRecord(given)) return undefined;
  const setting = toSetting(given['setting']);
  const part = toPart(given['part']);
  if (setting === undefined || part === undefined) return undefined;
  const value = given['value'] === 'unknown' ? 'unknown' : VALUES[setting](given['value']);
  return value === undefined ? undefined : { setting, part, value };
}

function toDialog(given: unknown): GuidanceRequest['dialog'] {
  const clue = isRecord(given) ? given['clue'] : undefined;
  if (!isRecord(given) || !isRecord(clue)) return undefined;
  const setting = toSetting(clue['setting']);
  const act = toAct(clue['act']);
  const touch = given['touch'] === undefined ? undefined : toTouch(given['touch']);
  if (clue['setting'] !== undefined && setting === undefined) return undefined;
  if (clue['act'] !== undefined && act === undefined) return undefined;
  if (given['touch'] !== undefined && !touch) return undefined;
  return {
    clue: { ...(setting === undefined ? {} : { setting }), ...(act === undefined ? {} : { act }) },
    ...(touch ? { touch } : {}),
  };
}

/** The question of a content script, of a page and its settings; null for anything else. */
export function toGuidanceRequest(given: unknown): GuidanceRequest | null {
  const page = isRecord(given) ? toPage(given['page']) : undefined;
  if (!isRecord(given) || page === undefined || page === 'meetings') return null;
  const settings = toReadings(given['settings'], page);
  const unsaved = given['unsaved'] === undefined ? undefined : toReadings(given['unsaved'], page);
  const dialog = given['dialog'] === undefined ? undefined : toDialog(given['dialog']);
  if (!settings) return null;
  if ((given['unsaved'] !== undefined && !unsaved) || (given['dialog'] !== undefined && !dialog)) return null;
  return {
    page,
    settings,
    ...(unsaved === undefined ? {} : { unsaved }),
    ...(dialog === undefined ? {} : { dialog }),
  };
}
