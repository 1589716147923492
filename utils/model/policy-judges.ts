import { isRecord } from '../core/is-record.ts';
import type { RefusedField } from './policy.ts';

export type Refuse = (field: string, reason: RefusedField['reason']) => undefined;
/** A copy of the good part of a value; undefined when nothing of it is good. Each bad part is refused by its place. */
export type Judge<Value> = (given: unknown, at: string, refuse: Refuse) => Value | undefined;

/** Longest piece of somebody's key kept in the place of a refusal. */
const KEY_LENGTH = 60;

/** Place of a member, e.g. `checks.sso-prompt-off`. */
export const within = (at: string, key: string): string => `${at}.${key.slice(0, KEY_LENGTH)}`;

/** One line of text that fits; spaces round it do not count. */
export function text(longest: number, fits: (value: string) => boolean = () => true): Judge<string> {
  return (given, at, refuse) => {
    if (typeof given !== 'string') return refuse(at, 'wrong-type');
    const value = given.trim();
    if (value.length > longest) return refuse(at, 'too-long');
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    if (value === '' || /[\u0000-\u001F\u007F]/.test(value) || !fits(value)) return refuse(at, 'wrong-value');
    return value;
  };
}

/** One of the values allowed, spelled exactly so. */
export function among<Value extends string>(allowed: readonly Value[]): Judge<Value> {
  return (given, at, refuse) => {
    if (typeof given !== 'string') return refuse(at, 'wrong-type');
    return allowed.find((one) => one === given) ?? refuse(at, 'wrong-value');
  };
}

export const flag: Judge<boolean> = (given, at, refuse) =>
  typeof given === 'boolean' ? given : refuse(at, 'wrong-type');

/** A list, each part judged alone; the same part twice counts once. */
export function list<Value>(most: number, judge: Judge<Value>): Judge<readonly Value[]> {
  return (given, at, refuse) => {
    if (!Array.isArray(given)) return refuse(at, 'wrong-type');
    if (given.length > most) return refuse(at, 'too-long');
    const kept = given
      .map((one: unknown, index) => judge(one, `${at}[${index}]`, refuse))
      .filter((one) => one !== undefined);
    const unique = new Map(kept.map((one) => [JSON.stringify(one), one]));
    return kept.length === 0 && given.length > 0 ? undefined : [...unique.values()];
  };
}

/** An object whose keys are data, each entry judged alone; a key nobody knows is refused by name. */
export function map<Value>(
  most: number,
  knows: (key: string) => boolean,
  judge: (key: string) => Judge<Value>,
): Judge<Readonly<Record<string, Value>>> {
  return (given, at, refuse) => {
    if (!isRecord(given)) return refuse(at, 'wrong-type');
    const entries = Object.entries(given);
    if (entries.length > most) return refuse(at, 'too-long');
    const kept = entries.flatMap(([key, value]) => {
      if (!knows(key)) refuse(within(at, key), 'unknown-field');
      const good = knows(key) ? judge(key)(value, within(at, key), refuse) : undefined;
      return good === undefined ? [] : [[key, good] as const];
    });
    return kept.length === 0 && entries.length > 0 ? undefined : Object.fromEntries(kept);
  };
}

type Members<Value> = { readonly [Name in keyof Value]-?: Judge<NonNullable<Value[Name]>> };

/** An object of known members. One that is needed and not good refuses the whole; any other is only left out. */
export function object<Value extends object>(
  members: Members<Value>,
  needed: readonly (keyof Value & string)[] = [],
): Judge<Value> {
  return (given, at, refuse) => {
    if (!isRecord(given)) return refuse(at, 'wrong-type');
    for (const key of Object.keys(given))
      if (!Object.hasOwn(members, key)) refuse(within(at, key), 'unknown-field');
    const kept: Record<string, unknown> = {};
    for (const name of Object.keys(members) as (keyof Value & string)[]) {
      const value = given[name];
      if (value === undefined) {
        if (needed.includes(name)) refuse(within(at, name), 'wrong-type');
        continue;
      }
      const good = members[name](value, within(at, name), refuse);
      if (good !== undefined) kept[name] = good;
    }
    const whole = needed.every((name) => Object.hasOwn(kept, name)) && Object.keys(kept).length > 0;
    return whole ? (kept as Value) : undefined;
  };
}

/** Longest text read as JSON: every list at its limit is below it. */
const LONGEST_JSON = 200_000;

/**
 * A part given as it is, or as one line of JSON. Chromium drops a whole field for one part of a wrong type, and tells nobody
 * (seen in 156, 2026-11-23); inside a text it looks at nothing, so that every part is judged here.
 */
export function orJson<Value>(judge: Judge<Value>): Judge<Value> {
  return (given, at, refuse) => {
    if (typeof given !== 'string') return judge(given, at, refuse);
    if (given.length > LONGEST_JSON) return refuse(at, 'too-long');
    let value: unknown;
    try {
      value = JSON.parse(given);
    } catch {
      return refuse(at, 'not-json');
    }
    return judge(value, at, refuse);
  };
}
