import type { ErrorInfo } from '../core/errors.ts';

/** One part of a reading of Entra: read, or why it could not be. "Nothing there" is a value, never a refusal. */
export type Part<Value> = { readonly value: Value } | { readonly unread: ErrorInfo };

export type PermissionKind = 'application' | 'delegated';
/** The service a permission opens; `other`: none that carries calendars. */
export type PermissionResource = 'graph' | 'exchange' | 'other';

/** One permission an enterprise app holds. Of the people behind it only their number is kept. */
export interface HeldPermission {
  readonly kind: PermissionKind;
  readonly resource: PermissionResource;
  /** What Entra calls the service, for one we do not know. */
  readonly resourceName?: string;
  /** As Microsoft spells it; absent when its id is in no list. */
  readonly name?: string;
  /** Id of an application role, where it has no name we know. */
  readonly id?: string;
  /** Delegated: an admin consented for everybody. */
  readonly everybody?: boolean;
  /** Delegated: how many people consented for themselves. */
  readonly people?: number;
}

/** Why an app is taken for one of Zoom's; a name alone never is enough. */
export type FoundBy = 'known-id' | 'publisher' | 'chosen' | 'policy';

export interface EntraApp {
  readonly appId: string;
  /** Object id of the service principal: what Entra's own pages are addressed by. */
  readonly objectId: string;
  readonly name: string;
  /** Name of the verified publisher; `null`: none is verified. */
  readonly publisher: string | null;
  readonly foundBy: FoundBy;
  readonly enabled: boolean;
  readonly assignmentRequired: boolean;
  readonly application: Part<readonly HeldPermission[]>;
  readonly delegated: Part<readonly HeldPermission[]>;
  /** More grants than were read: the numbers of people are "at least". */
  readonly more?: true;
}

/** An app whose name begins like Zoom's and that nothing else ties to Zoom: named, never trusted. */
export interface LookAlike {
  readonly appId: string;
  readonly objectId: string;
  readonly name: string;
  /** A verified publisher that is not Zoom; `null`: nobody vouches for it. */
  readonly publisher: string | null;
}

export interface EntraAppsFact {
  readonly tenantId: string;
  readonly found: Part<{
    readonly apps: readonly EntraApp[];
    readonly lookAlikes: readonly LookAlike[];
    /** App ids looked for by id that this tenant does not have. */
    readonly absent: readonly string[];
  }>;
}

/**
 * Who may consent to an app: nobody but admins · Microsoft's managed policy, which keeps every `Calendars.*` back ·
 * people, for what is theirs · a policy of the organisation's own, which we do not interpret.
 */
export type UserConsent = 'nobody' | 'managed' | 'people' | 'custom';

export type EntraConsentFact = Part<{
  readonly userConsent: UserConsent;
  /** Ids of the policies assigned, as Entra spells them. */
  readonly policies: readonly string[];
}>;

/** How an app came in: a person at a window, a person's grant renewed behind it, or the app by itself. */
export const USE_KINDS = ['interactive', 'renewal', 'application'] as const;
export type UseKind = (typeof USE_KINDS)[number];

/** The newest sign-ins of one kind; times in ms since the epoch, nobody's name. */
export interface UseOfKind {
  readonly kind: UseKind;
  readonly lastSuccess: number | null;
  /** The newest refusal that no success followed. */
  readonly lastRefusal: { readonly at: number; readonly code: number } | null;
}

/** `not-licensed`: the tenant has no Entra ID P1 or P2, which Microsoft asks for to read sign-ins. */
export type AppUse = Part<readonly UseOfKind[]> | 'not-licensed';

export interface EntraUseFact {
  /** ms; how far back was looked */
  readonly span: number;
  readonly apps: readonly { readonly appId: string; readonly use: AppUse }[];
}

export const AUDIT_STEPS = ['approval', 'apps', 'grants', 'consent', 'sign-ins'] as const;
export type AuditStep = (typeof AUDIT_STEPS)[number];

/** Where a reading of Entra stands, or what ended the last one. */
export type EntraRunFact =
  | {
      readonly state: 'running';
      readonly step: AuditStep;
      readonly done?: number;
      readonly of?: number;
      /** Last sign-ins are read as well. */
      readonly signIns?: true;
    }
  | { readonly state: 'ended' }
  | { readonly state: 'refused'; readonly error: ErrorInfo };

/** Apps an admin named as Zoom's, by id. */
export interface EntraChoiceFact {
  readonly appIds: readonly string[];
}

/** Whether the part was read. */
export function isRead<Value>(part: Part<Value>): part is { readonly value: Value } {
  return 'value' in part;
}
