import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

export const ssoPromptOff = defineCheck({
  id: 'sso-prompt-off',
  setting: 'sso-prompt',
  levels: ['account', 'group'],
  needs: ['setting/sso-prompt'],
  wants: ['setting/setup-method'],
  sources: [SOURCES.ssoPrompt, SOURCES.cis],
  run: ({ 'setting/sso-prompt': { value }, 'setting/setup-method': method }) => {
    // After admin consent nobody authenticates one by one (KB0077944), so there is nobody to ask.
    if (method?.value === 'application-permissions')
      return { kind: 'not-applicable', reason: 'application-permissions' };
    return value === 'off'
      ? {
          kind: 'fail',
          impact: 'minor',
          certainty: 'confirmed',
          words: {
            title: { key: 'check_sso_prompt_off_title' },
            why: { key: 'check_sso_prompt_off_why' },
          },
        }
      : { kind: 'pass', words: { title: { key: 'check_sso_prompt_off_pass' } } };
  },
});
