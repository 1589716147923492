import type { SettingId } from './settings.ts';
import type { Message } from './words.ts';

/** Our names for the settings: the portal's own labels differ from page to page and year to year. */
export const SETTING_NAMES: Readonly<Record<SettingId, Message>> = {
  'third-party-integration': { key: 'setting_third_party_integration' },
  'default-service': { key: 'setting_default_service' },
  'authorize-with': { key: 'setting_authorize_with' },
  'setup-method': { key: 'setting_setup_method' },
  permissions: { key: 'setting_permissions' },
  'account-wide-consent': { key: 'setting_account_wide_consent' },
  'enforce-oauth': { key: 'setting_enforce_oauth' },
  'sso-prompt': { key: 'setting_sso_prompt' },
  'domain-restriction': { key: 'setting_domain_restriction' },
  'two-way-sync': { key: 'setting_two_way_sync' },
  'reconnect-reminders': { key: 'setting_reconnect_reminders' },
  'profile-connection': { key: 'setting_profile_connection' },
};
