import type { Consequence } from '../../model/findings.ts';
import { SOURCES } from '../sources.ts';

/** Asking people at SSO sign-in (KB0066539). It connects and disconnects nobody by itself. */
export const SIGN_IN: readonly Consequence[] = [
  {
    id: 'sso-prompt-on',
    setting: 'sso-prompt',
    act: 'turn-on',
    from: ['off'],
    levels: ['account', 'group'],
    kind: 'advice',
    words: {
      title: { key: 'consequence_sso_on_title' },
      why: { key: 'consequence_sso_on_why' },
      people: [
        {
          fate: 'stay',
          who: { key: 'consequence_sso_on_connected' },
          what: { key: 'consequence_sso_on_connected_what' },
        },
        {
          fate: 'none',
          who: { key: 'consequence_sso_on_not' },
          what: { key: 'consequence_sso_on_not_what' },
        },
      ],
    },
    sources: [SOURCES.ssoPrompt],
  },
  {
    id: 'sso-prompt-change',
    setting: 'sso-prompt',
    act: 'change',
    from: ['first-sign-in', 'every-sign-in'],
    levels: ['account', 'group'],
    kind: 'advice',
    words: {
      title: { key: 'consequence_sso_change_title' },
      why: { key: 'consequence_sso_change_why' },
      people: [
        {
          fate: 'lose',
          who: { key: 'consequence_sso_change_refused' },
          what: { key: 'consequence_sso_change_refused_what' },
        },
      ],
    },
    sources: [SOURCES.ssoPrompt],
  },
  {
    id: 'sso-prompt-off',
    setting: 'sso-prompt',
    act: 'turn-off',
    from: ['first-sign-in', 'every-sign-in'],
    levels: ['account', 'group'],
    kind: 'advice',
    words: { title: { key: 'consequence_sso_off_title' }, why: { key: 'consequence_sso_off_why' } },
    sources: [SOURCES.ssoPrompt],
  },
];
