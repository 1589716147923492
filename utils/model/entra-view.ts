import type { EntraApp, HeldPermission, UserConsent } from './entra.ts';
import type { Message } from './words.ts';

/** Worst first; `unknown` is a person's to decide. */
export const VERDICTS = ['excess', 'missing', 'unknown', 'expected'] as const;
export type PermissionVerdict = (typeof VERDICTS)[number];

/** One permission against what the app needs. */
export interface JudgedPermission {
  readonly verdict: PermissionVerdict;
  /** For a missing one: what should be held. */
  readonly held: HeldPermission;
  readonly why: Message;
  /** It goes through EWS and ends with it. */
  readonly ews?: true;
}

/** Against what an app is held: a built-in list with its version and day, or the organisation's own. */
export type ExpectationList =
  | { readonly kind: 'personal' | 'rooms' | 'other'; readonly version: number; readonly of: string }
  | { readonly kind: 'policy' };

/** One app with its verdicts, worst first. */
export interface JudgedApp {
  readonly app: EntraApp;
  readonly list: ExpectationList;
  readonly permissions: readonly JudgedPermission[];
  readonly counts: Readonly<Record<PermissionVerdict, number>>;
  /** Holds nothing in Entra that opens a calendar: Exchange RBAC may, which Graph cannot show (microsoft.md E.5). */
  readonly maybeScoped: boolean;
  /** Entra's page of its permissions. */
  readonly href: string;
}

/** Both sides of consent as a page shows them, and what comes of it. */
export interface ConsentView {
  readonly tone: 'good' | 'ask' | 'none';
  readonly verdict: Message;
  /** Why, or what to look at. */
  readonly text: Message;
  /** The one change, where there is one, and where it is made. */
  readonly change: { readonly text: Message; readonly href?: string } | null;
}

/** EWS as far as this tenant is known. */
export interface EwsView {
  /** Days until it ends for all; `null`: it has. */
  readonly daysLeft: number | null;
  /** ms since the epoch */
  readonly begins: number;
  readonly ends: number;
  /** What the portal last said, while that is good; `null`: not known. */
  readonly portal: 'ews' | 'graph' | null;
  /** EWS permissions of Zoom's apps by name; `null`: not read. */
  readonly held: readonly string[] | null;
  /** The command that asks Exchange what Graph cannot tell. */
  readonly command: string;
}

/** A person's own answers, where Entra was not read. */
export interface ConsentAnswers {
  readonly method: 'oauth' | 'application-permissions' | 'unknown';
  readonly userConsent: UserConsent | 'unknown';
}

/** Everything the workbench shows of Entra. */
export interface EntraView {
  readonly apps: readonly JudgedApp[];
  readonly method: 'oauth' | 'application-permissions' | 'unknown';
  readonly consent: ConsentView;
  readonly ews: EwsView;
}
