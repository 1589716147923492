import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

export const integrationOff = defineCheck({
  id: 'integration-off',
  setting: 'third-party-integration',
  levels: ['account', 'group', 'user'],
  needs: ['setting/third-party-integration'],
  sources: [SOURCES.integration],
  run: ({ 'setting/third-party-integration': { value } }) =>
    value === 'off'
      ? {
          kind: 'fail',
          impact: 'minor',
          certainty: 'confirmed',
          words: {
            title: { key: 'check_integration_off_title' },
            why: { key: 'check_integration_off_why' },
          },
        }
      : { kind: 'pass', words: { title: { key: 'check_integration_off_pass' } } },
});
