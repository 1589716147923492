import type { PortalWords } from './types.ts';
import { english } from './english.ts';

/**
 * The mixed portal: Japanese of the support articles for the older labels, English for the newest ones and for the tab
 * itself, which a reseller quotes misspelt (portal.md 6, read 23 Nov 2026).
 */
const SERVICE = 'ユーザーのデフォルトのカレンダーと連絡先サービスを選択する';

export const mixedJapanese: PortalWords = {
  lang: 'ja',
  titles: {
    ...english.titles,
    'third-party-integration': [
      'カレンダーと連絡先連携',
      'カレンダーと連絡先の連携',
      english.titles['third-party-integration'][2],
    ],
    'default-service': [SERVICE, SERVICE, SERVICE],
    'two-way-sync': [
      '',
      'Zoom と連携カレンダー間で Zoom カレンダー イベント情報を双方向で自動同期',
      english.titles['two-way-sync'][2],
    ],
  },
  chrome: {
    ...english.chrome,
    accountManagement: 'アカウント管理',
    accountSettings: 'アカウント設定',
    zoomMailCalendar: 'Mail & Calender',
    meeting: 'ミーティング',
    meetings: 'ミーティング',
    calendarAndContacts: 'カレンダーと連絡先',
    integrations: '連携',
    calendar: 'カレンダー',
    contacts: '連絡先',
    read: '読み取り',
    write: '書き込み',
    enable: '有効にする',
    disable: '無効にする',
    turnOn: '有効にする',
    turnOff: '無効にする',
    lock: 'ロック',
    unlock: 'ロック解除',
    save: '保存',
    cancel: 'キャンセル',
    settings: '設定',
    groups: 'グループ',
    profile: 'プロフィール',
    languageName: '日本語',
    lockedAbove: 'アカウントレベルで管理者によってロックされています',
    today: '今日',
  },
};
