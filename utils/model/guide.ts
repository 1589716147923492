import { isRecord } from '../core/is-record.ts';
import type { PageId, Recognition, SettingId } from './settings.ts';
import type { Message } from './words.ts';

/**
 * The steps of the two guides, in their order. Source: Zoom's Microsoft 365 field guide, "Connecting personal calendars" and its
 * test with a person who is no admin (portal.md 2.2 and 2.3, read 2026-11-23). Ids are for ever.
 */
export const GUIDE_STEPS = {
  setup: ['consent', 'sign-in', 'account-settings', 'tab', 'integrations', 'toggle', 'service', 'method'],
  test: ['profile', 'configure', 'choose', 'permissions', 'microsoft', 'connected'],
} as const;

export type GuideKind = keyof typeof GUIDE_STEPS;
export type GuideStep = (typeof GUIDE_STEPS)[GuideKind][number];
/** The page showed it, the audit of Entra did, the person said so, or a later step cannot be without it. */
export type GuideProof = 'seen' | 'entra' | 'you' | 'follows';
export type GuideVerdict = 'passed' | 'stopped';

/** A guide under way; it travels from page to page by way of the worker. Times in ms since the epoch. */
export interface GuideRun {
  readonly kind: GuideKind;
  readonly startedAt: number;
  readonly steps: { readonly [Step in GuideStep]?: { readonly at: number; readonly by: GuideProof } };
  readonly folded?: true;
  /** The profile was seen without a connection: only then does a connection prove anything. */
  readonly apart?: true;
  /** The person says they are no admin. */
  readonly nonAdmin?: true;
  readonly endedAt?: number;
  readonly verdict?: GuideVerdict;
}

/** How a guide ended. */
export interface GuideResult extends Required<Pick<GuideRun, 'startedAt' | 'endedAt' | 'verdict'>> {
  readonly done: number;
  readonly total: number;
  readonly nonAdmin?: true;
}

/** What a guide judges by: the page as it was read, and how far the portal's dialog for connecting has come. */
export interface GuideLook {
  readonly page: PageId | null;
  readonly recognition: Recognition;
  readonly settings: { readonly [Id in SettingId]?: unknown };
  readonly dialog: 'choose' | 'permissions' | null;
}

/** What a step names by the portal's own words: its tab, section, main switch, two options, and the profile's button. */
export type GuideName = 'tab' | 'section' | 'toggle' | 'service' | 'api' | 'connect';
/** Those words as the page shows them; without one, our catalogue's are said. */
export type GuideNames = { readonly [Name in GuideName]?: string };

/** A guide left alone for longer is over, ms. */
export const GUIDE_LIFE = 24 * 3_600_000;

export interface GuideStepView {
  readonly id: GuideStep;
  readonly state: 'done' | 'now' | 'todo';
  readonly title: Message;
  readonly detail: Message | null;
  /** The detail says what the page shows against this step, and how to go on. */
  readonly against: boolean;
  /** The page cannot prove it: the person may say so. */
  readonly confirm: boolean;
}

export interface GuideView {
  readonly title: Message;
  readonly done: number;
  readonly total: number;
  readonly folded: boolean;
  /** Of the window: away from what the current step is about; switches stand at the end of their rows. */
  readonly side: 'start' | 'end';
  readonly steps: readonly GuideStepView[];
  /** A question to the person under the steps; only ever whether they are no admin. */
  readonly ask: Message | null;
  readonly verdict: { readonly passed: boolean; readonly title: Message; readonly text: Message } | null;
}

const PROOFS: readonly unknown[] = ['seen', 'entra', 'you', 'follows'];
const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;

/** A run built anew from a message; null where a member is not what it must be. */
export function toGuideRun(given: unknown): GuideRun | null {
  if (!isRecord(given)) return null;
  const { kind, startedAt, steps, folded, apart, nonAdmin, endedAt, verdict } = given;
  if ((kind !== 'setup' && kind !== 'test') || !isTime(startedAt) || !isRecord(steps)) return null;
  const known: Record<string, { at: number; by: GuideProof }> = {};
  for (const [id, step] of Object.entries(steps)) {
    if (!(GUIDE_STEPS[kind] as readonly string[]).includes(id) || !isRecord(step)) return null;
    if (!isTime(step['at']) || !PROOFS.includes(step['by'])) return null;
    known[id] = { at: step['at'], by: step['by'] as GuideProof };
  }
  const isEnded = endedAt !== undefined || verdict !== undefined;
  if (isEnded && !(isTime(endedAt) && (verdict === 'passed' || verdict === 'stopped'))) return null;
  // Kept as a fact of the portal: the worker takes no verdict that its own steps do not bear.
  if (verdict === 'passed' && GUIDE_STEPS[kind].some((id) => !known[id])) return null;
  return {
    kind,
    startedAt,
    steps: known,
    ...(folded === true ? { folded } : {}),
    ...(apart === true ? { apart } : {}),
    ...(nonAdmin === true ? { nonAdmin } : {}),
    ...(isEnded ? { endedAt: endedAt as number, verdict: verdict as GuideVerdict } : {}),
  };
}
