import { seen, type SettingLabels } from './types.ts';

export const ssoPrompt: SettingLabels = {
  id: 'sso-prompt',
  labels: [
    seen(
      'Ask users to integrate Office 365 calendar when signing in with SSO credentials',
      'en',
      3,
      'KB0066539',
    ),
    seen('Ask users to integrate Office 365 calendar when they sign in', 'en', 1, '360048674231'),
    seen("Automatically integrate user's calendar upon login", 'en', 1, '360048674231'),
    seen(
      'Pedir a los usuarios que integren el calendario de Office 365 cuando inicien sesión',
      'es',
      1,
      'KB0066541',
    ),
    // Two versions of one article's text; accounts may show either.
    seen('SSO認証情報でサインインする場合にOffice 365を連携するようユーザーに求める', 'ja', 3, 'KB0066542'),
    seen(
      'SSO 資格情報でサインインする際に Office 365 カレンダー連携をユーザーに求める',
      'ja',
      2,
      'KB0066542',
    ),
    seen('サインイン時に Office 365 カレンダーの連携をユーザーに求める', 'ja', 1, '360032224571'),
  ],
  options: {
    'first-sign-in': [
      seen('Ask users the first time they sign in', 'en', 3, 'KB0066539'),
      seen('初めてサインインするときにユーザーに求める', 'ja', 2, 'KB0066542'),
    ],
    'every-sign-in': [
      seen('Ask users every time they sign in until they integrate the calendars', 'en', 3, 'KB0066539'),
    ],
  },
};
