import { randomBytes } from 'node:crypto';
import type { SimClock } from '../clock/index.ts';
import { createFaultPlan, type FaultPlan } from '../wire/faults.ts';
import { createRandom, type Random } from '../wire/random.ts';
import type {
  Consent,
  EntraApp,
  EntraFault,
  EntraPlace,
  EntraScenario,
  EntraTenant,
  EntraUser,
} from './scenario.ts';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A user as the service keeps it. Order, not time, decides what is void: two events may share a millisecond. */
export interface LiveUser extends Mutable<EntraUser> {
  /** Everything issued before this count is void. */
  validFrom: number;
  /** Everything earned by the old password before this count is void. */
  passwordFrom: number;
}

export type LiveApp = Mutable<EntraApp>;

export interface LiveTenant extends Mutable<Omit<EntraTenant, 'consents' | 'conditionalAccess'>> {
  consents: Consent[];
  conditionalAccess: EntraTenant['conditionalAccess'][number][];
}

/** Proof that a person signed in. */
export interface Proof {
  readonly oid: string;
  /** ms since the epoch */
  readonly authTime: number;
  /** Count of the service's order. */
  readonly order: number;
  readonly mfa: boolean;
}

/** What a code, a refresh token or an access token stands for. */
export interface Grant {
  readonly clientId: string;
  readonly tid: string;
  readonly proof: Proof;
  readonly scopes: readonly string[];
}

export interface LogEntry {
  readonly at: number;
  readonly what: 'sign-in' | 'code' | 'token' | 'refresh' | 'consent' | 'sign-out' | 'error';
  readonly clientId?: string;
  readonly username?: string;
  readonly code?: number;
}

export interface EntraState {
  readonly clock: SimClock;
  readonly random: Random;
  readonly scenario: EntraScenario;
  readonly users: LiveUser[];
  readonly apps: LiveApp[];
  readonly tenants: LiveTenant[];
  readonly faults: FaultPlan<EntraPlace, EntraFault>;
  readonly log: LogEntry[];
  /** The next count of the service's order. */
  readonly tick: () => number;
  /** An unguessable value, opaque to clients. */
  secret(prefix: string): string;
  note(entry: Omit<LogEntry, 'at'>): void;
}

export function createState(scenario: EntraScenario, clock: SimClock): EntraState {
  const data = structuredClone(scenario);
  const log: LogEntry[] = [];
  let order = 1;
  return {
    clock,
    random: createRandom(scenario.seed ?? 1),
    scenario,
    users: data.users.map((user) => ({ ...user, validFrom: 0, passwordFrom: 0 })),
    apps: data.apps.map((app) => ({ ...app })),
    tenants: data.tenants.map((tenant) => ({
      ...tenant,
      consents: [...tenant.consents],
      conditionalAccess: [...tenant.conditionalAccess],
    })),
    faults: createFaultPlan(scenario.faults),
    log,
    tick: () => order++,
    secret: (prefix) => `${prefix}${randomBytes(48).toString('base64url')}`,
    note: (entry) => void log.push({ at: clock.now(), ...entry }),
  };
}

export function userByName(state: EntraState, username: string): LiveUser | undefined {
  const wanted = username.trim().toLowerCase();
  return state.users.find((user) => user.username.toLowerCase() === wanted);
}

export const userById = (state: EntraState, oid: string) => state.users.find((user) => user.oid === oid);

/** The tenant an address names by id or domain; `any` for the shared endpoints, `undefined` when there is none. */
export function tenantOf(state: EntraState, segment: string): LiveTenant | 'any' | undefined {
  const wanted = segment.toLowerCase();
  if (wanted === 'common' || wanted === 'organizations') return 'any';
  return state.tenants.find(
    ({ id, domain }) => id.toLowerCase() === wanted || domain.toLowerCase() === wanted,
  );
}

/** Whether what this proof earned still counts (microsoft.md C.4, column of public clients). */
export function proofStands(user: LiveUser, proof: Proof): boolean {
  return proof.order > user.validFrom && proof.order > user.passwordFrom;
}
