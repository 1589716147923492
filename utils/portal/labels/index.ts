import type { SettingId } from '../../model/settings.ts';
import { normalise } from '../normal.ts';
import { accountWideConsent } from './account-wide-consent.ts';
import { authorizeWith } from './authorize-with.ts';
import { defaultService } from './default-service.ts';
import { domainRestriction } from './domain-restriction.ts';
import { enforceOauth } from './enforce-oauth.ts';
import { permissions } from './permissions.ts';
import { profileConnection } from './profile-connection.ts';
import { reconnectReminders } from './reconnect-reminders.ts';
import { setupMethod } from './setup-method.ts';
import { ssoPrompt } from './sso-prompt.ts';
import { thirdPartyIntegration } from './third-party-integration.ts';
import { twoWaySync } from './two-way-sync.ts';
import type { SettingLabels, Spelling } from './types.ts';

/** Everything that can be recognised, in the order of the page. */
export const SETTINGS: readonly SettingLabels[] = [
  thirdPartyIntegration,
  defaultService,
  authorizeWith,
  permissions,
  setupMethod,
  accountWideConsent,
  enforceOauth,
  ssoPrompt,
  domainRestriction,
  twoWaySync,
  reconnectReminders,
  profileConnection,
];

export const BY_ID = new Map<SettingId, SettingLabels>(SETTINGS.map((setting) => [setting.id, setting]));

/** What a title means. */
export interface Title {
  readonly id: SettingId;
  /** The newest one when absent. */
  readonly generation?: 1 | 2 | 3;
  /** The title of a box that stands for one value of a choice. */
  readonly box?: true;
  /** The organisation's own word, by policy. */
  readonly how?: 'policy';
}

function titles(settings: readonly SettingLabels[]): Map<string, Title> {
  const map = new Map<string, Title>();
  const add = ({ text, generation }: Spelling, title: Omit<Title, 'generation'>) => {
    const key = normalise(text);
    // Two generations may share a normalised form; the newer one is listed first and wins.
    if (!map.has(key)) map.set(key, { ...title, generation });
  };
  for (const { id, labels, box } of settings) {
    for (const label of labels) add(label, { id });
    for (const label of box?.labels ?? []) add(label, { id, box: true });
  }
  return map;
}

/** Titles of settings by normalised text. The profile's section shares one with the old master switch, hence two maps. */
export const TITLES = titles(SETTINGS.filter((setting) => setting !== profileConnection));
export const PROFILE_TITLES = titles([profileConnection]);

/** What an option means: its setting and value, by normalised text. Options are unique across settings (tested). */
export const OPTIONS = new Map<string, { readonly id: SettingId; readonly value: string }>(
  SETTINGS.flatMap(({ id, options = {} }) =>
    Object.entries(options).flatMap(([value, spellings]) =>
      spellings.map((spelling) => [normalise(spelling.text), { id, value }] as const),
    ),
  ),
);

/** Stems of which every title has at least one, raw: a cheap test that throws out nearly all other text (tested). */
export const STEM = /calend|kalend|カレン|連携|authori[sz]|autoriser|int.{1,2}gra/i;

/** The same for options and for the names of the permission boxes (tested). */
export const OPTION_STEM =
  /graph|ews|oauth|office|365|google|exchange|none|aucun|application|sign in|read|write|lire|lect|écri|e\u0301cri|lesen|schreib|leer|escri|読み|書き|サインイン/i;
