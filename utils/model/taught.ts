import { isRecord } from '../core/is-record.ts';
import type { RefusedField, TaughtLocator } from './policy.ts';
import { type PageId, SETTINGS_ON, type SettingId } from './settings.ts';

/** Settings that can be pointed at, by page: controls only, so not the person's own connection. */
export const TEACHABLE: Readonly<Record<PageId, readonly SettingId[]>> = { ...SETTINGS_ON, profile: [] };
const PAGES = Object.keys(TEACHABLE) as PageId[];

/** Every page taught in three tab layouts is far below this. */
export const MOST_LOCATORS = 100;
const MOST_STEPS = 12;
const LONGEST_STEP = 200;

const FINGERPRINT = /^[0-9a-z]{1,14}$/;
/** `button[switch].zoom-switch`: tag, role, classes. */
const STEP = /^[a-z][a-z0-9-]*(?:\[[a-z]+\])?(?:\.[A-Za-z_][\w-]*)*$/;

type Reason = RefusedField['reason'];
/** Why a value is refused; null for a good one. */
type Judge = (value: unknown) => Reason | null;

const among =
  (allowed: readonly string[]): Judge =>
  (value) =>
    typeof value !== 'string' ? 'wrong-type' : allowed.includes(value) ? null : 'wrong-value';

const fingerprint: Judge = (value) => {
  if (typeof value !== 'string') return 'wrong-type';
  return FINGERPRINT.test(value) ? null : 'wrong-value';
};

const path: Judge = (value) => {
  if (!Array.isArray(value)) return 'wrong-type';
  if (value.length === 0) return 'wrong-value';
  if (value.length > MOST_STEPS) return 'too-long';
  for (const step of value as readonly unknown[]) {
    if (typeof step !== 'string') return 'wrong-type';
    if (step.length > LONGEST_STEP) return 'too-long';
    if (!STEP.test(step)) return 'wrong-value';
  }
  return null;
};

const moment: Judge = (value) => {
  if (typeof value !== 'number') return 'wrong-type';
  return Number.isInteger(value) && value >= 0 && value <= 8.64e15 ? null : 'wrong-value';
};

const FIELDS: Readonly<Record<keyof TaughtLocator, Judge>> = {
  setting: among([...new Set(Object.values(TEACHABLE).flat())]),
  page: among(PAGES.filter((page) => TEACHABLE[page].length > 0)),
  path,
  words: fingerprint,
  shape: fingerprint,
  tab: fingerprint,
  taughtAt: moment,
};
const NAMES = Object.keys(FIELDS) as (keyof TaughtLocator)[];

/** One locator built anew of known members; what is wrong with it is added to `refused`. */
function toLocator(given: unknown, at: string, refused: RefusedField[]): TaughtLocator | null {
  const before = refused.length;
  if (!isRecord(given)) {
    refused.push({ field: at, reason: 'wrong-type' });
    return null;
  }
  for (const name of NAMES) {
    const reason = FIELDS[name](given[name]);
    if (reason) refused.push({ field: `${at}.${name}`, reason });
  }
  for (const name of Object.keys(given)) {
    // A member of a later version may narrow where the locator fits: without it, it would fit where it must not.
    if (!Object.hasOwn(FIELDS, name))
      refused.push({ field: `${at}.${name.slice(0, 40)}`, reason: 'unknown-field' });
  }
  if (refused.length > before) return null;
  const locator = Object.fromEntries(NAMES.map((name) => [name, given[name]])) as unknown as TaughtLocator;
  if (TEACHABLE[locator.page].includes(locator.setting)) return { ...locator, path: [...locator.path] };
  refused.push({ field: `${at}.setting`, reason: 'wrong-value' });
  return null;
}

/**
 * Taught locators out of a policy, an import or a message. A bad one is left out whole and every bad field of it is named, by
 * its place: `locators[2].page`.
 *
 * @param field name of the list in what is told
 */
export function parseLocators(
  given: unknown,
  field = 'locators',
): { readonly locators: readonly TaughtLocator[]; readonly refused: readonly RefusedField[] } {
  if (!Array.isArray(given)) return { locators: [], refused: [{ field, reason: 'wrong-type' }] };
  if (given.length > MOST_LOCATORS) return { locators: [], refused: [{ field, reason: 'too-long' }] };
  const refused: RefusedField[] = [];
  const locators = given.flatMap((one, at) => toLocator(one, `${field}[${at}]`, refused) ?? []);
  return { locators, refused };
}

/** Whether two locators say where the same setting stands on the same page: the later one takes the other's place. */
export const isSamePlace = (a: TaughtLocator, b: TaughtLocator): boolean =>
  a.setting === b.setting && a.page === b.page && a.tab === b.tab;
