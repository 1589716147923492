import { defineCheck } from '../../define.ts';
import { SOURCES } from '../../sources.ts';

export const defaultService = defineCheck({
  id: 'default-service',
  setting: 'default-service',
  levels: ['account', 'group'],
  needs: ['setting/default-service'],
  wants: ['setting/third-party-integration'],
  sources: [SOURCES.integration],
  run: ({ 'setting/default-service': { value }, 'setting/third-party-integration': integration }) => {
    if (integration?.value === 'off') return { kind: 'not-applicable', reason: 'integration-off' };
    if (value === 'office365')
      return { kind: 'pass', words: { title: { key: 'check_default_service_pass' } } };
    return {
      kind: 'fail',
      impact: 'minor',
      certainty: 'confirmed',
      words: {
        title: { key: 'check_default_service_title' },
        why: { key: 'check_default_service_why' },
        step: {
          verb: { key: 'check_default_service_step' },
          rest: { key: 'check_default_service_step_rest' },
        },
      },
    };
  },
});
