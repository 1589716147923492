import type { SettingLabels } from './types.ts';

/** KB0068615 says what the switch does ("email notifications … remind you to reauthorize your calendar") and not what it is called. */
export const reconnectReminders: SettingLabels = {
  id: 'reconnect-reminders',
  labels: [],
  words: ['email|e-mail', 'remind|notif', 'authori[sz]', 'calend'],
};
