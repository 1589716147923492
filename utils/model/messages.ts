import type { ErrorInfo } from '../core/errors.ts';
import type { CloudId } from './clouds.ts';
import type { Consequence } from './findings.ts';
import type { GuideRun } from './guide.ts';
import type { DialogClue, SettingNotes, Touch } from './notes.ts';
import type { BaselineProfile, PageRules } from './policy.ts';
import type { PageId, PortalSnapshot, SeenMeeting, SettingReading, TaughtLocator } from './settings.ts';

/** What a content script tells of the page it stands on: data only, no element, and of the address no more than its scope. */
export interface PortalObservation extends Pick<PortalSnapshot, 'recognition' | 'recognised' | 'expected'> {
  readonly page: PageId;
  /** Host, and group where the page is one's: what is seen here says nothing of another scope. */
  readonly scope?: string;
  readonly settings: readonly SettingReading[];
  /** Sign-in address shown on the profile page. */
  readonly zoomEmail?: string;
  /** Rows of the page of upcoming meetings that was open; on that page alone. */
  readonly meetings?: readonly SeenMeeting[];
  /** Note keys the person has just hidden. */
  readonly hide?: readonly string[];
  /** Controls the person has just pointed out on this page. */
  readonly taught?: readonly TaughtLocator[];
  /** Those pointed out before that no longer fit this page. */
  readonly dropped?: readonly TaughtLocator[];
  /** A script of ours this page has not been given yet: that of its kind, or the one that finds what was pointed out. */
  readonly lacks?: 'script' | 'taught';
  /** The guide that runs on this page, after a step. */
  readonly guide?: GuideRun;
}

/** What a content script asks: what belongs beside the settings its page shows. */
export interface GuidanceRequest {
  readonly page: Exclude<PageId, 'meetings'>;
  /** As the page shows them now; none on a page that is not recognised. */
  readonly settings: readonly SettingReading[];
  /** The values before a change that waits to be saved. */
  readonly unsaved?: readonly SettingReading[];
  /** The portal's open dialog: what it says it is about, and what was touched before it. */
  readonly dialog?: { readonly clue: DialogClue; readonly touch?: Touch };
}

/** What belongs on the page, judged by the worker: notes in words of the package, nothing personal. */
export interface Guidance {
  /** In the order of the settings asked about; settings of which nothing is to be said are left out. */
  readonly notes: readonly SettingNotes[];
  /** What going on in the dialog asked about would do; absent where that is left open: a wrong warning is worse than none. */
  readonly dialog?: Consequence;
  /** Ask again after so many ms: an age in these notes will have changed. */
  readonly goodFor: number;
}

export interface GuidanceContext extends Guidance {
  /** What policy and preferences say of reading the page; absent: nothing. */
  readonly rules?: Pick<PageRules, 'labels' | 'locators'>;
}

export type SignInResult =
  | { readonly ok: true; readonly username: string }
  | { readonly ok: false; readonly error: ErrorInfo };

export type AuditResult = { readonly ok: true } | { readonly ok: false; readonly error: ErrorInfo };

export type SyncResult = { readonly ok: true } | { readonly ok: false; readonly error: ErrorInfo };

export interface ConnectionConfig {
  /** Application (client) id; `null`: nobody has given one yet. */
  readonly clientId: string | null;
  /** Tenant id, domain, or `organizations`. */
  readonly tenant: string;
  readonly cloud: CloudId;
  readonly source: {
    readonly clientId: ConfigSource;
    readonly tenant: ConfigSource;
    /** Absent: `default`. */
    readonly cloud?: ConfigSource;
  };
  /** The policy did not answer in time, and none was known to set any of this: for now only, to be asked for again. */
  readonly policyUnread?: true;
}
export type ConfigSource = 'policy' | 'options' | 'build' | 'default';

/** Every message of the house; the first two are all a content script may send (DESIGN 3.4). */
export interface MessageMap {
  'portal/observed': { request: PortalObservation; response: undefined };
  'guidance/context': {
    request: GuidanceRequest;
    response: GuidanceContext;
  };
  'auth/sign-in': { request: undefined; response: SignInResult };
  /** Another person, or another account of the same one: Microsoft asks which. */
  'auth/choose-account': { request: undefined; response: SignInResult };
  'auth/grant-calendar': { request: undefined; response: SignInResult };
  'auth/sign-out': { request: undefined; response: undefined };
  'sync/now': { request: undefined; response: SyncResult };
  'sync/confirm-shrink': { request: undefined; response: SyncResult };
  /** Reads Zoom's enterprise apps in Entra; Microsoft's window asks an admin for what it takes. Without a word on sign-ins: as before. */
  'audit/run': { request: { readonly signIns?: boolean }; response: AuditResult };
  /** An admin says that an app is Zoom's, or takes that back. */
  'audit/choose-app': {
    request: { readonly appId: string; readonly chosen: boolean };
    response: undefined;
  };
  'config/get': { request: undefined; response: ConnectionConfig };
  'config/save': {
    request: { readonly clientId: string | null; readonly tenant: string; readonly cloud?: CloudId };
    response: { readonly ok: true } | { readonly ok: false; readonly field: 'clientId' | 'tenant' };
  };
  /** Taught controls are forgotten or imported, or the line about those that no longer fit is read and goes. */
  'taught/change': {
    request: {
      readonly forget?: readonly TaughtLocator[];
      readonly add?: readonly TaughtLocator[];
      readonly dismiss?: true;
    };
    response: undefined;
  };
  'notes/show-all': { request: undefined; response: undefined };
  /** One hidden note, by its key. */
  'notes/show': { request: { readonly key: string }; response: undefined };
  /** Rule books the person follows; a policy that names some wins. */
  'baselines/choose': { request: { readonly profiles: readonly BaselineProfile[] }; response: undefined };
  'data/delete-everything': { request: undefined; response: undefined };
}

export type MessageName = keyof MessageMap;
export const CONTENT_SCRIPT_MAY_SEND: readonly MessageName[] = ['portal/observed', 'guidance/context'];
