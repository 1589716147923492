import type { GuideStep } from '../model/guide.ts';
import type { Message } from '../model/words.ts';

const step = (title: Message['key'], detail: Message['key']) => ({
  title: { key: title },
  detail: { key: detail },
});

/** What each step asks for, and what ticks it. */
export const STEP_WORDS: Readonly<Record<GuideStep, { readonly title: Message; readonly detail: Message }>> =
  {
    consent: step('guide_consent', 'guide_consent_how'),
    'sign-in': step('guide_sign_in', 'guide_ticks_itself'),
    'account-settings': step('guide_account_settings', 'guide_ticks_itself'),
    tab: step('guide_tab', 'guide_ticks_itself'),
    integrations: step('guide_integrations', 'guide_ticks_itself'),
    toggle: step('guide_toggle', 'guide_ticks_itself'),
    service: step('guide_service', 'guide_service_how'),
    method: step('guide_method', 'guide_method_how'),
    profile: step('guide_profile', 'guide_ticks_itself'),
    configure: step('guide_configure', 'guide_configure_how'),
    choose: step('guide_choose', 'guide_choose_how'),
    permissions: step('guide_permissions', 'guide_permissions_how'),
    microsoft: step('guide_microsoft', 'guide_microsoft_how'),
    connected: step('guide_connected', 'guide_ticks_itself'),
  };
