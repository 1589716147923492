import type { FaultRule } from '../wire/faults.ts';

/** A person in a tenant. Times in ms since the epoch. */
export interface EntraUser {
  /** User principal name, also the sign-in name. */
  readonly username: string;
  readonly password: string;
  readonly oid: string;
  readonly tid: string;
  readonly displayName?: string;
  /** Primary address; the user principal name when absent. */
  readonly mail?: string;
  readonly sessionsValidFrom: number;
  readonly passwordChangedAt: number;
  /** Directory roles by display name, e.g. `Global Administrator`, `Reports Reader`. */
  readonly roles: readonly string[];
  /** Has an Exchange Online mailbox. */
  readonly mailbox: boolean;
  readonly disabled?: boolean;
  readonly passwordExpired?: boolean;
  /** `required`: a second step at sign-in; `enroll`: it must first be set up, which the simulator cannot do. */
  readonly mfa?: 'none' | 'required' | 'enroll';
}

/** An app registration. */
export interface EntraApp {
  readonly clientId: string;
  readonly displayName: string;
  readonly redirectUris: readonly string[];
  readonly platform: 'spa' | 'web';
  readonly homeTenant: string;
  readonly multitenant: boolean;
  readonly verifiedPublisher: boolean;
  readonly disabled?: boolean;
  /** When present, only these people (oid) may use the app. */
  readonly assignedOnly?: readonly string[];
  /** Web platform only. */
  readonly secret?: string;
  /** Sends the opaque `login_hint` claim in id tokens. */
  readonly loginHintClaim?: boolean;
}

/** `allow`: people consent to what is theirs to give · `managed`: `microsoft-user-default-recommended` · `none`: admins only. */
export type ConsentPolicy = 'allow' | 'managed' | 'none';

/** A rule that stops sign-ins with a code of the AADSTS family, e.g. 53003. */
export interface ConditionalAccessRule {
  readonly code: number;
  readonly usernames?: readonly string[];
  readonly clientIds?: readonly string[];
}

export interface Consent {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Whose consent; absent = admin consent for everybody in the tenant. */
  readonly oid?: string;
}

export interface EntraTenant {
  readonly id: string;
  readonly domain: string;
  readonly displayName: string;
  readonly consentPolicy: ConsentPolicy;
  readonly consents: readonly Consent[];
  readonly conditionalAccess: readonly ConditionalAccessRule[];
  /** Premium licence: sign-in reports over Graph. */
  readonly premium: boolean;
  /** Open question (microsoft.md I): whether a mere password change moves the sessions date. Off when absent. */
  readonly passwordChangeMovesSessions?: boolean;
  /** `prompt=none` first shows a small page that reloads by script, as Entra may. */
  readonly scriptHop?: boolean;
}

/** Faults at the sign-in service: an AADSTS code, a bare status, or a cut connection. */
export type EntraFault =
  | { readonly code: number }
  | { readonly status: 429 | 500 | 503; readonly retryAfter?: number }
  | { readonly drop: true };

export type EntraPlace = 'authorize' | 'token';

export interface EntraScenario {
  readonly tenants: readonly EntraTenant[];
  readonly users: readonly EntraUser[];
  readonly apps: readonly EntraApp[];
  readonly faults?: readonly FaultRule<EntraPlace, EntraFault>[];
  /** Life of an access token in minutes; drawn from 60 to 90 when absent, as Entra does. */
  readonly accessTokenMinutes?: number;
  /** The sign-in page tells names and passwords, so that a tester can go on without a manual. */
  readonly listPeople?: boolean;
  readonly seed?: number;
}
