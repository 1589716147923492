import { seen, type SettingLabels } from './types.ts';

export const twoWaySync: SettingLabels = {
  id: 'two-way-sync',
  // Fragment of the user page in the GitLab handbook, last changed July 2026; whether an id follows it is not known.
  keys: ['CalendarEventSyncBackToMeeting'],
  labels: [
    seen(
      'Bidirectional sync for Zoom meeting data between Zoom web portal and calendars',
      'en',
      3,
      'KB0058782',
    ),
    seen(
      'Automatically sync Zoom calendar events information bi-directionally between Zoom and integrated calendars',
      'en',
      2,
      'KB0058782',
    ),
    seen('Zoom と連携カレンダー間で Zoom カレンダー イベント情報を双方向で自動同期', 'ja', 2, 'KB0058783'),
  ],
};
