import type { GuideName, GuideNames, GuideStep } from '../model/guide.ts';
import type { Message, Param } from '../model/words.ts';

/** The portal's words as public sources give them: said while the page shows none of its own. */
const CATALOGUE: Readonly<Record<GuideName, Message>> = {
  tab: { key: 'guide_name_tab' },
  section: { key: 'guide_name_section' },
  toggle: { key: 'guide_name_toggle' },
  service: { key: 'value_office' },
  api: { key: 'value_graph' },
  connect: { key: 'guide_name_connect' },
};

/** What to call this thing of the portal. */
export const nameOf = (names: GuideNames, name: GuideName): Param => names[name] ?? CATALOGUE[name];

interface StepWords {
  readonly title: Message['key'];
  readonly detail: Message['key'];
  /** What the title names. */
  readonly names?: readonly GuideName[];
}

const step = (title: Message['key'], detail: Message['key'], ...names: readonly GuideName[]): StepWords => ({
  title,
  detail,
  names,
});

const WORDS: Readonly<Record<GuideStep, StepWords>> = {
  consent: step('guide_consent', 'guide_consent_how'),
  'sign-in': step('guide_sign_in', 'guide_ticks_itself'),
  'account-settings': step('guide_account_settings', 'guide_ticks_itself'),
  tab: step('guide_tab', 'guide_ticks_itself', 'tab'),
  integrations: step('guide_integrations', 'guide_ticks_itself', 'section'),
  toggle: step('guide_toggle', 'guide_ticks_itself', 'toggle'),
  service: step('guide_service', 'guide_service_how', 'service', 'api'),
  method: step('guide_method', 'guide_method_how'),
  profile: step('guide_profile', 'guide_ticks_itself'),
  configure: step('guide_configure', 'guide_configure_how', 'connect'),
  choose: step('guide_choose', 'guide_choose_how', 'service'),
  permissions: step('guide_permissions', 'guide_permissions_how'),
  microsoft: step('guide_microsoft', 'guide_microsoft_how'),
  connected: step('guide_connected', 'guide_ticks_itself'),
};

/** What a step asks for, with the portal's words as the page shows them, and what ticks it. */
export function stepWords(
  id: GuideStep,
  shown: GuideNames,
): { readonly title: Message; readonly detail: Message } {
  const { title, detail, names = [] } = WORDS[id];
  const params = Object.fromEntries(names.map((name) => [name, nameOf(shown, name)]));
  return { title: names.length === 0 ? { key: title } : { key: title, params }, detail: { key: detail } };
}
