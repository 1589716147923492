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
  ],
  options: {
    'first-sign-in': [seen('Ask users the first time they sign in', 'en', 3, 'KB0066539')],
    'every-sign-in': [
      seen('Ask users every time they sign in until they integrate the calendars', 'en', 3, 'KB0066539'),
    ],
  },
};
