import type { Source } from '../../model/findings.ts';
import type { BaselineProfile } from '../../model/policy.ts';
import type { SettingId } from '../../model/settings.ts';
import type { Message } from '../../model/words.ts';
import { SOURCES } from '../sources.ts';

/** What one published rule book says one setting should be. */
export interface BaselineRow {
  readonly profile: BaselineProfile;
  readonly setting: SettingId;
  readonly expected: string;
  /** The book's own number for it. */
  readonly rule?: string;
  readonly why: Message;
  readonly source: Source;
}

const guide = (setting: SettingId, expected: string, required: boolean): BaselineRow => ({
  profile: 'zoom-field-guide',
  setting,
  expected,
  why: { key: required ? 'baseline_why_required' : 'baseline_why_step' },
  source: required ? SOURCES.guideList : SOURCES.guide,
});

const cis = (setting: SettingId, expected: string, rule: string, level: number): BaselineRow => ({
  profile: 'cis-zoom',
  setting,
  expected,
  rule,
  why: { key: 'baseline_why_cis', params: { level } },
  source: SOURCES.cis,
});

/**
 * Every expectation of a published rule book, one a row; what a book leaves open has none. The guide's deployment list marks
 * "Connect M365 calendars for users" and "Enable Bi-Directional Calendar Sync" Required; its set-up steps choose Office 365 and
 * Graph API. CIS Zoom v1.0.0 1.1.5.1 to 1.1.5.4, as told by Turbot's public mod. All read 2026-11-23.
 */
export const BASELINE_ROWS: readonly BaselineRow[] = [
  guide('third-party-integration', 'on', true),
  guide('default-service', 'office365', false),
  guide('authorize-with', 'graph', false),
  guide('two-way-sync', 'on', true),
  cis('third-party-integration', 'off', '1.1.5.1', 1),
  cis('sso-prompt', 'off', '1.1.5.2', 2),
  cis('account-wide-consent', 'off', '1.1.5.3', 2),
  cis('enforce-oauth', 'on', '1.1.5.4', 2),
];
