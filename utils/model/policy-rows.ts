import type { ConfigSource, ConnectionConfig } from './messages.ts';
import type { Policy, PolicyReading, RefusedField } from './policy.ts';
import { POLICY_FIELDS } from './policy-reading.ts';
import type { PolicySince } from './policy-since.ts';

/** One row of the view: what applies, where it comes from, since when, and what was refused of it. */
export interface PolicyRow {
  readonly field: keyof Policy;
  /** As written, in no language; empty: what is built in. */
  readonly value: readonly string[];
  readonly source: ConfigSource;
  /** ms since the epoch; `null`: not by policy, or not yet noted */
  readonly since: number | null;
  readonly refused: readonly RefusedField[];
}

export interface InForce {
  readonly reading: PolicyReading;
  readonly since: PolicySince;
  readonly connection: ConnectionConfig;
  /** The person lets us notify. */
  readonly notifications: boolean;
  /** Rule books the person chose. */
  readonly baselines: readonly string[];
}

const pairs = (of: object): string[] =>
  Object.entries(of).map(
    ([key, value]) => `${key}=${Array.isArray(value) ? value.join('+') : String(value)}`,
  );

/** The parts of a value, one a line. */
const LINES: {
  readonly [Field in keyof Policy]-?: (value: NonNullable<Policy[Field]>) => readonly string[];
} = {
  clientId: (value) => [value],
  tenant: (value) => [value],
  cloud: (value) => [value],
  notifications: (value) => [String(value)],
  contact: ({ text, href }) => (href === undefined ? [text] : [text, href]),
  portalHosts: (value) => value,
  baselines: (value) => value,
  ownBaseline: (value) =>
    pairs(Object.fromEntries(Object.entries(value).map(([id, { expected }]) => [id, expected]))),
  checks: (value) => Object.entries(value).map(([id, rule]) => `${id}: ${pairs(rule).join(' ')}`),
  labels: (value) => Object.entries(value).flatMap(([id, texts]) => texts.map((text) => `${id}: ${text}`)),
  locators: (value) => value.map(({ page, setting }) => `${page}: ${setting}`),
  entraApps: (value) => value.map(({ appId, permissions }) => `${appId}: ${permissions.join(' ')}`),
};

function linesOf<Field extends keyof Policy>(field: Field, value: Policy[Field]): readonly string[] {
  const write = LINES[field] as (held: NonNullable<Policy[Field]>) => readonly string[];
  return value === undefined ? [] : write(value);
}

/** What applies where the policy says nothing. */
function ownValue(
  field: keyof Policy,
  { connection, notifications, baselines }: InForce,
): [string[], ConfigSource] {
  switch (field) {
    case 'clientId':
      return [connection.clientId === null ? [] : [connection.clientId], connection.source.clientId];
    case 'tenant':
      return [[connection.tenant], connection.source.tenant];
    case 'cloud':
      return [[connection.cloud], connection.source.cloud ?? 'default'];
    case 'notifications':
      return [[String(notifications)], notifications ? 'options' : 'default'];
    case 'baselines':
      return [[...baselines], baselines.length > 0 ? 'options' : 'default'];
    default:
      return [[], 'default'];
  }
}

const isOf = (field: string, of: string) =>
  field === of || field.startsWith(`${of}.`) || field.startsWith(`${of}[`);

/** The policy in force, one row a field; and what was refused outside every field. */
export function policyRows(inForce: InForce): {
  readonly rows: readonly PolicyRow[];
  readonly strange: readonly RefusedField[];
} {
  const { reading, since } = inForce;
  const rows = POLICY_FIELDS.map((field) => {
    const refused = reading.refused.filter((one) => isOf(one.field, field));
    const held = reading.policy[field];
    const [own, source] = ownValue(field, inForce);
    // A policy may allow notifications; only the person turns them on.
    const byPolicy =
      held !== undefined && !(field === 'notifications' && held === true && !inForce.notifications);
    return byPolicy
      ? {
          field,
          value: linesOf(field, held),
          source: 'policy' as const,
          since: since[field]?.at ?? null,
          refused,
        }
      : { field, value: own, source, since: null, refused };
  });
  const strange = reading.refused.filter((one) => !POLICY_FIELDS.some((field) => isOf(one.field, field)));
  return { rows, strange };
}
