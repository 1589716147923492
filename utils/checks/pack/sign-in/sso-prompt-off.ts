import { expectationsOf } from '../../baselines/compare.ts';
import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

/** Advice to ask people, which is no advice where a rule book somebody follows wants the prompt off. */
export const ssoPromptOff = defineCheck({
  id: 'sso-prompt-off',
  setting: 'sso-prompt',
  levels: ['account', 'group'],
  needs: ['setting/sso-prompt', 'rules/baselines'],
  wants: ['setting/setup-method'],
  sources: [SOURCES.ssoPrompt, SOURCES.cis],
  run: ({ 'setting/sso-prompt': { value }, 'setting/setup-method': method, 'rules/baselines': rules }) => {
    // After admin consent nobody authenticates one by one (KB0077944), so there is nobody to ask.
    if (method?.value === 'application-permissions')
      return { kind: 'not-applicable', reason: 'application-permissions' };
    if (value === 'off' && expectationsOf('sso-prompt', rules).some(({ expected }) => expected === 'off'))
      return { kind: 'not-applicable', reason: 'baseline' };
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
