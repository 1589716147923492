import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

/** "The first time" is one redirect; after a refusal or an error only manual set-up remains (KB0066539). */
export const ssoPromptOnce = defineCheck({
  id: 'sso-prompt-once',
  setting: 'sso-prompt',
  levels: ['account', 'group'],
  needs: ['setting/sso-prompt'],
  sources: [SOURCES.ssoPrompt],
  run: ({ 'setting/sso-prompt': { value } }) => {
    if (value === 'off') return { kind: 'not-applicable', reason: 'off' };
    if (value === 'every-sign-in')
      return { kind: 'pass', words: { title: { key: 'check_sso_prompt_once_pass' } } };
    return {
      kind: 'fail',
      impact: 'minor',
      certainty: 'confirmed',
      words: {
        title: { key: 'check_sso_prompt_once_title' },
        why: { key: 'check_sso_prompt_once_why' },
        people: [
          {
            fate: 'stay',
            who: { key: 'check_sso_prompt_once_connected' },
            what: { key: 'check_sso_prompt_once_connected_what' },
          },
          {
            fate: 'lose',
            who: { key: 'check_sso_prompt_once_refused' },
            what: { key: 'check_sso_prompt_once_refused_what' },
          },
        ],
      },
    };
  },
});
