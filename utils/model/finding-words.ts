import type { Finding } from './findings.ts';
import { SETTING_NAMES } from './setting-names.ts';
import type { Level } from './settings.ts';
import type { Message } from './words.ts';

const LEVELS: Readonly<Record<Level, Message>> = {
  account: { key: 'workbench_level_account' },
  group: { key: 'workbench_level_group' },
  user: { key: 'workbench_level_user' },
  profile: { key: 'workbench_level_profile' },
};

/** Where a finding was found: at a level of the portal, or in Entra. */
export const placeWords = ({ level, place }: Pick<Finding, 'level' | 'place'>): Message =>
  place === 'entra' ? { key: 'report_place_entra' } : LEVELS[level];

/** Checks that no setting carries, by what they look at. */
const NAMES: Readonly<Record<string, Message>> = {
  'will-it-hold': { key: 'report_check_will_it_hold' },
  'same-person': { key: 'report_check_same_person' },
  'meeting-drift': { key: 'report_check_meeting_drift' },
  'meeting-limits': { key: 'report_check_meeting_limits' },
  'meeting-two-links': { key: 'report_check_meeting_two_links' },
  'consent-match': { key: 'report_check_consent_match' },
  'ews-countdown': { key: 'report_check_ews_countdown' },
  'entra-app-excess': { key: 'report_check_entra_excess' },
  'entra-app-missing': { key: 'report_check_entra_missing' },
  'entra-app-unknown': { key: 'report_check_entra_unknown' },
  'entra-look-alike': { key: 'report_check_entra_look_alike' },
  'entra-last-use': { key: 'report_check_entra_last_use' },
};

/** What a check looks at beside a setting that others look at as well. */
const ASPECTS: Readonly<Record<string, Message>> = {
  'ews-retirement': { key: 'report_aspect_ews' },
  'calendar-write': { key: 'report_aspect_write' },
  'contacts-asked': { key: 'report_aspect_contacts' },
  'admin-approval': { key: 'report_aspect_approval' },
  'oauth-lifetime': { key: 'report_aspect_lifetime' },
  'application-permissions': { key: 'report_aspect_one_consent' },
  'sso-prompt-once': { key: 'report_aspect_asks_again' },
  'sso-prompt-off': { key: 'report_aspect_asks' },
};

const aspectOf = (check: string): Message | undefined =>
  check.endsWith('-baseline') ? { key: 'report_aspect_book' } : ASPECTS[check];

/** What a check looks at, in a few words that no other check has; `null` for one nobody has named. */
export function checkName({ check, setting }: Pick<Finding, 'check' | 'setting'>): Message | null {
  if (!setting) return NAMES[check] ?? null;
  const aspect = aspectOf(check);
  const name = SETTING_NAMES[setting];
  return aspect ? { key: 'report_check_of', params: { setting: name, aspect } } : name;
}
