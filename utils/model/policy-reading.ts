import { isRecord } from '../core/is-record.ts';
import { CLOUD_IDS } from './clouds.ts';
import { isClientId, isTenant } from './connection.ts';
import type { Impact } from './findings.ts';
import type {
  AppExpectation,
  CheckRule,
  Policy,
  PolicyReading,
  RefusedField,
  TaughtLocator,
} from './policy.ts';
import { BASELINE_PROFILES } from './policy.ts';
import { expectation, isSetting } from './policy-expected.ts';
import type { Judge } from './policy-judges.ts';
import { among, flag, list, map, object, orJson, text, within } from './policy-judges.ts';
import { extraHostOf, isExactHost } from './portal-hosts.ts';
import { parseLocators } from './taught.ts';

const IMPACTS: readonly Impact[] = ['critical', 'serious', 'moderate', 'minor'];
const MOST_HOSTS = 20;
const MOST_CHECKS = 200;
const MOST_SETTINGS = 30;
const MOST_LABELS = 20;
const MOST_APPS = 30;
const MOST_PERMISSIONS = 100;
const LABEL = 200;
const SENTENCE = 300;

/** As check ids are spelled; whether there is such a check is asked apart. */
const CHECK_ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
/** As Graph and Exchange spell permissions: `Calendars.ReadWrite`, `full_access_as_app`. */
const PERMISSION = /^[A-Za-z][\w.-]{1,99}$/;

function isAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username } = new URL(value);
  return protocol === 'mailto:' || (protocol === 'https:' && username === '');
}

/** One exact name of the portal's, beyond those under zoom.us. */
const isFurtherHost = (value: string) =>
  isExactHost(value.toLowerCase()) && extraHostOf(value.toLowerCase()) !== null;

/** A label of signs alone would be found in every empty place. */
const isWord = (value: string) => /[\p{L}\p{N}]/u.test(value);

const lower =
  (judge: Judge<string>): Judge<string> =>
  (given, at, refuse) =>
    judge(given, at, refuse)?.toLowerCase();

const locators: Judge<readonly TaughtLocator[]> = (given, at, refuse) => {
  const read = parseLocators(given, at);
  for (const { field, reason } of read.refused) refuse(field, reason);
  return read.locators.length === 0 && read.refused.length > 0 ? undefined : read.locators;
};

/** The names of the checks there are; without them any name of the right form counts. */
type Known = readonly string[] | undefined;

type Fields = { readonly [Name in keyof Policy]-?: Judge<NonNullable<Policy[Name]>> };

const fields = (checks: Known): Fields => ({
  clientId: lower(text(100, isClientId)),
  tenant: lower(text(260, (value) => isTenant(value.toLowerCase()))),
  cloud: among(CLOUD_IDS),
  notifications: flag,
  contact: orJson(object({ text: text(SENTENCE), href: text(500, isAddress) }, ['text'])),
  portalHosts: orJson(list(MOST_HOSTS, lower(text(253, isFurtherHost)))),
  baselines: orJson(list(BASELINE_PROFILES.length, among(BASELINE_PROFILES))),
  ownBaseline: orJson(map(MOST_SETTINGS, isSetting, expectation)),
  checks: orJson(
    map<CheckRule>(
      MOST_CHECKS,
      (id) => CHECK_ID.test(id) && (checks === undefined || checks.includes(id)),
      () => object<CheckRule>({ show: flag, impact: among(IMPACTS) }),
    ),
  ),
  labels: orJson(map(MOST_SETTINGS, isSetting, () => list(MOST_LABELS, text(LABEL, isWord)))),
  locators: orJson(locators),
  entraApps: orJson(
    list(
      MOST_APPS,
      object<AppExpectation>(
        {
          appId: lower(text(36, isClientId)),
          permissions: list(
            MOST_PERMISSIONS,
            text(100, (value) => PERMISSION.test(value)),
          ),
        },
        ['appId', 'permissions'],
      ),
    ),
  ),
});

/** Every field a managed policy may hold, in the order it is shown. */
export const POLICY_FIELDS = Object.keys(fields(undefined)) as readonly (keyof Policy)[];

/** Refusals told; a policy of nothing but mistakes is told as such long before. */
const MOST_REFUSED = 100;

/**
 * What a managed policy holds, every field and every part of a list or map judged alone: a bad one is left out and named by its
 * place, and never blocks the rest. An empty text counts as a field that is not set: templates leave such behind.
 *
 * @param given whatever the browser gave: it is not trusted to have looked at a schema (Firefox does not)
 * @param checks ids of the checks there are; a rule for any other is refused
 */
export function readPolicy(given: unknown, checks?: readonly string[]): PolicyReading {
  if (given === undefined || given === null) return { policy: {}, refused: [] };
  if (!isRecord(given)) return { policy: {}, refused: [{ field: 'policy', reason: 'wrong-type' }] };
  const refused: RefusedField[] = [];
  const refuse = (field: string, reason: RefusedField['reason']) => {
    if (refused.length < MOST_REFUSED) refused.push({ field, reason });
    return undefined;
  };
  const judges = fields(checks);
  const policy = Object.fromEntries(
    POLICY_FIELDS.flatMap((name) => {
      const value = given[name];
      if (!Object.hasOwn(given, name) || value === undefined || value === '') return [];
      const good = judges[name](value, name, refuse);
      return good === undefined ? [] : [[name, good]];
    }),
  ) as Policy;
  for (const name of Object.keys(given))
    if (!Object.hasOwn(judges, name)) refuse(within('', name).slice(1), 'unknown-field');
  return { policy, refused };
}
