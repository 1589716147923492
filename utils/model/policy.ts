import type { CloudId } from './clouds.ts';
import type { Impact } from './findings.ts';
import type { SettingId, TaughtLocator } from './settings.ts';

export type { TaughtLocator };

/** Rule books an organisation may follow; none is right for everyone (needs.md 6.3). */
export const BASELINE_PROFILES = ['zoom-field-guide', 'cis-zoom'] as const;
export type BaselineProfile = (typeof BASELINE_PROFILES)[number];

export const isBaselineProfile = (name: unknown): name is BaselineProfile =>
  (BASELINE_PROFILES as readonly unknown[]).includes(name);

/** What the organisation itself wants a setting to be, and whom to ask. */
export interface OwnExpectation {
  readonly expected: string | readonly string[];
  readonly reason?: string;
  readonly contact?: string;
}
export type OwnBaseline = { readonly [Id in SettingId]?: OwnExpectation };

/** A check shown or not, and how grave it is to this organisation. */
export interface CheckRule {
  readonly show?: boolean;
  readonly impact?: Impact;
}

/** What an organisation expects an enterprise app of Zoom's to hold in Entra, instead of the built-in list. */
export interface AppExpectation {
  readonly appId: string;
  readonly permissions: readonly string[];
}

/** Managed policy after every field was checked: a bad one is absent here and named in `PolicyReading`. */
export interface Policy {
  readonly clientId?: string;
  readonly tenant?: string;
  readonly cloud?: CloudId;
  readonly notifications?: boolean;
  /** Whom people should ask, as plain text, and an https or mailto address of theirs. */
  readonly contact?: { readonly text: string; readonly href?: string };
  /** Further hosts the portal is served from: exact names, under zoomgov.com or behind Defender's `.mcas.ms`. */
  readonly portalHosts?: readonly string[];
  readonly baselines?: readonly BaselineProfile[];
  readonly ownBaseline?: OwnBaseline;
  readonly checks?: { readonly [check: string]: CheckRule };
  readonly labels?: { readonly [Id in SettingId]?: readonly string[] };
  readonly locators?: readonly TaughtLocator[];
  readonly entraApps?: readonly AppExpectation[];
}

/** One field of the policy, or one part of it, that was refused; it never blocks the rest. */
export interface RefusedField {
  /** e.g. `locators[2].page` */
  readonly field: string;
  readonly reason: 'wrong-type' | 'wrong-value' | 'unknown-field' | 'too-long' | 'not-json';
}

export interface PolicyReading {
  readonly policy: Policy;
  readonly refused: readonly RefusedField[];
}

/** The part of policy and preferences that the page's notes are drawn by. */
export interface PageRules
  extends Pick<Policy, 'baselines' | 'ownBaseline' | 'checks' | 'labels' | 'locators' | 'contact'> {}
