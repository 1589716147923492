import type { ErrorInfo } from '../core/errors.ts';
import type {
  EntraAppsFact,
  EntraChoiceFact,
  EntraConsentFact,
  EntraRunFact,
  EntraUseFact,
} from './entra.ts';
import type { GuideResult, GuideRun } from './guide.ts';
import type { Level, PageId, ProfileConnection, Recognition, SettingId, SettingReading } from './settings.ts';
import type { Message } from './words.ts';

export type FactSource = 'zoom-portal' | 'microsoft-graph' | 'microsoft-entra' | 'syncline';

/** Something observed, with its age and its limit. Collectors write facts and judge nothing (DESIGN 2). */
export interface Fact<Value> {
  readonly value: Value;
  readonly source: FactSource;
  /** ms since the epoch */
  readonly observedAt: number;
  /** ms; past it the fact is stale: grey, and no check may judge by it */
  readonly goodFor: number;
}

/** The settings of one level as last seen on the portal. */
export interface PortalFact {
  readonly page: PageId;
  /** Host and group it was seen for (portal-hosts.ts); another scope is another's settings. */
  readonly scope?: string;
  readonly recognition: Recognition;
  readonly recognised: number;
  readonly expected: number;
  readonly settings: { readonly [Id in SettingId]?: Omit<SettingReading<Id>, 'id'> };
  /** The page was open since and was not recognised, ms since the epoch; what is above is older and was. */
  readonly unrecognisedAt?: number;
}

export interface ProfileFact {
  readonly recognition: Recognition;
  readonly connection: ProfileConnection | 'unknown';
  /** Sign-in address of the Zoom account when the page shows it; personal. */
  readonly zoomEmail?: string;
  /** When "connected" was first seen without a break, ms since the epoch; never "connected at". */
  readonly connectedSince?: number;
  /** Sign-in address last shown, in lower case, also when the last look could not read it; another is another's connection. */
  readonly scope?: string;
  /** The page was open since and was not recognised, ms since the epoch; what is above is older and was. */
  readonly unrecognisedAt?: number;
}

/** A row of Zoom's list of upcoming meetings. */
export interface ListedMeeting {
  readonly number: string;
  /** As the list wrote it, `2026-11-24T09:30`: of a time zone the page does not name. Absent: none, or not understood. */
  readonly start?: string;
  readonly end?: string;
  readonly theirs?: true;
}

/** One page of the list, as it was open. */
export interface MeetingListLook {
  /** ms since the epoch */
  readonly seenAt: number;
  readonly rows: readonly ListedMeeting[];
}

/** Pages of Zoom's list of upcoming meetings, as seen: what is on none of them was not seen, and is not missing. */
export interface MeetingListFact {
  /** Host it was seen on. */
  readonly scope?: string;
  readonly looks: readonly MeetingListLook[];
}

export interface AccountFact {
  readonly username: string;
  readonly tenantId: string;
}

export interface PersonFact {
  readonly mail?: string;
  readonly userPrincipalName?: string;
}

/** Dates of `/me` (microsoft.md E.1). `null`: Microsoft answered and has none. */
export interface SessionsFact {
  readonly passwordChangedAt: number | null;
  readonly sessionsValidFrom: number | null;
}

export interface CalendarFact {
  readonly events: number;
  readonly windowStart: number;
  readonly windowEnd: number;
}

/** The last thing sign-in had to say, when it was not "fine". */
export interface SignInTroubleFact {
  readonly error: ErrorInfo;
  readonly step: 'sign-in' | 'calendar' | 'silent';
}

/** Why the link is, or may be, broken; the evidence, not yet in words. */
export type Forecast =
  | { readonly kind: 'not-connected' | 'needs-attention' | 'other-service'; readonly seenAt: number }
  | {
      readonly kind: 'revoked' | 'password' | 'refused' | 'ews';
      /** ms since the epoch */
      readonly at: number;
      readonly certainty: 'likely' | 'possible';
    };

/** What comparing the meetings of the next days gave; counts, no meeting. */
export interface ComparedFact {
  /** Days compared, from the moment of comparing. */
  readonly days: number;
  /** Zoom meetings in Outlook. */
  readonly meetings: number;
  /** Those that a published limit may keep from syncing, and the first one's reason. */
  readonly limited: number;
  readonly limit?: Message;
  /** Zoom shows no working connection: no limit of a meeting explains anything meanwhile. */
  readonly disconnected?: true;
  /** Meetings of which both sides were seen and understood. */
  readonly compared: number;
  /** Differences between the two sides, and what the first one is. */
  readonly drifted: number;
  readonly drift?: Message;
  readonly twoLinks: number;
  /** Zoom's list was open lately: without it nothing can differ. */
  readonly listSeen: boolean;
}

/** A guide under way, and the tab it runs in. */
export interface GuideRunFact {
  readonly run: GuideRun;
  /** The browser's id of the tab, good until the browser ends. */
  readonly tab?: number;
}

export interface FactValues {
  'portal/account': PortalFact;
  'portal/group': PortalFact;
  'portal/user': PortalFact;
  'portal/profile': ProfileFact;
  'portal/meetings': MeetingListFact;
  'microsoft/account': AccountFact;
  'microsoft/person': PersonFact;
  'microsoft/sessions': SessionsFact;
  'microsoft/trouble': SignInTroubleFact;
  'calendar/contents': CalendarFact;
  'guide/run': GuideRunFact;
  'guide/test': GuideResult;
  'guide/setup': GuideResult;
  'entra/apps': EntraAppsFact;
  'entra/consent': EntraConsentFact;
  'entra/last-use': EntraUseFact;
  'entra/run': EntraRunFact;
  'entra/choice': EntraChoiceFact;
  /** Derived when a page is drawn, from what is stored; never stored. */
  'derived/forecast': { readonly loss: Forecast | null; readonly connected: boolean };
  'derived/meetings': ComparedFact;
}

export type FactKey = keyof FactValues;
export type FactBook = { readonly [Key in FactKey]?: Fact<FactValues[Key]> };

/** Key under which a page's facts are kept. */
export function portalFactKey(
  level: Level,
): 'portal/account' | 'portal/group' | 'portal/user' | 'portal/profile' {
  return `portal/${level}`;
}

/** Whether the fact is past its limit. A clock that went backwards makes a fact stale, never young. */
export function isStale(fact: Fact<unknown>, now: number): boolean {
  const age = now - fact.observedAt;
  return age > fact.goodFor || age < -60_000;
}
