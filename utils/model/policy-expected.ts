import type { OwnExpectation } from './policy.ts';
import type { Judge } from './policy-judges.ts';
import { among, list, object, text } from './policy-judges.ts';
import type { Permission, SettingId } from './settings.ts';

const SWITCH = ['on', 'off'] as const;
const SERVICES = ['google', 'exchange', 'office365'] as const;
const PERMISSIONS: readonly Permission[] = [
  'calendar-read',
  'calendar-write',
  'contacts-read',
  'contacts-write',
];

/** What an organisation may want of each setting; of a person's own connection, nothing but its state. */
const VALUES: Readonly<Record<Exclude<SettingId, 'permissions'>, readonly string[]>> = {
  'third-party-integration': SWITCH,
  'default-service': ['none', ...SERVICES],
  'authorize-with': ['graph', 'ews'],
  'setup-method': ['oauth', 'application-permissions'],
  'account-wide-consent': SWITCH,
  'enforce-oauth': SWITCH,
  'sso-prompt': ['off', 'first-sign-in', 'every-sign-in'],
  'domain-restriction': SWITCH,
  'two-way-sync': SWITCH,
  'reconnect-reminders': SWITCH,
  'profile-connection': ['not-connected', 'connected', 'needs-attention'],
};

const SENTENCE = 300;

export const isSetting = (id: string): id is SettingId => id === 'permissions' || Object.hasOwn(VALUES, id);

/** What the organisation expects of one setting, and why. */
export function expectation(id: string): Judge<OwnExpectation> {
  const allowed = Object.hasOwn(VALUES, id) ? VALUES[id as keyof typeof VALUES] : [];
  const expected: Judge<string | readonly string[]> =
    id === 'permissions' ? whole(list(PERMISSIONS.length, among(PERMISSIONS))) : among(allowed);
  return object<OwnExpectation>({ expected, reason: text(SENTENCE), contact: text(SENTENCE) }, ['expected']);
}

/** All of a list or nothing: three boxes of four are another expectation, not most of it. */
function whole<Value>(judge: Judge<Value>): Judge<Value> {
  return (given, at, refuse) => {
    let good = true;
    const value = judge(given, at, (field, reason) => {
      good = false;
      return refuse(field, reason);
    });
    return good ? value : undefined;
  };
}
