import type { Check } from '../model/findings.ts';
import { ewsRetirement } from './pack/api/ews-retirement.ts';
import { CHOSEN_ONLY } from './pack/baseline/chosen-only.ts';
import { defaultService } from './pack/integration/default-service.ts';
import { integrationBaseline } from './pack/integration/integration-baseline.ts';
import { integrationOff } from './pack/integration/integration-off.ts';
import { calendarWrite } from './pack/permissions/calendar-write.ts';
import { contactsAsked } from './pack/permissions/contacts-asked.ts';
import { profileConnection } from './pack/profile/profile-connection.ts';
import { reconnectReminders } from './pack/profile/reconnect-reminders.ts';
import { accountWideConsent } from './pack/setup/account-wide-consent.ts';
import { adminApproval } from './pack/setup/admin-approval.ts';
import { applicationPermissions } from './pack/setup/application-permissions.ts';
import { enforceOauth } from './pack/setup/enforce-oauth.ts';
import { oauthLifetime } from './pack/setup/oauth-lifetime.ts';
import { ssoPromptOff } from './pack/sign-in/sso-prompt-off.ts';
import { ssoPromptOnce } from './pack/sign-in/sso-prompt-once.ts';
import { twoWaySync } from './pack/sync/two-way-sync.ts';

/** Checks whose notes stand beside a setting, in the order of the page; within a setting, the one to be read first comes first. */
export const NOTE_CHECKS: readonly Check[] = [
  ...CHOSEN_ONLY,
  integrationOff,
  integrationBaseline,
  defaultService,
  ewsRetirement,
  calendarWrite,
  contactsAsked,
  adminApproval,
  oauthLifetime,
  applicationPermissions,
  accountWideConsent,
  enforceOauth,
  ssoPromptOnce,
  ssoPromptOff,
  twoWaySync,
  reconnectReminders,
  profileConnection,
];
